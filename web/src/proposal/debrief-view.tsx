import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import { debriefWhen, zoneOf } from "../../../src/domain/debrief.ts";
import { isSameTime } from "../../../src/domain/change.ts";
import { timeOf } from "../../../src/domain/itinerary.ts";
import { slotInWords } from "../../../src/domain/time.ts";
import type { DebriefDetail } from "../../../src/http/api/aside-schemas.ts";
import { useMayDecide } from "../api/session.ts";
import { useDecide } from "../decision/use-decide.ts";
import { EditsPanel } from "../parts/edits.tsx";
import { useTitle } from "../parts/page.tsx";
import { AsideHead } from "./aside-head.tsx";
import { Letter, MadeFrom, Said } from "./aside-parts.tsx";
import { StepList } from "./step-list.tsx";

/** A meeting of a panel: when, who, at which other times, and the very event. */
export const DebriefView = ({ proposal }: { proposal: DebriefDetail }) => {
  useTitle(`Debrief: ${proposal.candidateName}, ${proposal.stageName}`);
  const { payload, rendered, evidence } = proposal;
  const left = evidence.flatMap(({ kind, what }) => (kind === "left_out" ? [what] : []));
  return (
    <div className="proposal">
      <AsideHead
        proposal={proposal}
        what={`debrief of ${payload.stageName} for ${payload.postingTitle}`}
        approval="Book the debrief"
      />
      <div className="proposal-body">
        <div className="proposal-column">
          <Said tone="waiting" id="to-know" title="To know" all={left} />
          <EditsPanel id={proposal.id} />
          <section className="panel alert-text" aria-labelledby="when">
            <h2 id="when">When</h2>
            <p className="strong">{debriefWhen(payload)}</p>
            <Since proposal={proposal} />
            <OtherTimes proposal={proposal} />
          </section>
          <section className="panel alert-text" aria-labelledby="who">
            <h2 id="who">Who</h2>
            <ul>
              {payload.people.map(({ userId, name, why, email }) => (
                <li key={userId}>
                  {name} <span className="quiet small">{whyInWords(why)}</span>
                  {email === payload.organizer && (
                    <span className="quiet small"> · the event is in their calendar</span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        </div>
        <div className="proposal-column">
          <StepList proposal={proposal} />
          <Letter
            title="The event, as everybody gets it"
            text={`${rendered.title}\n\n${rendered.description}`}
            isOpen
          />
          <MadeFrom evidence={evidence}>
            <p className="quiet small">{proposal.reason}</p>
          </MadeFrom>
        </div>
      </div>
    </div>
  );
};

/** What has become of it in the calendar. */
const Since = ({ proposal: { status, payload, standsAt } }: { proposal: DebriefDetail }) => {
  if (status !== "done") return null;
  if (standsAt === null) return <p>It was taken off the calendar: nobody meets.</p>;
  return isSameTime(standsAt, payload) ? null : (
    <p>Moved in the calendar, to {slotInWords(timeOf(standsAt), zoneOf(payload))}.</p>
  );
};

const WHY = {
  handed_in: "has handed in a form",
  recruiter: "recruiter",
  hiring_manager: "hiring manager",
} as const;

const whyInWords = (why: keyof typeof WHY): string => WHY[why];

const OtherTimes = ({ proposal }: { proposal: DebriefDetail }) => {
  const [, go] = useLocation();
  const mayDecide = useMayDecide();
  const decide = useDecide({ onDone: ({ proposal: { id } }) => go(`/proposals/${id}`) });
  const { payload, status, notYours } = proposal;
  if (payload.alternatives.length === 0) return null;
  const isOpen = status === "waiting" && mayDecide && notYours === null;
  return (
    <>
      <p className="quiet small">Other times at which all of them could</p>
      <ul>
        {payload.alternatives.map((time) => {
          const words = slotInWords(timeOf(time), zoneOf(payload));
          return (
            <li key={time.startsAt}>
              {words}{" "}
              {isOpen && (
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={decide.busyId !== null}
                  onClick={() => decide.edit(proposal, { startsAt: time.startsAt })}
                >
                  Choose<span className="sr-only"> {words}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
};
