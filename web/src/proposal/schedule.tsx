import type { BookedSession, ScoredItinerary } from "../../../src/domain/proposal.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { EmptySeats, TRAINING_ROLES } from "./training.tsx";
import { Initials } from "../parts/initials.tsx";
import { dayInWords, hoursInWords } from "../parts/time.ts";
import { FORMATS } from "./formats.ts";
import { laneOf } from "./lanes.ts";
import { RoomLine } from "./room-line.tsx";
import {
  type Pause,
  type PlacedSession,
  dayHours,
  itineraryInWords,
  minutesInWords,
  minutesOf,
  scheduleOf,
  theirTime,
} from "./schedule-model.ts";

interface ScheduleProps {
  proposal: ProposalDetail;
  /** Whose times and people: the proposed one or another of those offered. */
  itinerary: ScoredItinerary;
}

/** From when to when an itinerary goes in the candidate's time, and how much it is. */
export const ScheduleHead = ({ proposal, itinerary }: ScheduleProps) => (
  <>
    <h2 id="when" className="when-candidate">
      {itineraryInWords(itinerary, proposal.payload.candidate.zone)}
    </h2>
    <p className="small quiet">{sayWhole(proposal, itinerary)}</p>
  </>
);

/** All sessions of an itinerary in the candidate's time: what, how long, with whom, and what lies between. */
export const Schedule = ({ proposal, itinerary }: ScheduleProps) => {
  const { zone } = proposal.payload.candidate;
  const days = scheduleOf(itinerary.sessions, zone);
  return (
    <div className="schedule">
      {days.map((day) => (
        <div key={day.date} className="schedule-day">
          {days.length > 1 && (
            <h3 className="num">
              {dayInWords(day.date)}
              {day.sessions.length > 1 && `, ${dayHours(day, zone)}`}
            </h3>
          )}
          <ol aria-label={dayInWords(day.date)}>
            {day.sessions.map(({ session, pause }) => (
              <SessionLine key={session.sessionId} {...{ proposal, session, pause }} />
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
};

const sayWhole = ({ payload }: ProposalDetail, { sessions }: ScoredItinerary): string => {
  const { name, zoneSource } = payload.candidate;
  const formats = [...new Set(payload.sessions.map(({ format }) => FORMATS[format]))];
  const length = minutesInWords(minutesOf(...sessions));
  return [
    `${name}’s time${zoneSource === "company" ? ", as far as is known" : ""}`,
    `${sessions.length} interviews, ${[length, ...(formats.length === 1 ? formats : [])].join(" ")}`,
  ].join(" · ");
};

interface SessionLineProps {
  proposal: ProposalDetail;
  session: PlacedSession;
  pause: Pause | null;
}

const SessionLine = ({ proposal, session, pause }: SessionLineProps) => {
  const { payload } = proposal;
  const booked = payload.sessions.find(({ sessionId }) => sessionId === session.sessionId);
  // Another time has another room, or none.
  const { room } = session;
  const isMixed = new Set(payload.sessions.map(({ format }) => format)).size > 1;
  return (
    <li>
      {pause && (
        <div className="schedule-pause small quiet num">
          {minutesInWords(pause.minutes)} {pause.isLunch ? "lunch" : "pause"}
        </div>
      )}
      <div className="schedule-session">
        <span className="schedule-hours num">{hoursInWords(session, payload.candidate.zone)}</span>
        <span className="schedule-what">
          <span className="strong">{booked?.name ?? session.sessionId}</span>{" "}
          <span className="quiet small num schedule-length">
            {minutesInWords(minutesOf(session))}
            {isMixed && booked && `, ${FORMATS[booked.format]}`}
          </span>
        </span>
        <ul className="schedule-people" aria-label="With">
          {session.panel.map(({ email, place }) => (
            <Sitter
              key={email}
              {...{ proposal, session, email }}
              role={roleAt({ proposal, booked, email, place })}
            />
          ))}
          {trainingOf(session, booked).map(({ email, role }) => (
            <Sitter key={email} {...{ proposal, session, email, role }} />
          ))}
          {room && <RoomLine name={room.name} />}
        </ul>
        <EmptySeats session={session} />
      </div>
    </li>
  );
};

/** Who sits in: at another time than the proposed one as it was found, of a change as it was booked. */
const trainingOf = (
  session: PlacedSession,
  booked: BookedSession | undefined,
): { email: string; role: string }[] => {
  const isSame = booked?.startsAt === session.startsAt;
  const seats = isSame ? (booked.trainees ?? []) : (session.training ?? []);
  return seats.flatMap(({ email, kind }) =>
    email === undefined ? [] : [{ email, role: TRAINING_ROLES[kind] }],
  );
};

interface SitterProps {
  proposal: ProposalDetail;
  session: PlacedSession;
  email: string;
  role: string | undefined;
}

const Sitter = ({ proposal, session, email, role }: SitterProps) => {
  const { people } = proposal.calendar;
  const person = people.find((each) => each.email === email);
  const name = person?.name ?? email;
  const own = person && theirTime(session, proposal.payload.candidate.zone, person.zone);
  return (
    <li>
      <Initials name={name} lane={laneOf(email, people)} />
      <span>
        {name}
        {role !== undefined && <span className="quiet">, {role}</span>}
        {own && <span className="quiet num small schedule-own">{own}</span>}
      </span>
    </li>
  );
};

interface SeatAt {
  proposal: ProposalDetail;
  booked: BookedSession | undefined;
  email: string;
  place: number;
}

/** Why somebody sits there. Whoever comes with another time alone takes a seat that had this role before. */
const roleAt = ({ proposal, booked, email, place }: SeatAt): string | undefined => {
  const roleOf = (whose: string | undefined): string | undefined =>
    booked?.panel.find((member) => member.email === whose)?.role;
  const proposed = proposal.itinerary.sessions.find(
    ({ sessionId }) => sessionId === booked?.sessionId,
  );
  return roleOf(email) ?? roleOf(proposed?.panel.find((seat) => seat.place === place)?.email);
};
