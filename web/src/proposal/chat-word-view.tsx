import type { ChatNoteDetail, QuestionWordDetail } from "../../../src/http/api/aside-schemas.ts";
import { useTitle } from "../parts/page.tsx";
import { AsideHead } from "./aside-head.tsx";
import { Letter } from "./aside-parts.tsx";
import { StepList } from "./step-list.tsx";

/** What people inside are told of a candidate's chat: the very text, and how far it is. */
export const ChatWordView = ({ proposal }: { proposal: QuestionWordDetail | ChatNoteDetail }) => {
  useTitle(`Chat: ${proposal.candidateName}, ${proposal.stageName}`);
  const isNote = proposal.kind === "note_chat";
  return (
    <div className="proposal">
      <AsideHead
        proposal={proposal}
        what={`${isNote ? "note of the chat" : "question of the candidate"} for ${proposal.postingTitle}`}
        approval={isNote ? "Leave the note" : `Tell ${proposal.payload.to.name}`}
      />
      <div className="proposal-body">
        <div className="proposal-column">
          <StepList proposal={proposal} />
          <p className="quiet small">{proposal.reason}</p>
        </div>
        <div className="proposal-column">
          <Letter
            title={isNote ? "Note in Lever" : "Message to the recruiter"}
            text={isNote ? proposal.rendered.note : textOf(proposal)}
            isOpen
          />
        </div>
      </div>
    </div>
  );
};

const textOf = ({ rendered: { title, lines } }: QuestionWordDetail): string =>
  [title, ...lines].join("\n\n");
