/** Saying in the chat when one could, in two presses as on the page: the first shows what was understood, the second makes it count. */
import { draftAnswer, getAnswer, openAnswer, refuseTooMany } from "../../../cases/answers.ts";
import type { Tx } from "../../../db/port.ts";
import { MOST_WINDOWS } from "../../../domain/candidate-answer.ts";
import { sayAvailability } from "../availability-acts.ts";
import { readAvailability } from "../availability.ts";
import { readerOf } from "../parts.ts";
import { spanWords } from "../times.ts";
import { whatComes } from "../what-comes.ts";
import { type Acting, type Doer, formIdOf, keepDone, noButton, unfit } from "./acting.ts";
import type { ChatDeps } from "./converse.ts";

const KIND = "availability" as const;
const DEFAULT_MINUTES = 60;
/** More are told by how many there are. */
const MOST_TOLD = 12;

/** The first press drafts, the second says. */
export const giveAvailability: Doer = async (tx, acting, deps) => {
  const { on } = acting;
  return on && on.draftId !== null
    ? await sayDraft(tx, { acting, answerId: on.draftId }, deps)
    : await drafted(tx, acting, deps);
};

const drafted = async (tx: Tx, acting: Acting, deps: ChatDeps) => {
  const { visit, view, text } = acting;
  if (text === "") throw unfit("Please write when you could, for instance “Thursday after 2pm”.");
  const reader = readerOf({ visit, view });
  const { windows, questions, assumed } = read(acting, { words: text, zone: reader.zone });
  if (questions.length > 0 || windows.length === 0) {
    const hint =
      "I could not tell for sure which times you mean. You can mark them on your page under “When could you?”, or write them once more with day and hours.";
    return await keepDone(tx, { acting, said: { text: hint, actions: ["ask_a_person"] } }, deps);
  }
  if (windows.length > MOST_WINDOWS) throw unfit(visit.texts.tooManyTimes);
  const { case_ } = visit;
  const proposalId = view.state.kind === "booked" ? view.state.proposalId : null;
  const lines = windows.slice(0, MOST_TOLD).map(({ start, end }) => {
    const span = { startsAt: Temporal.Instant.from(start), endsAt: Temporal.Instant.from(end) };
    return `- ${spanWords(span, reader)}`;
  });
  const left = windows.length - MOST_TOLD;
  const words = [
    "This is what I understood:",
    ...lines,
    ...(left > 0 ? [`- and ${left} more`] : []),
    ...assumed,
    comesWords(acting, windows),
  ].join("\n");
  await refuseTooMany(tx, { case_, kind: KIND });
  const body = { zone: reader.zone, words: text, cells: [], windows };
  const answer = { case_, proposalId, kind: KIND, body, once: formIdOf(acting) };
  const draftId = await draftAnswer(tx, answer, deps);
  const said = { text: words, actions: [KIND_OF_ACT], draftId };
  return await keepDone(tx, { acting, said }, deps);
};

const KIND_OF_ACT = "give_availability" as const;

const read = ({ visit, view }: Acting, said: { words: string; zone: string }) =>
  readAvailability({
    ...said,
    cells: [],
    now: visit.now,
    durationMinutes:
      view.state.kind === "booked" ? view.state.interviews[0].durationMinutes : DEFAULT_MINUTES,
  });

const comesWords = ({ view }: Acting, windows: Parameters<typeof whatComes>[1]): string => {
  switch (whatComes(view, windows)) {
    case "search":
      return "Press the button if this is right: a time is looked for then.";
    case "again":
      return "Press the button if this is right: another time is looked for among these alone. Until that is decided your interview stays as it is.";
    case "move":
      return "Your interview is not among these times. When you press the button you ask for another time; until that is decided your interview stays as it is.";
    case "often":
    case "late":
      return "Your interview is not among these times, and it cannot be moved here any more: it stays as it is. A person can still help.";
    case "kept":
    case "cancelling":
      return "Press the button if this is right: we keep these times. They change nothing by themselves.";
  }
};

const sayDraft = async (
  tx: Tx,
  { acting, answerId }: { acting: Acting; answerId: string },
  deps: ChatDeps,
) => {
  const { visit, view } = acting;
  const answer = await getAnswer(tx, answerId);
  if (answer?.caseId !== visit.case_.id || answer.kind !== KIND) throw noButton();
  const said = await openAnswer(tx, { kind: KIND, textId: answer.textId }, deps.texts);
  // What has passed since was never said yes to.
  const { windows, questions } = said ? read(acting, said) : { windows: [], questions: [] };
  if (!said || windows.length === 0 || questions.length > 0) throw noButton();
  await sayAvailability(tx, { visit, view, said, answerId }, deps);
  return await keepDone(tx, { acting, said: { text: visit.texts.thanks.availability } }, deps);
};
