import type {
  AnswerMailDetail,
  ChatNoteDetail,
  QuestionWordDetail,
} from "../../../src/http/api/aside-schemas.ts";
import { useTitle } from "../parts/page.tsx";
import { AsideHead } from "./aside-head.tsx";
import { Letter } from "./aside-parts.tsx";
import { StepList } from "./step-list.tsx";

type ChatWord = QuestionWordDetail | AnswerMailDetail | ChatNoteDetail;

interface Shown {
  /** What the proposal is, in words. */
  what: string;
  approval: string;
  title: string;
  text: string;
}

/** What is told of a candidate's chat, to people inside or to the candidate: the very text, and how far it is. */
export const ChatWordView = ({ proposal }: { proposal: ChatWord }) => {
  useTitle(`Chat: ${proposal.candidateName}, ${proposal.stageName}`);
  const { what, approval, title, text } = shownOf(proposal);
  return (
    <div className="proposal">
      <AsideHead
        proposal={proposal}
        what={`${what} for ${proposal.postingTitle}`}
        approval={approval}
      />
      <div className="proposal-body">
        <div className="proposal-column">
          <StepList proposal={proposal} />
          <p className="quiet small">{proposal.reason}</p>
        </div>
        <div className="proposal-column">
          <Letter title={title} text={text} isOpen />
        </div>
      </div>
    </div>
  );
};

const shownOf = (proposal: ChatWord): Shown => {
  if (proposal.kind === "note_chat") {
    const { note: text } = proposal.rendered;
    return { what: "note of the chat", approval: "Leave the note", title: "Note in Lever", text };
  }
  if (proposal.kind === "tell_answer") {
    const { subject, text } = proposal.rendered;
    const title = `Mail to the candidate: ${subject}`;
    return { what: "word of an answer", approval: "Tell the candidate", title, text };
  }
  const { title, lines } = proposal.rendered;
  return {
    what: "question of the candidate",
    approval: `Tell ${proposal.payload.to.name}`,
    title: "Message to the recruiter",
    text: [title, ...lines].join("\n\n"),
  };
};
