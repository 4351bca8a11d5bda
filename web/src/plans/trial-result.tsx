import { IconArrowRight, IconCalendarOff, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import type { PlanTrial } from "../../../src/http/api/plan-schemas.ts";
import { zoneName } from "../../../src/domain/zone-names.ts";
import { dayInWords, hoursInWords, localTime } from "../parts/time.ts";

/** What trying a plan found. `isOld`: the text has changed since. */
export const TrialResult = ({ trial, isOld }: { trial: PlanTrial; isOld: boolean }) => (
  <div className="trial" data-old={isOld}>
    {isOld && <p className="quiet small">Found before your last change.</p>}
    <Applies trial={trial} />
    {trial.problem && (
      <p className="trial-none">
        <IconCalendarOff size={16} aria-hidden /> {trial.problem.message}
      </p>
    )}
    {trial.times && <Times times={trial.times} trial={trial} />}
  </div>
);

const Applies = ({ trial }: { trial: PlanTrial }) => {
  const { applies, present, stageName, postingTitle } = trial;
  const where = `${stageName}${postingTitle === "" ? "" : `, ${postingTitle}`}`;
  return (
    <p className="quiet small">
      {applies ? <IconCheck size={14} aria-hidden /> : <IconArrowRight size={14} aria-hidden />}{" "}
      {applies
        ? `This plan matches the candidate (${where}).`
        : `The candidate is at ${where}: this plan does not match there, and is tried all the same.`}{" "}
      {presentInWords(present)}
    </p>
  );
};

const presentInWords = (present: PlanTrial["present"]): string => {
  if (!present) return "As things are, no plan applies.";
  return present.inferred === null
    ? `As things are, ${present.planId} applies.`
    : `As things are: ${present.inferred}`;
};

interface TimesProps {
  times: NonNullable<PlanTrial["times"]>;
  trial: PlanTrial;
}

const Times = ({ times, trial }: TimesProps) => (
  <>
    {times.itineraries.length === 0 ? (
      <None times={times} />
    ) : (
      <ol className="trial-slots" aria-label={`Times (${zoneName(trial.zone)})`}>
        {times.itineraries.map((itinerary) => (
          <li key={JSON.stringify(itinerary.sessions)}>
            <Itinerary itinerary={itinerary} times={times} trial={trial} />
          </li>
        ))}
      </ol>
    )}
    {times.findings.length > 0 && (
      <ul className="trial-findings" aria-label="Good to know of these times">
        {times.findings.map((words) => (
          <li key={words} className="quiet small">
            <IconInfoCircle size={14} aria-hidden /> {words}
          </li>
        ))}
      </ul>
    )}
  </>
);

const None = ({ times }: Pick<TimesProps, "times">) => (
  <>
    <p className="trial-none">
      <IconCalendarOff size={16} aria-hidden /> No time fits everybody.
    </p>
    <ul className="trial-why" aria-label="What stands in the way">
      {times.blockers.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
    {times.relaxations.length > 0 && (
      <ul className="trial-why" aria-label="What would help">
        {times.relaxations.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    )}
  </>
);

interface ItineraryProps extends TimesProps {
  itinerary: TimesProps["times"]["itineraries"][number];
}

/** One session is a line; several are a line each, by name. */
const Itinerary = ({ itinerary, times, trial }: ItineraryProps) => (
  <>
    {itinerary.sessions.map((session) => (
      <span key={session.sessionId} className="trial-session">
        <span className="strong num">
          {dayInWords(localTime(session.startsAt, trial.zone).date)},{" "}
          {hoursInWords(session, trial.zone)}
        </span>
        <span className="quiet">({zoneName(trial.zone)})</span>
        {itinerary.sessions.length > 1 && (
          <span>{times.sessions.find(({ id }) => id === session.sessionId)?.name}:</span>
        )}
        <span>{session.panel.map(({ email }) => trial.names[email] ?? email).join(", ")}</span>
      </span>
    ))}
    <span className="quiet small">
      {itinerary.score.toFixed(0)} of 100
      {itinerary.terms.length > 0 && `: ${bestTerm(itinerary.terms)}`}
    </span>
  </>
);

const bestTerm = (terms: { points: number; words: string }[]): string =>
  terms.toSorted((one, two) => two.points - one.points)[0]?.words ?? "";
