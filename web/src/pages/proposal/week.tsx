/** The days of the offered slots over everybody's busy blocks, one lane a person, in one zone. */
import { Group, Text, VisuallyHidden } from "@mantine/core";
import type { ScoredSlot } from "../../../../src/domain/proposal.ts";
import type { ProposalDetail } from "../../../../src/http/api/schemas.ts";
import { clock, localTime, zoneName } from "../../parts/time.ts";

const HOUR_PX = 26;
const DAY_MINUTES = 24 * 60;
/** Lanes shown at once; those who sit in a slot come first. */
const MOST_LANES = 6;
const LANE_COLORS = 4;

const KINDS: Record<string, string> = {
  busy: "busy",
  out_of_office: "out of office",
  tentative: "tentative",
  focus: "focus time",
  working_elsewhere: "working elsewhere",
  unaccepted: "not answered yet",
};

interface WeekProps {
  proposal: ProposalDetail;
  slot: ScoredSlot;
  zone: string;
  /** Null: nothing can be chosen any more. */
  onChoose: ((slot: ScoredSlot) => void) | null;
}

interface Piece {
  date: string;
  from: number;
  to: number;
}

/** A span cut at midnights of the zone. */
const piecesOf = (start: string, end: string, zone: string): Piece[] => {
  const a = localTime(start, zone);
  const b = localTime(end, zone);
  if (a.date === b.date) return [{ date: a.date, from: a.minute, to: b.minute }];
  return [
    { date: a.date, from: a.minute, to: DAY_MINUTES },
    ...(b.minute > 0 ? [{ date: b.date, from: 0, to: b.minute }] : []),
  ];
};

/** The week. */
export const Week = ({ proposal, slot, zone, onChoose }: WeekProps) => {
  const slots = [proposal.slot, ...proposal.alternatives];
  const days = daysOf(slots, zone);
  const people = lanesOf(proposal, slots);
  const [first, last] = hoursOf(slots, zone);
  const height = (last - first) * HOUR_PX;
  const top = (minute: number) => ((minute - first * 60) / 60) * HOUR_PX;
  return (
    <div style={{ padding: 12 }}>
      <Group gap="sm" mb={6}>
        {people.map((person, lane) => (
          <Text key={person.email} size="xs" component="span">
            <span
              aria-hidden
              style={{
                display: "inline-block",
                width: 10,
                height: 10,
                borderRadius: 2,
                marginInlineEnd: 4,
                background: `var(--c-lane-${lane % LANE_COLORS})`,
              }}
            />
            {person.name}
            {!person.readable && " (calendar cannot be read)"}
          </Text>
        ))}
        <Text size="xs" component="span" className="quiet">
          striped: tentative or not answered; dotted: focus time
        </Text>
      </Group>
      <div
        className="week"
        style={
          {
            "--days": days.length,
            "--height": `${height}px`,
            "--hour": `${HOUR_PX}px`,
          } as React.CSSProperties
        }
      >
        <div className="week-head" />
        {days.map((day) => (
          <div key={day.date} className="week-head">
            {day.label}
          </div>
        ))}
        <div className="week-hours num" aria-hidden>
          {Array.from({ length: last - first - 1 }, (_, index) => (
            <span key={index} style={{ top: (index + 1) * HOUR_PX }}>
              {clock((first + index + 1) * 60)}
            </span>
          ))}
        </div>
        {days.map((day) => (
          <div key={day.date} className="week-day">
            {people.flatMap((person, lane) =>
              person.blocks
                .flatMap((block) => piecesOf(block.start, block.end, zone).map((piece) => ({ ...piece, kind: block.kind })))
                .filter((piece) => piece.date === day.date && piece.to > first * 60 && piece.from < last * 60)
                .map((piece) => (
                  <div
                    key={`${person.email}${piece.from}${piece.kind}`}
                    className="block"
                    data-kind={piece.kind}
                    title={`${person.name}: ${KINDS[piece.kind] ?? piece.kind}, ${clock(piece.from)}–${clock(piece.to)} (${zoneName(zone)})`}
                    style={{
                      top: Math.max(0, top(piece.from)),
                      height: Math.min(height, top(piece.to)) - Math.max(0, top(piece.from)),
                      left: `${(lane / people.length) * 100}%`,
                      width: `calc(${100 / people.length}% - 1px)`,
                      background: `var(--c-lane-${lane % LANE_COLORS})`,
                    }}
                  />
                )),
            )}
            {slots
              .filter((other) => localTime(other.startsAt, zone).date === day.date)
              .map((other) => (
                <SlotMark
                  key={other.startsAt}
                  other={other}
                  isChosen={other.startsAt === slot.startsAt}
                  zone={zone}
                  top={top}
                  onChoose={onChoose}
                />
              ))}
          </div>
        ))}
      </div>
      <VisuallyHidden>
        Times in {zoneName(zone)}. The chosen time is {localTime(slot.startsAt, zone).day},{" "}
        {clock(localTime(slot.startsAt, zone).minute)}.
      </VisuallyHidden>
    </div>
  );
};

