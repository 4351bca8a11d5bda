/** What candidates asked in the chat and software could not answer: the list, and a person's answer. */
import { z } from "zod";
import { askedBefore } from "../../../agents/candidate-chat/asked-before.ts";
import { leansOnBefore } from "../../../agents/candidate-chat/follow-up.ts";
import {
  type QuestionRecord,
  answerQuestion,
  getQuestion,
  isSameQuestion,
  listQuestions,
  noQuestion,
} from "../../cases/candidate-questions.ts";
import { getCase } from "../../cases/cases.ts";
import { type ChatRecord, listChat, listSaidSince, openChatMessages } from "../../cases/chat.ts";
import type { CaseRecord } from "../../cases/records.ts";
import { AppError } from "../../domain/errors.ts";
import {
  AddedAnswer,
  AnswerToCandidate,
  QuestionFromCandidate,
  TriedAnswer,
} from "../../domain/chat.ts";
import type { Clock } from "../../domain/time.ts";
import { appendToGuide } from "../../guides/append.ts";
import type { Ids } from "../../identifiers.ts";
import { type Principal, mayDecide } from "../auth/principal.ts";
import { type AddedAnswerDeps, foundByOf, tryAddedAnswer } from "./added-answer.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { maySitIn, sitsIn } from "./sits-in.ts";
import { page } from "./schemas.ts";
import { viewCases } from "./views.ts";

export interface CandidateQuestionDeps extends AddedAnswerDeps {
  clock: Clock;
  ids: Ids;
}

/** Routes of candidates' questions. */
export const candidateQuestionRoutes = (deps: CandidateQuestionDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/questions-from-candidates",
    summary: "What candidates asked in the chat of their page and a person has to answer",
    access: "read",
    about: "listed",
    query: z.object({ state: z.enum(["open", "answered"]).optional() }),
    answer: page(QuestionFromCandidate),
    handler: async ({ query, principal }) => {
      const isOpen = query.state === undefined ? null : query.state === "open";
      const items = await viewQuestions(
        await listQuestions(deps.database, { isOpen, scope: principal?.scope }),
        principal,
        deps,
      );
      return { items };
    },
  }),
  defineRoute({
    method: "post",
    path: "/api/questions-from-candidates/{id}/answer",
    summary:
      "Answers in the candidate's chat, and puts the answer into a guide where that is wished",
    access: "decide",
    about: { thing: "question", in: "id" },
    params: z.object({ id: z.string() }),
    body: AnswerToCandidate,
    answer: QuestionFromCandidate,
    handler: async ({ params: { id }, body, principal }) => {
      const { text, addToGuide } = body;
      const isAdded = addToGuide !== undefined;
      const { asked, case_ } = await openAsked({ id, principal, isAdded }, deps);
      const by = principal?.name ?? "nobody";
      const foundBy = addToGuide
        ? await foundByOf({ asked, case_, answer: { text, addToGuide } }, deps)
        : "";
      await deps.database.transaction(async (tx) => {
        await answerQuestion(tx, { id, case_, text, by }, deps);
        if (!addToGuide) return;
        const saving = { by, at: deps.clock.now(), correlationId: deps.ids.next("co") };
        await appendToGuide(tx, { ...addToGuide, text, foundBy, ...saving });
      });
      const answered = await getQuestion(deps.database, id);
      const [item] = answered ? await viewQuestions([answered], principal, deps) : [];
      if (!item) throw noQuestion();
      return item;
    },
  }),
  tryRoute(deps),
];

const tryRoute = (deps: CandidateQuestionDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/questions-from-candidates/{id}/try-answer",
    summary: "Whether the question would find an answer that is added to a guide; stores nothing",
    access: "decide",
    about: { thing: "question", in: "id" },
    params: z.object({ id: z.string() }),
    body: AddedAnswer,
    answer: TriedAnswer,
    handler: async ({ params: { id }, body, principal }) =>
      await tryAddedAnswer(
        { ...(await openAsked({ id, principal, isAdded: true }, deps)), answer: body },
        deps,
      ),
  });

