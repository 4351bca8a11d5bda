/** Proposes to tell the recruiter that a candidate asks something, to leave in Lever what a conversation was about, and to tell the
 * candidate that a person has answered. */
import { ANSWERS_DUE, listUntoldAnswers } from "../../src/cases/answers-told.ts";
import { getAnswer } from "../../src/cases/answers.ts";
import { getQuestion } from "../../src/cases/candidate-questions.ts";
import { getCase } from "../../src/cases/cases.ts";
import { askedBefore } from "../../agents/candidate-chat/asked-before.ts";
import { leansOnBefore } from "../../agents/candidate-chat/follow-up.ts";
import { type ChatRecord, listChat, openChatMessages } from "../../src/cases/chat.ts";
import { CHAT_NOTE_DUE, readConversation } from "../../src/cases/chat-notes.ts";
import { readEventData } from "../../src/cases/event-data.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import type { AlertContext } from "../../src/cases/open-proposal.ts";
import { storeProposals } from "../../src/cases/proposals.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import { readUntold } from "../../src/cases/untold-questions.ts";
import { readSeated, whoIsTold } from "../../src/cases/who-is-told.ts";
import type { NoteChat, TellAnswer, TellQuestion } from "../../src/domain/chat-words.ts";
import { RunId, UserId } from "../../src/domain/ids.ts";
import { reasonNotToContact } from "../../src/domain/may-contact.ts";
import { cleanLine, plainName, shownCase, shownName } from "../../src/domain/quoted.ts";
import type { Opportunity, Posting } from "../../src/lever/port.ts";
import { readPolicy } from "../../src/policy/store.ts";
import type { RunDeps } from "../deps.ts";
import { NEEDS_TOLD, PERSON_WANTED } from "../routes.ts";
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
    const isConfidential = opportunity.confidential || posting?.confidential === true;
    const facts = { case_, opportunity, posting, isConfidential };
    const about = SENT.get(state.eventKind);
    if (isConfidential && about === undefined) return { outcome: FOR_FEW };
    const made = await makeOf({ facts, data, about, kind: state.eventKind }, deps);
    if ("outcome" in made) return made;
    return { proposalIds: await store(made, { case_, state }, deps) };
  };

type SentKind = NonNullable<TellQuestion["about"]>;
const SENT: ReadonlyMap<string, SentKind> = new Map([
  [NEEDS_TOLD, "needs"],
  [PERSON_WANTED, "person"],
]);

const makeOf = async (
  {
    facts,
    data,
    about,
    kind,
  }: { facts: Facts; data: Record<string, unknown>; about: SentKind | undefined; kind: string },
  deps: RunDeps,
): Promise<Made | { outcome: string }> => {
  if (kind === ANSWERS_DUE) return await answerOf(facts, deps);
  if (kind === CHAT_NOTE_DUE) return await noteOf(facts, Number(data["after"]), deps);
  if (about !== undefined)
    return await sentOf(facts, { about, id: String(data["answerId"]) }, deps);
  return await wordOf(facts, String(data["questionId"]), deps);
};

const FOR_FEW = "The candidacy is confidential in Lever: nothing of the chat is told.";
const NOBODY =
  "Nobody could be told that the candidate asks something: neither the opportunity nor its posting has anybody in Lever who is active.";
const ANSWERED = "The question is answered already.";
const SEEN = "The candidate has seen on their page what was answered: no mail is needed.";
const ENDED = "The case has ended: the candidate is told of no answer any more.";
const QUIET =
  "Somebody was told of this candidate's questions a short while ago: this one is told with the next ones.";

interface Facts {
  case_: CaseRecord;
  opportunity: Opportunity;
  posting: Posting | null;
  isConfidential: boolean;
}

interface Made {
  payload: TellQuestion | TellAnswer | NoteChat;
  context: AlertContext;
}

const ofCase = ({ case_ }: Facts, { companyName }: RunDeps) => ({
  version: 1 as const,
  opportunityId: case_.opportunityId,
  stageId: case_.stageId,
  caseId: case_.id,
  ...shownCase(case_),
  companyName,
});

const LONGEST_QUESTION = 600;

/** Who is told, and where. What is for few is not told where others read it. */
const listenerOf = async (
  { opportunity, posting, case_, isConfidential }: Facts,
  deps: RunDeps,
) => {
  const seated = await readSeated(deps.database, case_.opportunityId, deps);
  const told = await whoIsTold({ opportunity, posting }, { lever: deps.lever, seated });
  if (!told) return null;
  const { email } = told.user;
  const name = shownName(told.user.name);
  const chosen = await deps.chooseChannel(email);
  const channel = isConfidential && chosen === "teams" ? ("mail" as const) : chosen;
  return { to: { name, email }, channel, isForMany: channel === "teams" || told.sits };
};

