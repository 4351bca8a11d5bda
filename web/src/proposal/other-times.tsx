import { UnstyledButton } from "@mantine/core";
import type { ScoredItinerary } from "../../../src/domain/proposal.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { zoneName } from "../../../src/domain/zone-names.ts";
import { clock, dayInWords, hoursInWords, localTime } from "../parts/time.ts";
import { dayHours, newIn, panelOf, scheduleOf, startOf } from "./schedule-model.ts";

interface OtherTimesProps {
  proposed: ScoredItinerary;
  alternatives: ScoredItinerary[];
  chosen: ScoredItinerary;
  zone: string;
  people: ProposalDetail["calendar"]["people"];
  onChoose?: (startsAt: string) => void;
}

/** The offered times as choices: a row by day, or a tile for each where an itinerary has several sessions. */
export const OtherTimes = (props: OtherTimesProps) => {
  const { proposed, alternatives, zone, onChoose } = props;
  if (alternatives.length === 0 || !onChoose) return null;
  const all = [proposed, ...alternatives].toSorted(
    (a, b) => Date.parse(startOf(a)) - Date.parse(startOf(b)),
  );
  const isOne = proposed.sessions.length === 1;
  return (
    <div
      className={isOne ? "other-times" : "other-itineraries"}
      role="group"
      aria-label={`Offered times (${zoneName(zone)})`}
    >
      {isOne ? (
        <TimesByDay {...props} {...{ all, onChoose }} />
      ) : (
        all.map((itinerary) => (
          <ItineraryTile key={startOf(itinerary)} {...props} {...{ itinerary, onChoose }} />
        ))
      )}
    </div>
  );
};

interface OfferedProps extends OtherTimesProps {
  onChoose(startsAt: string): void;
}

const TimesByDay = ({ all, ...props }: OfferedProps & { all: ScoredItinerary[] }) => {
  const dayOf = (itinerary: ScoredItinerary): string =>
    localTime(startOf(itinerary), props.zone).date;
  return [...new Set(all.map(dayOf))].map((day) => (
    <div key={day} className="other-day">
      <span className="small quiet num">{dayInWords(day)}</span>
      {all
        .filter((itinerary) => dayOf(itinerary) === day)
        .map((itinerary) => (
          <TimeChip key={startOf(itinerary)} {...props} {...{ itinerary, day }} />
        ))}
    </div>
  ));
};

interface TimeChipProps extends OfferedProps {
  itinerary: ScoredItinerary;
  day: string;
}

const TimeChip = ({ itinerary, proposed, chosen, zone, people, day, onChoose }: TimeChipProps) => {
  const start = startOf(itinerary);
  const [span = { startsAt: start, endsAt: start }] = itinerary.sessions;
  return (
    <UnstyledButton
      className="chip time-chip num"
      aria-pressed={start === startOf(chosen)}
      title={`${hoursInWords(span, zone)} (${zoneName(zone)}), ${itinerary.score.toFixed(0)} of 100`}
      onClick={() => onChoose(start)}
    >
      <span className="sr-only">{dayInWords(day)}, </span>
      {clock(localTime(start, zone).minute)}
      <span className="time-chip-note">
        {itinerary === proposed ? "proposed" : itinerary.score.toFixed(0)}
        {newIn(itinerary, proposed).length > 0 &&
          ` · ${namesOf(panelOf(itinerary), people).join(", ")}`}
      </span>
    </UnstyledButton>
  );
};

const ItineraryTile = (props: OfferedProps & { itinerary: ScoredItinerary }) => {
  const { itinerary, proposed, chosen, zone, people, onChoose } = props;
  const others = newIn(itinerary, proposed);
  return (
    <UnstyledButton
      className="itinerary-tile num"
      aria-pressed={startOf(itinerary) === startOf(chosen)}
      onClick={() => onChoose(startOf(itinerary))}
    >
      {scheduleOf(itinerary.sessions, zone).map((day) => (
        <span key={day.date} className="itinerary-day">
          {dayInWords(day.date)} <span className="strong">{dayHours(day, zone)}</span>
        </span>
      ))}
      <span className="itinerary-note">
        {itinerary === proposed ? "proposed" : `${itinerary.score.toFixed(0)} of 100`}
        {others.length > 0 && ` · with ${shortened(namesOf(others, people))}`}
      </span>
    </UnstyledButton>
  );
};

const namesOf = (emails: string[], people: OtherTimesProps["people"]): string[] =>
  emails.map(
    (email) => people.find((person) => person.email === email)?.name.split(" ")[0] ?? email,
  );

const MOST_NAMES = 2;

const shortened = (names: string[]): string =>
  names.length > MOST_NAMES
    ? `${names.slice(0, MOST_NAMES).join(", ")} + ${names.length - MOST_NAMES}`
    : names.join(", ");
