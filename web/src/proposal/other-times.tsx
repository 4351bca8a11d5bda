import { UnstyledButton } from "@mantine/core";
import type { ScoredSlot } from "../../../src/domain/proposal.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { clock, dayInWords, hoursInWords, localTime, zoneName } from "../parts/time.ts";

interface OtherTimesProps {
  proposed: ScoredSlot;
  alternatives: ScoredSlot[];
  chosen: ScoredSlot;
  zone: string;
  people: ProposalDetail["calendar"]["people"];
  onChoose?: (startsAt: string) => void;
}

/** The offered times as a row of choices, the proposed one first. */
export const OtherTimes = ({
  proposed,
  alternatives,
  chosen,
  zone,
  people,
  onChoose,
}: OtherTimesProps) => {
  if (alternatives.length === 0 || !onChoose) return null;
  const nameOf = (email: string): string =>
    people.find((person) => person.email === email)?.name.split(" ")[0] ?? email;
  const isOtherPanel = (slot: ScoredSlot): boolean =>
    slot.panel.some(({ email }) => proposed.panel.every((member) => member.email !== email));
  const all = [proposed, ...alternatives].toSorted(
    (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
  );
  const days = [...new Set(all.map(({ startsAt }) => localTime(startsAt, zone).date))];
  return (
    <div className="other-times" role="group" aria-label={`Offered times (${zoneName(zone)})`}>
      {days.map((day) => (
        <div key={day} className="other-day">
          <span className="small quiet num">{dayInWords(day)}</span>
          {all
            .filter(({ startsAt }) => localTime(startsAt, zone).date === day)
            .map((slot) => (
              <UnstyledButton
                key={slot.startsAt}
                className="chip time-chip num"
                aria-pressed={slot.startsAt === chosen.startsAt}
                title={`${hoursInWords(slot, zone)} (${zoneName(zone)}), ${slot.score.toFixed(0)} of 100`}
                onClick={() => onChoose(slot.startsAt)}
              >
                <span className="sr-only">{dayInWords(day)}, </span>
                {clock(localTime(slot.startsAt, zone).minute)}
                <span className="time-chip-note">
                  {slot === proposed ? "proposed" : slot.score.toFixed(0)}
                  {isOtherPanel(slot) &&
                    ` · ${slot.panel.map(({ email }) => nameOf(email)).join(", ")}`}
                </span>
              </UnstyledButton>
            ))}
        </div>
      ))}
    </div>
  );
};
