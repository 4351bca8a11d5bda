import type { ScoredSlot } from "../../../src/domain/proposal.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { clock, hoursInWords, localTime, shortDay, zoneName } from "../parts/time.ts";
import { type Stretch, daysOf, hoursOf, placeOf, stretchOn } from "./week-model.ts";

type Person = ProposalDetail["calendar"]["people"][number];
type BusyKind = Person["blocks"][number]["kind"];

const KINDS: Record<BusyKind, string> = {
  busy: "busy",
  tentative: "tentative",
  out_of_office: "out of office",
  focus: "focus time",
  working_elsewhere: "working elsewhere",
  unaccepted: "invited, not answered",
};

interface WeekGridProps {
  monday: string;
  /** The one that is looked at comes first. */
  slots: ScoredSlot[];
  zone: string;
  people: Person[];
  readAt: string;
  laneOf(email: string): number;
  onChoose?: (startsAt: string) => void;
}

/** The week as a picture: a column per day, in it a lane per person, over them the offered slots. For eyes and pointer;
 * `WeekInWords` says the same, and the list of other times does the same by keyboard. */
export const WeekGrid = (props: WeekGridProps) => {
  const { monday, slots, zone } = props;
  const offered = slots.map(({ startsAt }) => localTime(startsAt, zone).date);
  const days = daysOf(monday, offered);
  const hours = hoursOf(slots, zone);
  const ticks = Array.from(
    { length: (hours.end - hours.start) / 60 },
    (_, index) => hours.start + index * 60,
  );
  return (
    <div className="week" aria-hidden style={{ "--days": days.length, "--hours": ticks.length }}>
      <span className="week-corner" />
      {days.map((day) => (
        <DayName key={day} day={day} isOffered={offered[0] === day} />
      ))}
      <div className="week-hours num">
        {ticks.map((minute, index) => (
          <span key={minute} style={{ top: `${(index / ticks.length) * 100}%` }}>
            {clock(minute)}
          </span>
        ))}
      </div>
      {days.map((day) => (
        <Day key={day} {...props} day={day} hours={hours} />
      ))}
    </div>
  );
};

const DayName = ({ day, isOffered }: { day: string; isOffered: boolean }) => {
  const words = shortDay(day);
  return (
    <div className="week-name" data-offered={isOffered}>
      {words.weekday} <span className="quiet num">{words.day}</span>
    </div>
  );
};

const Day = ({
  day,
  hours,
  people,
  zone,
  slots,
  readAt,
  laneOf,
  onChoose,
}: WeekGridProps & {
  day: string;
  hours: Stretch;
}) => {
  const past = stretchOn({ start: "1970-01-01T00:00:00Z", end: readAt }, day, zone);
  const pastPlace = past && placeOf(past, hours);
  return (
    <div className="week-day">
      {pastPlace && <div className="week-past" style={inPercent(pastPlace)} />}
      {people.map((person, index) => (
        <Lane
          key={person.email}
          {...{ person, day, hours, zone }}
          lane={laneOf(person.email)}
          left={(index / people.length) * 100}
          width={100 / people.length}
        />
      ))}
      {slots
        .map((slot, index) => ({ slot, index, place: slotPlace(slot, day, zone, hours) }))
        .toReversed()
        .map(({ slot, index, place }) =>
          place === null ? null : (
            <button
              key={slot.startsAt}
              type="button"
              tabIndex={-1}
              className="slot"
              data-chosen={index === 0}
              disabled={index === 0 || !onChoose}
              style={inPercent(place)}
              title={hoursInWords(slot, zone)}
              onClick={() => onChoose?.(slot.startsAt)}
            >
              {index === 0 && <span className="num">{hoursInWords(slot, zone)}</span>}
            </button>
          ),
        )}
    </div>
  );
};

// oxlint-disable-next-line max-params
const slotPlace = (slot: ScoredSlot, day: string, zone: string, hours: Stretch) => {
  const stretch = stretchOn({ start: slot.startsAt, end: slot.endsAt }, day, zone);
  return stretch && placeOf(stretch, hours);
};

const inPercent = ({ top, height }: { top: number; height: number }) => ({
  top: `${top}%`,
  height: `${height}%`,
});

interface LaneProps {
  person: Person;
  day: string;
  hours: Stretch;
  zone: string;
  lane: number;
  left: number;
  width: number;
}

const Lane = ({ person, day, hours, zone, lane, left, width }: LaneProps) => {
  const style = { left: `${left}%`, width: `${width}%`, "--lane": `var(--c-lane-${lane % 6})` };
  if (!person.readable) {
    return <div className="week-unread" style={style} title={`${person.name}: not readable`} />;
  }
  return (
    <div className="week-lane" style={style}>
      {person.blocks.map((block) => {
        const stretch = stretchOn(block, day, zone);
        const place = stretch && placeOf(stretch, hours);
        return (
          place && (
            <div
              key={block.start + block.end + block.kind}
              className="block"
              data-kind={block.kind}
              style={inPercent(place)}
              title={`${person.name}: ${KINDS[block.kind]}, ${hoursInWords({ startsAt: block.start, endsAt: block.end }, zone)} (${zoneName(zone)})`}
            />
          )
        );
      })}
    </div>
  );
};

/** Which person has which colour, and which pattern means what. */
export const WeekLegend = ({ people }: { people: Person[] }) => {
  const kinds = new Set<string>(people.flatMap((person) => person.blocks.map(({ kind }) => kind)));
  return (
    <span className="week-legend">
      {Object.entries(KINDS)
        .filter(([kind]) => kinds.has(kind))
        .map(([kind, words]) => (
          <span key={kind} className="week-key">
            <span className="block" data-kind={kind} aria-hidden /> {words}
          </span>
        ))}
    </span>
  );
};

/** What the picture shows of the chosen time, for those who do not see it. */
export const WeekInWords = ({
  slot,
  people,
  zone,
}: {
  slot: ScoredSlot | undefined;
  people: Person[];
  zone: string;
}) => (
  <ul className="sr-only" aria-label="Everybody’s time at this slot">
    {people.map((person) => (
      <li key={person.email}>{sayPerson(person, slot, zone)}</li>
    ))}
  </ul>
);

const sayPerson = (person: Person, slot: ScoredSlot | undefined, zone: string): string => {
  if (!person.readable) return `${person.name}: the calendar could not be read.`;
  const within = person.blocks.filter(
    (block) =>
      slot !== undefined &&
      Date.parse(block.start) < Date.parse(slot.endsAt) &&
      Date.parse(block.end) > Date.parse(slot.startsAt),
  );
  if (within.length === 0) return `${person.name}: nothing stands against it.`;
  const words = within.map(
    (block) =>
      `${KINDS[block.kind]} ${hoursInWords({ startsAt: block.start, endsAt: block.end }, zone)}`,
  );
  return `${person.name}: ${words.join(", ")} (${zoneName(zone)}).`;
};
