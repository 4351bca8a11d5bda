import "../styles/proposal.css";
import type {
  AlertDetail,
  AnswerMailDetail,
  ChatNoteDetail,
  QuestionWordDetail,
  BriefDetail,
  DebriefDetail,
  MessageDetail,
  NudgeDetail,
  MoveDetail,
  QuestionsDetail,
  SynthesisDetail,
} from "../../../src/http/api/aside-schemas.ts";
import { isMessageKind } from "../../../src/domain/attendance-message.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { useProposal } from "../api/queries.ts";
import { Loaded, Loading, SwitchedOff, wordsOfSwitchedOff } from "../parts/states.tsx";
import { MessageView } from "./message-view.tsx";
import { DebriefView } from "./debrief-view.tsx";
import { BriefView } from "./brief-view.tsx";
import { ChatWordView } from "./chat-word-view.tsx";
import { AlertView } from "./alert-view.tsx";
import { NudgeView } from "./nudge-view.tsx";
import { MoveView } from "./move-view.tsx";
import { ProposalView } from "./proposal-view.tsx";
import { SynthesisView } from "./synthesis-view.tsx";
import { QuestionsNoteView } from "./questions-note-view.tsx";

/** One proposal: what would happen, and why. */
export const ProposalPage = ({ id }: { id: string }) => {
  const query = useProposal(id);
  // Also when it was read before: what is switched off is shown to nobody from then on.
  const off = wordsOfSwitchedOff(query.error);
  if (off !== null) return <SwitchedOff words={off} />;
  return (
    <Loaded query={query} loading={<ProposalSkeleton />} page="Proposal">
      {(proposal) => viewOf(proposal)}
    </Loaded>
  );
};

const viewOf = (
  proposal:
    | ProposalDetail
    | AlertDetail
    | BriefDetail
    | MessageDetail
    | QuestionsDetail
    | SynthesisDetail
    | NudgeDetail
    | MoveDetail
    | DebriefDetail
    | QuestionWordDetail
    | AnswerMailDetail
    | ChatNoteDetail,
) => {
  if (proposal.kind === "alert_recruiter") return <AlertView proposal={proposal} />;
  if (proposal.kind === "send_brief") return <BriefView proposal={proposal} />;
  if (proposal.kind === "nudge_feedback") return <NudgeView proposal={proposal} />;
  if (proposal.kind === "note_questions") return <QuestionsNoteView proposal={proposal} />;
  if (proposal.kind === "post_synthesis") return <SynthesisView proposal={proposal} />;
  if (proposal.kind === "move_stage") return <MoveView proposal={proposal} />;
  if (proposal.kind === "book_debrief") return <DebriefView proposal={proposal} />;
  if (
    proposal.kind === "tell_question" ||
    proposal.kind === "tell_answer" ||
    proposal.kind === "note_chat"
  ) {
    return <ChatWordView proposal={proposal} />;
  }
  if (isMessage(proposal)) return <MessageView proposal={proposal} />;
  return <ProposalView proposal={proposal} />;
};

const isMessage = (proposal: ProposalDetail | MessageDetail): proposal is MessageDetail =>
  isMessageKind(proposal.kind);

const ProposalSkeleton = () => (
  <div className="page">
    <Loading rows={1} height={56} />
    <div className="proposal-body">
      <Loading rows={2} height={260} />
      <Loading rows={2} height={260} />
    </div>
  </div>
);
