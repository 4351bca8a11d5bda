/** Saying when one could, in two steps: what was marked and written is kept as a draft and shown back; a second press makes
 * it count. */
import type { Request, Response, Router } from "express";
import {
  countAnswers,
  draftAnswer,
  getAnswer,
  openAnswer,
  refuseTooMany,
  sayAnswer,
  storeAnswer,
} from "../../cases/answers.ts";
import { listWishes } from "../../cases/wishes.ts";
import type { Tx } from "../../db/port.ts";
import { MOST_WINDOWS } from "../../domain/candidate-answer.ts";
import { type FormBody, allOf, formOf, textOf } from "../pages/form-body.ts";
import { type ActDeps, FormFault, MAX_LENGTH, formOnce, lockVisit, wordsOf } from "./acts.ts";
import { refuseGone } from "./still-there.ts";
import { unusable } from "../pages/unusable.ts";
import { availabilityPage, checkPage } from "./availability-page.ts";
import {
  type Availability,
  type Reading,
  answerQuestion,
  readAvailability,
} from "./availability.ts";
import { keepShown } from "./keep-shown.ts";
import { readerOf } from "./parts.ts";
import { type View, readView } from "./view.ts";
import { type Visit, type VisitDeps, openVisit } from "./visit.ts";
import { whatComes } from "./what-comes.ts";

const KIND = "availability" as const;

export interface AvailabilityDeps extends ActDeps, VisitDeps {}

/** Sends a page of the candidate's. */
export type Show = (
  response: Response,
  page: ReturnType<typeof checkPage>,
  status?: number,
) => void;

/** Puts the pages of availability below `/:token/availability`. */
export const addAvailability = (router: Router, show: Show, deps: AvailabilityDeps): void => {
  router.get("/:token/availability", async (request, response) => {
    const { visit, view } = await open(request, deps);
    if (view.isLeftToPeople) {
      response.redirect(303, visit.href(""));
      return;
    }
    const from = request.query["from"];
    const draft = typeof from === "string" ? await draftOf(from, visit, deps) : null;
    await keepShown({ request, place: "page", visit, view }, deps);
    show(response, availabilityPage({ visit, view, ...(draft && { before: draft }) }));
  });
  router.post("/:token/availability", async (request, response) => {
    const { visit, view } = await open(request, deps);
    const form = formOf(request);
    await orShowAgain(response, { visit, view, show }, async () => {
      refuseLeft({ visit, view, form });
      const said = saidOf({ visit, view, form });
      await keepDraft(response, { visit, view, said, once: formOnce(form) }, deps);
    });
  });
  router.get("/:token/availability/:answer", async (request, response) => {
    const { visit, view } = await open(request, deps);
    const { answerId, said } = await requireDraft(request, visit, deps);
    const reading = read(said, visit, view);
    show(response, checkPage({ visit, view, answerId, said, reading }));
  });
  router.post("/:token/availability/:answer/choose", async (request, response) => {
    const { visit, view } = await open(request, deps);
    const { said } = await requireDraft(request, visit, deps);
    const form = formOf(request);
    const words = chosenWords(said, read(said, visit, view), textOf(form, "choice"));
    await orShowAgain(response, { visit, view, show }, async () => {
      const once = formOnce(form);
      await keepDraft(response, { visit, view, said: { ...said, words }, once }, deps);
    });
  });
  router.post("/:token/availability/:answer/confirm", async (request, response) => {
    const { visit, view } = await open(request, deps);
    const { answerId, said } = await requireDraft(request, visit, deps);
    if (view.isLeftToPeople) {
      response.redirect(303, visit.href(""));
      return;
    }
    const { questions, windows } = read(said, visit, view);
    // The page offers no button then.
    if (questions.length > 0 || windows.length === 0) throw unusable();
    await refuseGone(visit.case_, deps);
    await deps.database.transaction(async (tx) => {
      await lockVisit(tx, visit);
      await sayAvailability(tx, { visit, view, said, answerId }, deps);
    });
    response.redirect(303, visit.href("", { said: KIND }));
  });
};

interface Saying {
  visit: Visit;
  view: View;
  said: Availability;
  answerId: string;
}

/** Makes a draft count. Times that leave out what is booked are a wish for another, said at the same moment. */
export const sayAvailability = async (
  tx: Tx,
  { visit, view, said, answerId }: Saying,
  deps: AvailabilityDeps,
): Promise<void> => {
  const { case_ } = visit;
  const now = deps.clock.now();
  const then = { ...deps, clock: { now: () => now } };
  await sayAnswer(tx, { case_, answerId }, then);
  const { state } = view;
  if (state.kind !== "booked" || whatComes(view, said.windows) !== "move") return;
  const kind = "wants_move" as const;
  const { mayMove, proposalId } = state;
  if (!mayMove.may || (await countAnswers(tx, case_.id, kind)) >= mayMove.most) return;
  // Sent at once from two windows, it is one wish.
  const wishes = await listWishes(tx, case_.id);
  if (wishes.some(({ isRejected }) => !isRejected)) return;
  await refuseTooMany(tx, { case_, kind });
  const body = { reason: said.words, zone: said.zone };
  await storeAnswer(tx, { case_, proposalId, kind, body, once: answerId }, then);
};

