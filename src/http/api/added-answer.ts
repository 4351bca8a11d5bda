/** An answer to a candidate that goes into a guide as well: by which words it is found there, and whether the question itself would find it. */
import { replyWithoutModel } from "../../../agents/candidate-chat/reply.ts";
import type { QuestionRecord } from "../../cases/candidate-questions.ts";
import { openChatMessages } from "../../cases/chat.ts";
import type { CaseRecord } from "../../cases/records.ts";
import type { AddedAnswer, TriedAnswer } from "../../domain/chat.ts";
import { withAnswer } from "../../guides/append.ts";
import { foundByLine, wordsLeftOut } from "../../guides/found-by.ts";
import type { Passage } from "../../guides/passage.ts";
import { cutPassages } from "../../guides/passages.ts";
import { type PassageDeps, readPassages } from "../../guides/reader.ts";
import { presentGuide } from "../../guides/saved.ts";
import type { LeverReader, Posting } from "../../lever/port.ts";
import { orNull } from "../candidate/chat/knowledge.ts";
import { knowledgeToTry } from "../candidate/chat/tried.ts";
import type { SitsInDeps } from "./sits-in.ts";
import { viewCases } from "./views.ts";

export interface AddedAnswerDeps extends SitsInDeps, PassageDeps {
  company: { name: string };
  postings: Pick<LeverReader, "getPosting">;
}

interface Added {
  asked: QuestionRecord;
  case_: CaseRecord;
  answer: AddedAnswer;
}

/** The line by which the answer is found: words of the question that the company has written as well, without the candidate's name. */
export const foundByOf = async (added: Added, deps: AddedAnswerDeps): Promise<string> => {
  const { question, ...known } = await readAsked(added, deps);
  return foundByLine(question, known);
};

/** Whether who asks the same would be told the answer, if it was saved. Nothing is kept. Errors: `not_found`. */
export const tryAddedAnswer = async (added: Added, deps: AddedAnswerDeps): Promise<TriedAnswer> => {
  const { text, addToGuide } = added.answer;
  const { question, passages, ...known } = await readAsked(added, deps);
  const saved = await presentGuide(deps.database, addToGuide.guideId);
  const line = foundByLine(question, known);
  const answered = withAnswer(saved.text, addToGuide.title, text);
  const draft = cutPassages({
    ...saved,
    text: line === "" ? answered : withAnswer(answered, addToGuide.title, line),
  });
  const guide: Passage[] = [
    ...draft,
    ...passages.filter(({ guideId }) => guideId !== addToGuide.guideId),
  ];
  const posting = await postingOf(added.case_, deps);
  const knowledge = knowledgeToTry({ guide, posting, companyName: deps.company.name });
  const { sources } = replyWithoutModel({ question, knowledge });
  const [alone] = cutPassages({ ...saved, text: withAnswer("", addToGuide.title, text) });
  const [first = ""] = alone?.text.split("\n\n") ?? [];
  const isFound = sources.some(({ kind, excerpt }) => kind === "guide" && excerpt.includes(first));
  return { isFound, wordsLeftOut: isFound ? [] : wordsLeftOut(question, known) };
};

const readAsked = async (
  { asked, case_, answer: { text, addToGuide } }: Added,
  deps: AddedAnswerDeps,
) => {
  const messages = await openChatMessages(deps.database, [asked.messageId], deps.texts);
  const [shown] = await viewCases([case_], deps);
  const passages = await readPassages(deps, { postingId: case_.postingId });
  return {
    question: messages.get(asked.messageId)?.words?.text ?? "",
    without: shown?.candidateName ?? "",
    known: [addToGuide.title, text, ...passages.flatMap((each) => [each.title, each.text])],
    passages,
  };
};

const postingOf = async (
  { postingId }: CaseRecord,
  { postings }: AddedAnswerDeps,
): Promise<Posting | null> =>
  postingId === null ? null : await orNull(postings.getPosting(postingId));