/** The question, and the case that it is of. Errors: `not_found`; `input_invalid` and `forbidden` for what is about a need. */
const openAsked = async (
  { id, principal, isAdded }: { id: string; principal: Principal | null; isAdded: boolean },
  deps: CandidateQuestionDeps,
): Promise<{ asked: QuestionRecord; case_: CaseRecord }> => {
  const asked = await getQuestion(deps.database, id);
  const case_ = asked && (await getCase(deps.database, asked.caseId));
  if (!case_ || case_.isConfidential) throw noQuestion();
  if (asked.isPrivate && (await sitsIn(case_, principal, deps))) throw notForPanel();
  if (asked.isPrivate && isAdded) throw notForGuides();
  return { asked, case_ };
};

const notForGuides = (): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message:
      "This may be about what one candidate needs, and goes into no guide. Nothing was sent: answer it without adding it.",
  });

const notForPanel = (): AppError =>
  new AppError({
    code: "forbidden",
    fault: "caller",
    message:
      "This is about what a candidate needs, and you sit in one of their interviews. Nothing was sent: somebody else who arranges it answers.",
  });

const viewQuestions = async (
  asked: readonly QuestionRecord[],
  principal: Principal | null,
  deps: CandidateQuestionDeps,
): Promise<QuestionFromCandidate[]> => {
  const messages = await openChatMessages(
    deps.database,
    asked.flatMap(({ messageId, answerMessageId }) => [
      messageId,
      ...(answerMessageId === null ? [] : [answerMessageId]),
    ]),
    deps.texts,
  );
  const waiting = asked.filter(({ answeredAt }) => answeredAt === null);
  const said = await listSaidSince(
    deps.database,
    waiting.map(({ messageId }) => messageId),
    deps.texts,
  );
  const items: QuestionFromCandidate[] = [];
  for (const question of asked) {
    const case_ = await getCase(deps.database, question.caseId);
    const [shown] = case_ ? await viewCases([case_], deps) : [];
    // What is for few in Lever is shown to nobody here.
    if (!case_ || !shown || case_.isConfidential) continue;
    const told = messages.get(question.messageId);
    const before = told ? await beforeOf(told, deps) : null;
    items.push({
      ...itemOf({
        question,
        case_,
        messages,
        said,
        mayRead:
          mayDecide(principal) && !(question.isPrivate && (await maySitIn(case_, principal, deps))),
      }),
      before,
      candidateName: shown.candidateName,
    });
  }
  return items;
};

const beforeOf = async (
  asked: ChatRecord,
  { database, texts }: CandidateQuestionDeps,
): Promise<string | null> =>
  leansOnBefore(asked.words?.text ?? "")
    ? askedBefore(asked, await listChat(database, { caseId: asked.caseId }, texts))
    : null;

const itemOf = ({
  question,
  case_,
  messages,
  said,
  mayRead,
}: {
  question: QuestionRecord;
  case_: CaseRecord;
  messages: ReadonlyMap<string, ChatRecord>;
  /** By their candidates since. */
  said: readonly ChatRecord[];
  mayRead: boolean;
}): Omit<QuestionFromCandidate, "candidateName" | "before"> => {
  const asked = messages.get(question.messageId);
  const answer = question.answerMessageId === null ? null : messages.get(question.answerMessageId);
  // What somebody needs is for those who arrange the interview, not for whoever may look.
  const isHidden = question.isPrivate && !mayRead;
  return {
    id: question.id,
    caseId: question.caseId,
    postingTitle: case_.postingTitle,
    postingId: case_.postingId,
    stageName: case_.stageName,
    question: isHidden ? null : (asked?.words?.text ?? null),
    isPrivate: question.isPrivate,
    timesAsked: question.answeredAt || !asked ? 1 : timesAsked(asked, said),
    at: question.askedAt.toString(),
    state: question.answeredAt ? "answered" : case_.closedAt ? "closed" : "open",
    answer:
      question.answeredAt === null || question.answeredBy === null
        ? null
        : {
            text: isHidden ? "" : (answer?.words?.text ?? ""),
            at: question.answeredAt.toString(),
            by: question.answeredBy,
          },
  };
};

const timesAsked = (asked: ChatRecord, said: readonly ChatRecord[]): number =>
  1 +
  said.filter(
    (other) =>
      other.caseId === asked.caseId && other.seq > asked.seq && isSameQuestion(asked, other),
  ).length;