interface MarkProps {
  other: ScoredSlot;
  isChosen: boolean;
  zone: string;
  top: (minute: number) => number;
  onChoose: ((slot: ScoredSlot) => void) | null;
}

const SlotMark = ({ other, isChosen, zone, top, onChoose }: MarkProps) => {
  const start = localTime(other.startsAt, zone);
  const minutes = (Date.parse(other.endsAt) - Date.parse(other.startsAt)) / 60_000;
  const style = {
    top: top(start.minute),
    height: Math.max(20, top(start.minute + minutes) - top(start.minute)),
    zIndex: isChosen ? 2 : 1,
  };
  const words = `${start.day}, ${clock(start.minute)} to ${clock(start.minute + minutes)} ${zoneName(zone)}, ${other.score.toFixed(0)} of 100`;
  if (!onChoose) {
    return isChosen ? (
      <div className="slot num" style={style} title={words}>
        {clock(start.minute)}
      </div>
    ) : null;
  }
  return (
    <button
      type="button"
      className="slot num"
      data-alternative={!isChosen}
      aria-pressed={isChosen}
      aria-label={`${isChosen ? "Chosen" : "Choose"}: ${words}`}
      title={words}
      style={style}
      onClick={() => onChoose(other)}
    >
      {clock(start.minute)}
    </button>
  );
};

/** Weekdays from the first to the last offered slot, five at least where there are as many. */
const daysOf = (slots: ScoredSlot[], zone: string): { date: string; label: string }[] => {
  const starts = slots.map((slot) => Date.parse(slot.startsAt)).toSorted((a, b) => a - b);
  const first = starts[0] ?? 0;
  const last = starts.at(-1) ?? first;
  const days = new Map<string, string>();
  const DAY_MS = 86_400_000;
  for (let at = first; days.size < 7; at += DAY_MS) {
    const local = localTime(new Date(at).toISOString(), zone);
    const isNeeded = at <= last || days.size < 3;
    if (!isNeeded) break;
    if (!["Sat", "Sun"].includes(local.weekday)) days.set(local.date, local.day);
  }
  for (const slot of slots) {
    const local = localTime(slot.startsAt, zone);
    days.set(local.date, local.day);
  }
  return [...days].map(([date, label]) => ({ date, label })).toSorted((a, b) => (a.date < b.date ? -1 : 1));
};

/** Who sits in the chosen slot or an alternative first. */
const lanesOf = (proposal: ProposalDetail, slots: ScoredSlot[]) => {
  const seated = new Set(slots.flatMap((slot) => slot.panel.map(({ email }) => email)));
  return proposal.calendar.people
    .toSorted((a, b) => Number(seated.has(b.email)) - Number(seated.has(a.email)))
    .slice(0, MOST_LANES);
};

/** Whole hours that show every slot and a working day around it. */
const hoursOf = (slots: ScoredSlot[], zone: string): [number, number] => {
  const starts = slots.map((slot) => localTime(slot.startsAt, zone).minute);
  const ends = slots.map((slot) => localTime(slot.endsAt, zone).minute || DAY_MINUTES);
  const first = Math.min(8, Math.floor(Math.min(...starts) / 60));
  const last = Math.max(18, Math.ceil(Math.max(...ends) / 60));
  return [first, Math.min(24, last)];
};