const wordOf = async (
  facts: Facts,
  questionId: string,
  deps: RunDeps,
): Promise<Made | { outcome: string }> => {
  const { case_, opportunity } = facts;
  const { ids, isQuiet } = await readUntold(deps.database, {
    caseId: case_.id,
    now: deps.clock.now(),
  });
  if (isQuiet) return { outcome: QUIET };
  const open = ids.includes(questionId) ? questionId : ids.at(-1);
  const question = open === undefined ? null : await getQuestion(deps.database, open);
  if (!question) return { outcome: ANSWERED };
  const listener = await listenerOf(facts, deps);
  if (!listener) return { outcome: NOBODY };
  const { to, channel, isForMany } = listener;
  const messages = await openChatMessages(deps.database, [question.messageId], deps.texts);
  const asked = messages.get(question.messageId);
  const words = asked?.words ? await wordsToTell(asked, asked.words.text, deps) : null;
  const isHidden = isForMany || asked?.isPrivate !== false || words === null;
  const payload: TellQuestion = {
    kind: "tell_question",
    ...ofCase(facts, deps),
    questionId: question.id,
    upTo: ids.at(-1) ?? question.id,
    ...(ids.length > 1 && { count: ids.length }),
    channel,
    to,
    candidateName: isForMany ? null : plainName(opportunity.name, "a candidate"),
    question: isHidden ? null : cleanLine(words, LONGEST_QUESTION),
  };
  return {
    payload,
    context: {
      summary: `Tell ${to.name} that the candidate asks something (${payload.postingTitle})`,
      reason: "The candidate's assistant does not know the answer, or was asked for a person.",
      evidence: [
        { kind: "read", what: "Question", source: `question ${question.id}` },
        ownerOf(case_),
      ],
    },
  };
};

/** After what was asked before it, where it says nothing alone. */
const wordsToTell = async (
  asked: ChatRecord,
  words: string,
  { database, texts }: RunDeps,
): Promise<string> => {
  if (asked.isPrivate || !leansOnBefore(words)) return words;
  const before = askedBefore(asked, await listChat(database, { caseId: asked.caseId }, texts));
  return before === null ? words : `${before} … ${words}`;
};

const ownerOf = ({ opportunityId }: CaseRecord) => ({
  kind: "read" as const,
  what: "Owner",
  source: `get_opportunity opportunity/${opportunityId}`,
});

const WISHES: Record<SentKind, { summary: string; reason: string }> = {
  needs: {
    summary: "that the candidate needs something for their interview",
    reason:
      "The candidate told on their page what they need. What it is stands in the dashboard alone.",
  },
  person: {
    summary: "that the candidate would like to talk to a person",
    reason: "The candidate asks on their page for a person.",
  },
};

/** What they sent on their page: told at once, without a word of it and without their name. */
const sentOf = async (
  facts: Facts,
  { about, id }: { about: SentKind; id: string },
  deps: RunDeps,
): Promise<Made | { outcome: string }> => {
  const { case_ } = facts;
  const sent = await getAnswer(deps.database, id);
  if (!sent || sent.settledAt) return { outcome: "Somebody has seen to it already." };
  const listener = await listenerOf(facts, deps);
  if (!listener) return { outcome: NOBODY };
  const { to, channel } = listener;
  const payload: TellQuestion = {
    kind: "tell_question",
    about,
    ...ofCase(facts, deps),
    questionId: id,
    channel,
    to,
    candidateName: null,
    question: null,
  };
  const { summary, reason } = WISHES[about];
  return {
    payload,
    context: {
      summary: `Tell ${to.name} ${summary} (${payload.postingTitle})`,
      reason,
      evidence: [{ kind: "read", what: "What was sent", source: `answer ${id}` }, ownerOf(case_)],
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
      summary: `Leave in Lever what the candidate's chat was about (${payload.postingTitle})`,
      reason: "The candidate wrote in the chat of their page, and an hour has passed since.",
      evidence: [
        { kind: "read", what: "Topics of the chat, without its words", source: `case ${case_.id}` },
      ],
    },
  };
};

/** Of all that they have not seen, in one mail. Where nobody may write to them, the answer stands on their page alone. */
const answerOf = async (
  { case_, opportunity, ...facts }: Facts,
  deps: RunDeps,
): Promise<Made | { outcome: string }> => {
  if (case_.closedAt !== null) return { outcome: ENDED };
  const answered = await listUntoldAnswers(deps.database, case_.id);
  const upTo = answered.at(-1);
  if (upTo === undefined) return { outcome: SEEN };
  const { archivedAt, confidential, contactAllowed, emails } = opportunity;
  const [email = null] = emails;
  const reason = reasonNotToContact({
    archived: archivedAt !== null,
    confidential,
    contactAllowed,
    email,
  });
  if (reason || email === null) {
    return { outcome: `The candidate was not written to. ${reason?.message ?? ""}` };
  }
  const payload: TellAnswer = {
    kind: "tell_answer",
    ...ofCase({ case_, opportunity, ...facts }, deps),
    upTo,
    count: answered.length,
    to: { email, name: plainName(opportunity.name, "there") },
  };
  const what = answered.length === 1 ? "an answer" : `${answered.length} answers`;
  return {
    payload,
    context: {
      summary: `Tell the candidate of ${what} in their chat (${payload.postingTitle})`,
      reason:
        "A person has answered in the candidate's chat, and their page has not shown it since.",
      evidence: [
        { kind: "read", what: "Answer", source: `question ${upTo}` },
        {
          kind: "read",
          what: "Address",
          source: `get_opportunity opportunity/${case_.opportunityId}`,
        },
      ],
    },
  };
};

const keyOf = (payload: Made["payload"]): string => {
  if (payload.kind === "note_chat") return "chat-note";
  return payload.kind === "tell_answer"
    ? `answer:${payload.upTo}`
    : `question:${payload.questionId}`;
};

const store = async (
  { payload, context }: Made,
  { case_, state }: { case_: CaseRecord; state: RunState },
  deps: RunDeps,
): Promise<string[]> =>
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const { version, policy } = await readPolicy(tx);
    const proposal = {
      key: keyOf(payload),
      caseId: case_.id,
      runId: RunId.parse(state.runId),
      candidate: case_.candidate,
      correlationId: state.correlationId,
      class: "logistics" as const,
      audience: payload.kind === "tell_answer" ? ("candidate" as const) : ("internal" as const),
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
