import { useState } from "react";
import type { ScoredItinerary } from "../../../src/domain/proposal.ts";
import { zoneName } from "../../../src/domain/zone-names.ts";
import { isolated } from "../parts/isolated.ts";
import { clock, hoursInWords, localTime, shortDay } from "../parts/time.ts";
import { KINDS, type Person } from "./busy-kinds.ts";
import { type PlacedSession, startOf } from "./schedule-model.ts";
import { type Stretch, daysOf, hoursOf, placeOf, stretchOn } from "./week-model.ts";

interface WeekGridProps {
  monday: string;
  /** The one that is looked at comes first. */
  itineraries: ScoredItinerary[];
  zone: string;
  people: Person[];
  readAt: string;
  laneOf(email: string): number;
  /** Null where there is but one session. */
  nameOf(sessionId: string): string | null;
  onChoose?: (startsAt: string) => void;
}

/** The week as a picture: a column per day, in it a lane per person, over them the offered times. For eyes and pointer;
 * `WeekInWords` says the same, and the list of other times does the same by keyboard. */
export const WeekGrid = (props: WeekGridProps) => {
  const { monday, itineraries, zone } = props;
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const sessions = itineraries.flatMap((itinerary) => itinerary.sessions);
  const dayOf = ({ startsAt }: PlacedSession): string => localTime(startsAt, zone).date;
  const chosen = new Set(itineraries[0]?.sessions.map(dayOf));
  const days = daysOf(monday, sessions.map(dayOf));
  const hours = hoursOf(sessions, zone);
  const ticks = Array.from(
    { length: (hours.end - hours.start) / 60 },
    (_, index) => hours.start + index * 60,
  );
  return (
    <div
      className="week"
      aria-hidden
      data-several={(itineraries[0]?.sessions.length ?? 0) > 1}
      style={{ "--days": days.length, "--hours": ticks.length }}
    >
      <span className="week-corner" />
      {days.map((day) => (
        <DayName key={day} day={day} isOffered={chosen.has(day)} />
      ))}
      <div className="week-hours num">
        {ticks.map((minute, index) => (
          <span key={minute} style={{ top: `${(index / ticks.length) * 100}%` }}>
            {clock(minute)}
          </span>
        ))}
      </div>
      {days.map((day) => (
        <Day key={day} {...props} {...{ day, hours, pointedAt, setPointedAt }} />
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

interface DayProps extends WeekGridProps {
  day: string;
  hours: Stretch;
  /** The beginning of the itinerary under the pointer: its sessions may lie on several days. */
  pointedAt: string | null;
  setPointedAt(startsAt: string | null): void;
}

const Day = (props: DayProps) => {
  const { day, hours, people, zone, itineraries, readAt, laneOf } = props;
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
      {itineraries
        .flatMap((itinerary, index) =>
          itinerary.sessions.map((session) => ({ itinerary, session, isChosen: index === 0 })),
        )
        .toReversed()
        .map((one) => (
          <OfferedSession
            key={startOf(one.itinerary) + one.session.sessionId}
            {...props}
            {...one}
          />
        ))}
    </div>
  );
};

interface OfferedSessionProps extends DayProps {
  itinerary: ScoredItinerary;
  session: PlacedSession;
  isChosen: boolean;
}

const OfferedSession = (props: OfferedSessionProps) => {
  const { itinerary, session, isChosen, day, hours, zone, pointedAt } = props;
  const stretch = stretchOn({ start: session.startsAt, end: session.endsAt }, day, zone);
  const place = stretch && placeOf(stretch, hours);
  if (!place) return null;
  const name = props.nameOf(session.sessionId);
  const when = hoursInWords(session, zone);
  const start = startOf(itinerary);
  return (
    <button
      type="button"
      tabIndex={-1}
      className="slot"
      data-chosen={isChosen}
      data-pointed={pointedAt === start}
      disabled={isChosen || !props.onChoose}
      style={inPercent(place)}
      title={name === null ? when : `${when} ${name}`}
      onClick={() => props.onChoose?.(start)}
      onPointerEnter={() => props.setPointedAt(start)}
      onPointerLeave={() => props.setPointedAt(null)}
    >
      {isChosen && (name === null ? <span className="num">{when}</span> : name)}
    </button>
  );
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
    return (
      <div className="week-unread" style={style} title={`${isolated(person.name)}: not readable`} />
    );
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
              title={`${isolated(person.name)}: ${KINDS[block.kind]}, ${hoursInWords({ startsAt: block.start, endsAt: block.end }, zone)} (${zoneName(zone)})`}
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
