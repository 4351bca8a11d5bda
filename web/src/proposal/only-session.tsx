import type { ProposalDetail, RenderedBooking } from "../../../src/http/api/schemas.ts";
import { Initials } from "../parts/initials.tsx";
import { FORMATS } from "./formats.ts";
import { laneOf } from "./lanes.ts";
import { EmptySeats, TRAINING_ROLES } from "./training.tsx";
import { RoomLine } from "./room-line.tsx";

interface OnlySessionProps {
  proposal: ProposalDetail;
  rendered: RenderedBooking;
}

/** When a booking of one interview is, in the words of each who is there. */
export const OnlySession = ({ proposal, rendered }: OnlySessionProps) => {
  const { payload, calendar } = proposal;
  const { whenCandidate, invitations } = rendered;
  const [session] = payload.sessions;
  return (
    <>
      <h2 id="when" className="when-candidate">
        {whenCandidate}
      </h2>
      <p className="small quiet">
        {payload.candidate.name}’s time
        {payload.candidate.zoneSource === "company" && ", as far as is known"}
        {session && ` · ${session.durationMinutes} minutes, ${FORMATS[session.format]}`}
      </p>
      <ul className="when-people">
        {invitations[0]?.whenPanel.map(({ name, when }, index) => {
          const member = calendar.people.find((person) => person.name === name);
          const trainee = session?.trainees?.find((person) => person.name === name);
          const role = trainee
            ? TRAINING_ROLES[trainee.kind]
            : session?.panel.find((person) => person.name === name)?.role;
          return (
            <li key={name}>
              <Initials name={name} lane={member ? laneOf(member.email, calendar.people) : index} />
              <span>
                <span className="strong">{name}</span>
                {role !== undefined && <span className="quiet">, {role}</span>}
              </span>
              <span className="quiet num small">{shortWhen(when, whenCandidate)}</span>
            </li>
          );
        })}
        {session?.room && <RoomLine name={session.room.name} />}
      </ul>
      <EmptySeats session={proposal.itinerary.sessions[0]} />
    </>
  );
};

/** Only what differs from the candidate's time: the day is said once where it is the same. */
const shortWhen = (when: string, whenCandidate: string): string => {
  if (when === whenCandidate) return "same time";
  const [day, ...rest] = when.split(", ");
  return day === whenCandidate.split(", ")[0] ? rest.join(", ") : when;
};
