/** Proposes to tell the recruiter that a candidate asks something, and to leave in Lever what a conversation was about. */
import { getQuestion } from "../../src/cases/candidate-questions.ts";
import { getCase } from "../../src/cases/cases.ts";
import { openChatMessages } from "../../src/cases/chat.ts";
import { CHAT_NOTE_DUE, readConversation } from "../../src/cases/chat-notes.ts";
import { readEventData } from "../../src/cases/event-data.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import type { AlertContext } from "../../src/cases/open-proposal.ts";
import { storeProposals } from "../../src/cases/proposals.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import type { NoteChat, TellQuestion } from "../../src/domain/chat-words.ts";
import { RunId, UserId } from "../../src/domain/ids.ts";
import { cleanLine, plainName } from "../../src/domain/quoted.ts";
import type { Opportunity, Posting } from "../../src/lever/port.ts";
import { readPolicy } from "../../src/policy/store.ts";
import { recruiterOf } from "../active-user.ts";
import type { RunDeps } from "../deps.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `chat` node. Shape: no proposal, and words, when nothing is to be told or nobody can be. Errors: Lever's, and the chat service's. */
export const createChat =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const data = await readEventData(deps.database, state.eventId);
    const case_ = await getCase(deps.database, String(data["caseId"]));
    if (!case_) return { outcome: "The case of this chat is gone." };
    const opportunity = await deps.lever.getOpportunity(case_.opportunityId);
    const posting = case_.postingId === null ? null : await deps.lever.getPosting(case_.postingId);
    if (opportunity.confidential || posting?.confidential === true) return { outcome: FOR_FEW };
    const facts = { case_, opportunity, posting };
    const made =
      state.eventKind === CHAT_NOTE_DUE
        ? await noteOf(facts, Number(data["after"]), deps)
        : await wordOf(facts, String(data["questionId"]), deps);
    if ("outcome" in made) return made;
    return { proposalIds: await store(made, { case_, state }, deps) };
  };

const FOR_FEW = "The candidacy is confidential in Lever: nothing of the chat is told.";
const NOBODY =
  "Nobody could be told that the candidate asks something: neither the opportunity nor its posting has an owner in Lever who is active.";

interface Facts {
  case_: CaseRecord;
  opportunity: Opportunity;
  posting: Posting | null;
}

interface Made {
  payload: TellQuestion | NoteChat;
  context: AlertContext;
}

const ofCase = ({ case_ }: Facts, { companyName }: RunDeps) => ({
  version: 1 as const,
  opportunityId: case_.opportunityId,
  stageId: case_.stageId,
  caseId: case_.id,
  postingTitle: case_.postingTitle,
  stageName: case_.stageName,
  companyName,
});

const LONGEST_QUESTION = 600;

const wordOf = async (
  facts: Facts,
  questionId: string,
  deps: RunDeps,
): Promise<Made | { outcome: string }> => {
  const { case_, opportunity, posting } = facts;
  const question = await getQuestion(deps.database, questionId);
  if (!question || question.answeredAt) return { outcome: "The question is answered already." };
  const recruiter = await recruiterOf(opportunity, posting, deps);
  if (!recruiter) return { outcome: NOBODY };
  const messages = await openChatMessages(deps.database, [question.messageId], deps.texts);
  const asked = messages.get(question.messageId);
  const channel = await deps.chooseChannel(recruiter.email);
  const isForMany = channel === "teams";
  const words = asked?.words?.text ?? null;
  const isHidden = isForMany || asked?.isPrivate !== false || words === null;
  const payload: TellQuestion = {
    kind: "tell_question",
    ...ofCase(facts, deps),
    questionId,
    channel,
    to: { email: recruiter.email, name: recruiter.name },
    candidateName: isForMany ? null : plainName(opportunity.name, "a candidate"),
    question: isHidden ? null : cleanLine(words, LONGEST_QUESTION),
  };
  return {
    payload,
    context: {
      summary: `Tell ${recruiter.name} that the candidate asks something (${case_.postingTitle})`,
      reason: "The candidate's assistant does not know the answer, or was asked for a person.",
      evidence: [
        { kind: "read", what: "Question", source: `question ${questionId}` },
        {
          kind: "read",
          what: "Owner",
          source: `get_opportunity opportunity/${case_.opportunityId}`,
        },
      ],
    },
  };
};

const noteOf = async (
  facts: Facts,
  after: number,
  deps: RunDeps,
): Promise<Made | { outcome: string }> => {
  const { case_, opportunity, posting } = facts;
  const said = await readConversation(deps.database, { caseId: case_.id, after });
  const performAs = deps.performAs ?? opportunity.ownerId ?? posting?.ownerId ?? null;
  if (!said || !posting || performAs === null) {
    return { outcome: "There is nothing of the chat to tell in Lever." };
  }
  const { since, until, ...counts } = said;
  const payload: NoteChat = {
    kind: "note_chat",
    ...ofCase(facts, deps),
    postingId: posting.id,
    performAs: UserId.parse(performAs),
    since: since.toString(),
    until: until.toString(),
    ...counts,
  };
  return {
    payload,
    context: {
      summary: `Leave in Lever what the candidate's chat was about (${case_.postingTitle})`,
      reason: "The candidate wrote in the chat of their page, and an hour has passed since.",
      evidence: [
        { kind: "read", what: "Topics of the chat, without its words", source: `case ${case_.id}` },
      ],
    },
  };
};

const store = async (
  { payload, context }: Made,
  { case_, state }: { case_: CaseRecord; state: RunState },
  deps: RunDeps,
): Promise<string[]> =>
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const { version, policy } = await readPolicy(tx);
    const proposal = {
      key: payload.kind === "note_chat" ? "chat-note" : `question:${payload.questionId}`,
      caseId: case_.id,
      runId: RunId.parse(state.runId),
      candidate: case_.candidate,
      correlationId: state.correlationId,
      class: "logistics" as const,
      audience: "internal" as const,
      risk: "low" as const,
      refined: "draft" as const,
      warnings: 0,
      payload,
      context,
      policyVersion: version,
      expiresAt: deps.clock.now().add({ hours: policy.expireHours }),
      by: "convene",
    };
    return await storeProposals(tx, [proposal], deps);
  });
