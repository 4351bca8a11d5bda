/** Questions of a stage that somebody asks to be left in Lever. */
import { PostingQuestions } from "../../src/http/api/question-schemas.ts";
import type { CaseDetail, ProposalDetail, ProposalItem } from "../../src/http/api/schemas.ts";
import { settled } from "./story.ts";
import type { Walk } from "./walk.ts";

type Booking = Pick<ProposalDetail, "caseId" | "payload">;

/** Proposals to leave questions of a case, the newest first. */
export const questionsOf = ({ proposals }: Pick<CaseDetail, "proposals">): ProposalItem[] =>
  proposals.filter(({ kind }) => kind === "note_questions");

/** Asks for them, and waits until what comes of it is as said. */
export const askedFor = async (
  walk: Walk,
  { caseId, payload }: Booking,
  isSo: (notes: ProposalItem[]) => boolean,
): Promise<CaseDetail> => {
  const { status } = await walk.api.send("POST", `/api/cases/${caseId}/questions-note`);
  if (status !== 200) throw new Error(`asking for the questions was answered with ${status}`);
  await walk.waitFor("its questions", async () => isSo(questionsOf(await walk.api.case(caseId))));
  await settled(walk, payload.opportunityId);
  return await walk.api.case(caseId);
};

const pathOf = ({ payload: { postingId, planId } }: Booking): string =>
  `/api/postings/${postingId}/questions?plan=${planId}`;

/** What is asked now. */
export const asksNow = async (walk: Walk, booking: Booking): Promise<PostingQuestions> =>
  PostingQuestions.parse((await walk.api.send("GET", pathOf(booking))).body);

/** Keeps the set with other words for its first question. */
export const keepWords = async (
  walk: Walk,
  booking: Booking,
  words: { text?: string; followUp?: string },
): Promise<PostingQuestions> => {
  const { set, version } = await asksNow(walk, booking);
  const [first] = set.sessions.flatMap(({ questions }) => questions);
  const sessions = set.sessions.map(({ sessionId, questions }) => ({
    sessionId,
    questions: questions.map(({ id, text, followUps, minutes }) =>
      id === first?.id
        ? {
            id,
            minutes,
            text: words.text ?? text,
            followUps: followUps.map((each, index) =>
              index === 0 ? (words.followUp ?? each) : each,
            ),
          }
        : { id, text, followUps, minutes },
    ),
  }));
  const put = await walk.api.send("PUT", pathOf(booking), { sessions, basedOn: version });
  return PostingQuestions.parse(put.body);
};