/** What cannot be taken as it is comes back on the page that it was written on. */
const orShowAgain = async (
  response: Response,
  { visit, view, show }: { visit: Visit; view: View; show: Show },
  keep: () => Promise<void>,
): Promise<void> => {
  try {
    await keep();
  } catch (thrown) {
    if (!(thrown instanceof FormFault)) throw thrown;
    show(response, availabilityPage({ visit, view, fault: thrown.fault }), 422);
  }
};

/** Errors: those of `openVisit`; `input_invalid` once there is nothing more to say. */
const open = async (
  request: Request,
  deps: AvailabilityDeps,
): Promise<{ visit: Visit; view: View }> => {
  const visit = await openVisit(request, deps);
  const view = await readView(visit, deps);
  const { state } = view;
  if (
    state.kind === "over" ||
    state.kind === "cancelled" ||
    (state.kind === "booked" && state.isArchived)
  )
    throw unusable();
  return { visit, view };
};

/** Times would reach nobody where people arrange it: what was typed stays, and it is said who writes to them. */
const refuseLeft = ({ visit, view, form }: { visit: Visit; view: View; form: FormBody }): void => {
  if (!view.isLeftToPeople) return;
  const { openByPeople, availabilityByPeople } = visit.texts;
  const message = `${openByPeople} ${availabilityByPeople}`;
  throw new FormFault({ kind: KIND, message, typed: form });
};

type Words = Pick<Availability, "zone" | "words" | "cells">;

const MOST_CELLS = 200;

const saidOf = ({ visit, view, form }: { visit: Visit; view: View; form: FormBody }): Words => {
  const words = wordsOf("words", { form, visit, kind: KIND });
  const cells = allOf(form, "cell")
    .filter((cell) => cell.length <= 20)
    .slice(0, MOST_CELLS);
  if (words === "" && cells.length === 0) {
    throw new FormFault({ kind: KIND, message: visit.texts.nothingMarked, typed: form });
  }
  return { zone: readerOf({ visit, view }).zone, words, cells };
};

const DEFAULT_MINUTES = 60;

const read = (said: Words, { now }: Visit, { state }: View): Reading =>
  readAvailability({
    ...said,
    now,
    durationMinutes:
      state.kind === "booked" ? state.interviews[0].durationMinutes : DEFAULT_MINUTES,
  });

interface Draft {
  visit: Visit;
  view: View;
  said: Words;
  once: string;
}

/** Errors: a `FormFault` for what is more than can be kept; `rate_limited`. */
const keepDraft = async (
  response: Response,
  { visit, view, said, once }: Draft,
  deps: AvailabilityDeps,
): Promise<void> => {
  const { windows } = read(said, visit, view);
  const { case_, texts } = visit;
  const refuse = (message: string): FormFault =>
    new FormFault({ kind: KIND, message, typed: { words: said.words, cell: said.cells } });
  // The answer to a question may be longer than what it stands for.
  if (said.words.length > MAX_LENGTH) throw refuse(texts.tooLong);
  if (windows.length > MOST_WINDOWS) throw refuse(texts.tooManyTimes);
  const proposalId = view.state.kind === "booked" ? view.state.proposalId : null;
  await refuseGone(case_, deps);
  const id = await deps.database.transaction(async (tx) => {
    await lockVisit(tx, visit);
    await refuseTooMany(tx, { case_, kind: KIND });
    return await draftAnswer(
      tx,
      { case_, proposalId, kind: KIND, body: { ...said, windows }, once },
      deps,
    );
  });
  response.redirect(303, visit.href(`/availability/${id}`));
};

const requireDraft = async (
  request: Request,
  visit: Visit,
  deps: AvailabilityDeps,
): Promise<{ answerId: string; said: Availability }> => {
  const answerId = String(request.params["answer"]);
  const said = await draftOf(answerId, visit, deps);
  if (!said) throw unusable();
  return { answerId, said };
};

/** Null when it is not this candidate's. */
const draftOf = async (
  answerId: string,
  visit: Visit,
  { database, texts }: AvailabilityDeps,
): Promise<Availability | null> => {
  const answer = await getAnswer(database, answerId);
  if (answer?.caseId !== visit.case_.id || answer.kind !== KIND) return null;
  return await openAnswer(database, { kind: KIND, textId: answer.textId }, texts);
};

/** Errors: `input_invalid` for a choice that was not offered. */
const chosenWords = ({ words }: Availability, { questions }: Reading, asked: string): string => {
  const [at = NaN, choice = NaN] = asked.split(".").map(Number);
  const question = questions[at];
  if (question?.choices[choice]?.instead === undefined) throw unusable();
  return answerQuestion(words, question, choice);
};
