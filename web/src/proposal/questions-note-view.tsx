import { Link } from "wouter";
import type { QuestionsDetail } from "../../../src/http/api/aside-schemas.ts";
import { useTitle } from "../parts/page.tsx";
import { AsideHead } from "./aside-head.tsx";
import { Letter, MadeFrom, Said } from "./aside-parts.tsx";
import { StepList } from "./step-list.tsx";

/** Questions to be left in Lever: the very text of the note, what is to be put otherwise first, and how far it is. */
export const QuestionsNoteView = ({ proposal }: { proposal: QuestionsDetail }) => {
  useTitle(`Questions: ${proposal.candidateName}, ${proposal.stageName}`);
  const { payload, rendered, evidence } = proposal;
  const of = (kind: "warning" | "left_out"): string[] => [
    ...new Set(evidence.flatMap((each) => (each.kind === kind ? [each.what] : []))),
  ];
  const reworded = payload.sessions
    .flatMap(({ questions }) => questions)
    .filter(({ wordedBy }) => wordedBy === "model").length;
  const page = `/plans/${payload.planId}/questions?posting=${payload.postingId}`;
  return (
    <div className="proposal">
      <AsideHead
        proposal={proposal}
        what={`questions of ${payload.stageName} for ${payload.postingTitle}`}
        approval="Leave the note"
      />
      <div className="proposal-body">
        <div className="proposal-column">
          <Said tone="failed" id="warned" title="Before it is asked" all={of("warning")} />
          <Said tone="waiting" id="to-know" title="To know" all={of("left_out")} />
          <StepList proposal={proposal} />
          <MadeFrom evidence={evidence}>
            <p className="quiet small">
              {proposal.reason}
              {reworded > 0 &&
                ` A model has worded ${reworded === 1 ? "one of them" : `${reworded} of them`} to the posting.`}
            </p>
            <Link href={page}>Change the questions</Link>
          </MadeFrom>
        </div>
        <div className="proposal-column">
          <Letter title="Note in Lever" text={rendered.note} isOpen />
        </div>
      </div>
    </div>
  );
};
