import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconMinus, IconX } from "@tabler/icons-react";
import { Link } from "wouter";
import type { RolloutView } from "../../../src/http/api/rollout-routes.ts";
import { useAcceptStep, useRollout } from "../api/law.ts";
import { useSession } from "../api/session.ts";
import { Loaded, Loading } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { kindInWords } from "../../../src/domain/policy-words.ts";

type Standing = RolloutView["standings"][number];
type Evidence = Standing["evidence"][number];

/** What people did against what was proposed, stage by stage: the steps that are offered by it, and those taken back. */
export const RolloutSection = () => (
  <section className="panel setting-block" aria-labelledby="rollout">
    <div>
      <h2 id="rollout">What people do, and what was proposed</h2>
      <p className="quiet">
        What is only recorded is held against what people then do by hand; what is asked, against
        what they decide. Where they agree for long enough, a step up is offered for that stage and
        kind of work; where they do so no more, it is taken back.
      </p>
    </div>
    <Loaded query={useRollout()} loading={<Loading rows={2} height={24} />}>
      {(view) => (
        <>
          <StepsBack view={view} />
          {view.standings.length === 0 ? (
            <p className="quiet">Nothing has been compared yet under the settings in force.</p>
          ) : (
            <ul className="preview-list" aria-label="How far people agree">
              {view.standings.map((standing) => (
                <StandingLine
                  key={JSON.stringify([
                    standing.stageId,
                    standing.kind,
                    standing.rule,
                    standing.verdict,
                  ])}
                  standing={standing}
                  view={view}
                />
              ))}
            </ul>
          )}
          <NotCompared view={view} />
        </>
      )}
    </Loaded>
  </section>
);

const StepsBack = ({ view: { stepsBack } }: { view: RolloutView }) =>
  stepsBack.length > 0 && (
    <ul className="opt-outs" aria-label="Taken back by itself">
      {stepsBack.map(({ stageId, stageName, kind, to, last, lastAgreed, at }) => (
        <li key={`${stageId} ${kind} ${at}`} className="rule-hint small">
          <IconAlertTriangle size={14} aria-hidden /> {at.slice(0, 10)}: {stageName ?? stageId} ·{" "}
          {kindInWords(kind)} went back to {to} mode. Of the last {last}, people agreed with{" "}
          {lastAgreed}.
        </li>
      ))}
    </ul>
  );

/** Whoever books in a calendar alone would wait for a step up without end, and not know why. */
const NotCompared = ({ view: { notCompared } }: { view: RolloutView }) =>
  notCompared.length > 0 && (
    <div className="quiet small">
      <p>
        For these, people have made no panel in Lever so far. An interview that stands in a calendar
        alone is not seen: it counts neither for nor against a step up.
      </p>
      <ul className="opt-outs" aria-label="Not compared">
        {notCompared.map(({ stageId, stageName, kind, cases }) => (
          <li key={`${stageId} ${kind}`}>
            {stageName} · {kindInWords(kind)}: {cases} {cases === 1 ? "case" : "cases"} of the last
            90 days
          </li>
        ))}
      </ul>
    </div>
  );

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const StandingLine = ({ standing, view }: { standing: Standing; view: RolloutView }) => {
  const { stageName, kind, mode, count, agreed, lower, upper } = standing;
  return (
    <li>
      <div className="personal">
        <span>
          <strong>
            {stageName} · {kindInWords(kind)}
          </strong>{" "}
          <span className="quiet">{mode} mode</span>
        </span>
        <AcceptButton standing={standing} view={view} />
      </div>
      <span>
        People agreed with <strong className="num">{agreed}</strong> of{" "}
        <strong className="num">{count}</strong>{" "}
        {count > 0 && (
          <span className="quiet">
            (between {percent(lower)} and {percent(upper)})
          </span>
        )}
      </span>
      <span className="quiet small">{standingInWords(standing, view)}</span>
      {standing.evidence.length > 0 && (
        <details>
          <summary className="small">Case by case</summary>
          <ul className="opt-outs" aria-label={`Cases of ${stageName}, ${kindInWords(kind)}`}>
            {standing.evidence.map((one) => (
              <EvidenceLine key={one.proposalId} one={one} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
};

const AcceptButton = ({ standing, view }: { standing: Standing; view: RolloutView }) => {
  const accept = useAcceptStep();
  const { data: session } = useSession();
  const { offered, stageId, stageName, kind, rule } = standing;
  if (offered === null || session?.role !== "admin") return null;
  return (
    <Button
      size="compact-sm"
      loading={accept.isPending}
      onClick={() =>
        accept.mutate(
          { version: view.version, stageId, kind, rule, to: offered },
          {
            onSuccess: () => tellDone(`In force: ${offered} mode for ${stageName}.`),
            onError: tellProblem,
          },
        )
      }
    >
      Go to {offered} mode
      <span className="sr-only">
        : {stageName}, {kindInWords(kind)}
      </span>
    </Button>
  );
};

const standingInWords = (
  { offered, notOffered, isBelow, isPromoted, last, count }: Standing,
  { limits }: RolloutView,
): string => {
  if (isBelow && !isPromoted) {
    return `Of the last ${last.count}, people agreed with ${last.agreed}. These settings were made by hand, so they stay: look at them.`;
  }
  if (offered !== null)
    return `Enough for ${offered} mode, which an administrator may put in force.`;
  switch (notOffered) {
    case "too_few":
      return `${limits.cases - count} more are needed before a step up is offered.`;
    case "too_low":
      return `A step up is offered from ${percent(limits.offerAt)}, by the lower of the two.`;
    case "by_hand":
      return "A rule that somebody wrote says expressly what is done: only they change it.";
    default:
      return "There is no step up: what can be done by itself is, and the rest always asks.";
  }
};

const EvidenceLine = ({ one }: { one: Evidence }) => {
  const Icon = one.agrees === null ? IconMinus : one.agrees ? IconCheck : IconX;
  return (
    <li className="small">
      <span>
        <Icon size={14} aria-hidden />{" "}
        <Link href={`/proposals/${one.proposalId}`}>{one.postingTitle}</Link>
        {", "}
        {one.at.slice(0, 10)}: {evidenceInWords(one)}
      </span>
    </li>
  );
};

const OUTCOMES: Record<Evidence["outcome"], string> = {
  same: "people did the same",
  near: "people did nearly the same",
  apart: "people did otherwise",
  overtaken: "does not count: another proposal or time had passed it by",
  unchanged: "approved as it was",
  edited: "edited before it was approved",
  rejected: "rejected",
  expired: "does not count: nobody decided",
  kept: "done by itself, and left so",
  changed: "done by itself, and changed by hand since",
};

const evidenceInWords = (one: Evidence): string =>
  [
    OUTCOMES[one.outcome],
    one.minutesApart !== null && `${one.minutesApart} min apart`,
    one.peopleShared !== null &&
      `${one.peopleShared} of ${one.peopleProposed ?? 0} people the same`,
    one.minutesLonger !== null &&
      one.minutesLonger !== 0 &&
      `${Math.abs(one.minutesLonger)} min ${one.minutesLonger > 0 ? "longer" : "shorter"}`,
    one.edited.length > 0 && `changed: ${one.edited.join(", ")}`,
    one.lettersEdited !== null && one.lettersEdited > 0 && `${one.lettersEdited} letters`,
  ]
    .filter((part) => part !== false)
    .join(", ");
