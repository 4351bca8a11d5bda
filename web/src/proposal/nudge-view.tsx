import type { NudgeDetail } from "../../../src/http/api/aside-schemas.ts";
import { useTitle } from "../parts/page.tsx";
import { AsideHead } from "./aside-head.tsx";
import { Letter, MadeFrom, Said } from "./aside-parts.tsx";
import { StepList } from "./step-list.tsx";

/** A reminder of a feedback form, or the word that it stays out: the very text, to whom, and how far it is. */
export const NudgeView = ({ proposal }: { proposal: NudgeDetail }) => {
  useTitle(`Feedback: ${proposal.candidateName}, ${proposal.stageName}`);
  const { payload, rendered, evidence } = proposal;
  const isReminder = payload.says === "reminder";
  const leftOut = evidence.flatMap(({ kind, what }) => (kind === "left_out" ? [what] : []));
  return (
    <div className="proposal">
      <AsideHead
        proposal={proposal}
        what={`feedback of ${payload.owed.name} on ${payload.owed.session}`}
        approval={isReminder ? `Remind ${payload.owed.name}` : "Tell them"}
      />
      <div className="proposal-body">
        <div className="proposal-column">
          <Said tone="waiting" id="to-know" title="To know" all={leftOut} />
          <StepList proposal={proposal} />
          <MadeFrom evidence={evidence}>
            <p className="quiet small">
              {proposal.reason} Just before it leaves, Lever is asked once more whether the form is
              in.
            </p>
          </MadeFrom>
        </div>
        <div className="proposal-column">
          {rendered.note === null ? (
            <Letter title={`To ${whom(payload.to)}`} text={textOf(rendered)} isOpen />
          ) : (
            <Letter title="Note in Lever" text={rendered.note} isOpen />
          )}
        </div>
      </div>
    </div>
  );
};

const WHERE = { slack: "in Slack", mail: "by mail" } as const;

const whom = (to: NudgeDetail["payload"]["to"]): string =>
  to.map(({ name, channel }) => `${name}, ${WHERE[channel]}`).join("; ");

/** Links stand as words: nobody opens them from here. */
const textOf = ({ title, lines, links }: NudgeDetail["rendered"]): string =>
  [title, ...lines, ...links.map(({ label }) => `[${label}]`)].join("\n\n");
