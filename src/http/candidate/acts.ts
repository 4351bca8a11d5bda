/** What can be sent from a candidate's page. Each act becomes an answer and its event, in one transaction, once. */
import { z } from "zod";
import {
  type AnswerDeps,
  MOST_OF_A_KIND,
  type NewAnswer,
  countAnswers,
  hasOpenAnswer,
  refuseTooMany,
  storeAnswer,
} from "../../cases/answers.ts";
import { getCase } from "../../cases/cases.ts";
import { lockStream } from "../../cases/lease.ts";
import { BY_CANDIDATE, keepOptOut } from "../../cases/opt-outs.ts";
import { findOpenOffer } from "../../cases/offers.ts";
import type { Tx } from "../../db/port.ts";
import type { AnswerKind } from "../../domain/candidate-answer.ts";
import { spanOf } from "../../domain/itinerary.ts";
import type { BookedSession } from "../../domain/proposal.ts";
import { cleanText } from "../../domain/quoted.ts";
import { type FormBody, textOf } from "../pages/form-body.ts";
import { isoInstant } from "../../domain/time.ts";
import { type Fault, readerOf } from "./parts.ts";
import { type StillThereDeps, refuseGone } from "./still-there.ts";
import { unusable } from "../pages/unusable.ts";
import { type Booked, type View, type ViewDeps, isShut, readView } from "./view.ts";
import type { Visit } from "./visit.ts";

export interface ActDeps extends AnswerDeps, ViewDeps, StillThereDeps {}

/** A text that cannot be taken as it is: the page is shown again, with what was typed. */
export class FormFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super("a form has a fault");
    this.fault = fault;
  }
}

/** An answer about to be said. */
interface Said extends NewAnswer<AnswerKind> {
  /** Asked once more with everybody else locked out: what was there a moment ago may be another's by now. */
  mayStill?(tx: Tx): Promise<boolean>;
  /** They want people instead of software from now on, whatever becomes of the answer itself. */
  isOptingOut?: true;
}

/** One answer of a form. Shape: null when there is nothing to do, as when it was said before. */
type Act = (asked: { visit: Visit; view: View; form: FormBody }, deps: ActDeps) => Said | null;

/** Characters that a text may have. */
export const MAX_LENGTH = 2000;
/** With what cleaning takes away or joins. */
const LONGEST_TYPED = 4 * MAX_LENGTH;
const FormId = z.string().regex(/^fm_[0-9a-f]{32}$/);

/** The form that something was written on. Errors: `input_invalid`. */
export const formOnce = (form: FormBody): string => {
  const parsed = FormId.safeParse(textOf(form, "form"));
  if (parsed.success) return parsed.data;
  throw unusable();
};

/** A text of the form, without what cannot be seen. Errors: a `FormFault` when it is too long. */
export const wordsOf = (
  name: string,
  { form, visit, kind }: { form: FormBody; visit: Visit; kind: AnswerKind },
): string => {
  const typed = textOf(form, name);
  // Long rows of combining marks take seconds to clean.
  const words =
    typed.length > LONGEST_TYPED ? null : cleanText(typed.replaceAll("\r\n", "\n")).trim();
  if (words !== null && words.length <= MAX_LENGTH) return words;
  throw new FormFault({ kind, message: visit.texts.tooLong, typed: form });
};

const bookedOf = ({ state }: View): Booked => {
  if (state.kind === "booked") return state;
  throw unusable();
};

/** What is booked and to take place, as far as anybody has said. */
const standingOf = (view: View): Booked => {
  const booked = bookedOf(view);
  if (booked.isArchived) throw unusable();
  return booked;
};

const isLookedFor = ({ state }: View): boolean =>
  state.kind === "open" || state.kind === "offered" || state.kind === "booking";

const confirm: Act = ({ visit, view }) => {
  const { proposalId } = standingOf(view);
  return { case_: visit.case_, proposalId, kind: "confirmed", body: {}, once: proposalId };
};

const tellNeeds: Act = ({ visit, view, form }) => {
  const kind = "needs" as const;
  const needs = wordsOf("needs", { form, visit, kind });
  const pronunciation = wordsOf("pronunciation", { form, visit, kind });
  if (needs === "" && pronunciation === "") {
    throw new FormFault({ kind, message: visit.texts.nothingSaid, typed: form });
  }
  // Before anything is booked, too: it is arranged with that in mind.
  const proposalId = isLookedFor(view) ? null : standingOf(view).proposalId;
  const body = { needs, pronunciation };
  return { case_: visit.case_, proposalId, kind, body, once: formOnce(form) };
};

const askToMove: Act = ({ visit, view, form }) => {
  const kind = "wants_move" as const;
  const reason = wordsOf("reason", { form, visit, kind });
  const { proposalId, mayMove } = standingOf(view);
  // The page has said why: whoever sends it all the same sees it again.
  if (!mayMove.may) return null;
  if (reason === "") throw new FormFault({ kind, message: visit.texts.nothingSaid, typed: form });
  const { case_ } = visit;
  const { most } = mayMove;
  return {
    case_,
    proposalId,
    kind,
    body: { reason, zone: readerOf({ visit, view }).zone },
    once: formOnce(form),
    mayStill: async (tx) => (await countAnswers(tx, case_.id, kind)) < most,
  };
};

const askToCancel: Act = ({ visit, view, form }) => {
  const kind = "wants_cancel" as const;
  const reason = wordsOf("cancel-reason", { form, visit, kind });
  const { proposalId, cancel } = bookedOf(view);
  // Asked again after a person has said no, it is another wish.
  const once = cancel.ended === 0 ? proposalId : `${proposalId} ${cancel.ended}`;
  return { case_: visit.case_, proposalId, kind, body: { reason }, once };
};

const askForPerson: Act = ({ visit, view, form }) => {
  const { state } = view;
  if (isShut(view)) throw unusable();
  const proposalId = state.kind === "booked" ? state.proposalId : null;
  const { case_ } = visit;
  const kind = "wants_person" as const;
  return {
    case_,
    proposalId,
    kind,
    body: { reason: "" },
    once: formOnce(form),
    // Who waits for one already waits for the same.
    mayStill: async (tx) => !(await hasOpenAnswer(tx, case_.id, kind)),
  };
};

/** People instead of software, for all of their cases; and a person is asked to see to this one. */
const optOut: Act = (asked, deps) => {
  const answer = askForPerson(asked, deps);
  return answer && { ...answer, isOptingOut: true };
};

/** One choice at a time: of two that are sent at once the first counts, and the page shows what became of it. */
const pick: Act = ({ visit, view, form }, { texts }) => {
  const { case_, now } = visit;
  const asked = isoInstant.safeParse(textOf(form, "startsAt"));
  if (!asked.success) throw unusable();
  const { state } = view;
  if (state.kind !== "offered") return null;
  const startsAt = Temporal.Instant.from(asked.data);
  const isOffered = (times: readonly BookedSession[][]): boolean =>
    times.some((time) => spanOf(time).startsAt.equals(startsAt));
  if (!isOffered(state.times)) return null;
  const { offerId: proposalId } = state;
  return {
    case_,
    proposalId,
    kind: "picked",
    body: { startsAt: startsAt.toString() },
    once: `${proposalId} ${startsAt.toString()}`,
    mayStill: async (tx) => {
      const offer = await findOpenOffer(tx, { caseId: case_.id, now }, texts);
      return (
        offer?.proposal.id === proposalId && offer.choice !== "pending" && isOffered(offer.times)
      );
    },
  };
};

/** Acts by the end of their address. */
export const ACTS: Readonly<Record<string, Act>> = {
  confirm,
  needs: tellNeeds,
  move: askToMove,
  cancel: askToCancel,
  person: optOut,
  "ask-person": askForPerson,
  pick,
};

/** Does it. Shape: the kind that was said, or null. Errors: a `FormFault`; `input_invalid`; `rate_limited` when the case has
 * too many of a kind. */
export const doAct = async (
  act: Act,
  { visit, form }: { visit: Visit; form: FormBody },
  deps: ActDeps,
): Promise<AnswerKind | null> => {
  const view = await readView(visit, deps);
  const answer = act({ visit, view, form }, deps);
  if (!answer) return null;
  await refuseGone(visit.case_, deps);
  return await deps.database.transaction(async (tx) => {
    await lockVisit(tx, visit);
    return await keepAct(tx, answer, deps);
  });
};

/** The same where its visit is locked already, and its case known to be there. */
export const doActWithin = async (
  tx: Tx,
  act: Act,
  { doing, deps }: { doing: { visit: Visit; view: View; form: FormBody }; deps: ActDeps },
): Promise<AnswerKind | null> => {
  const answer = act(doing, deps);
  return answer ? await keepAct(tx, answer, deps) : null;
};

const keepAct = async (
  tx: Tx,
  answer: NonNullable<ReturnType<Act>>,
  deps: ActDeps,
): Promise<AnswerKind | null> => {
  const { case_, kind } = answer;
  const optingOut = { who: "candidate", subject: case_.candidate, by: BY_CANDIDATE } as const;
  const hasLeft = answer.isOptingOut === true && (await keepOptOut(tx, optingOut, deps)) !== null;
  if (answer.mayStill && !(await answer.mayStill(tx))) return hasLeft ? kind : null;
  if (hasLeft && (await countAnswers(tx, case_.id, kind)) >= MOST_OF_A_KIND) return kind;
  await refuseTooMany(tx, answer);
  await storeAnswer(tx, answer, deps);
  return kind;
};

/** Keeps everybody else out until what is sent is kept. Errors: `input_invalid` when the case or the link has ended
 * meanwhile. */
export const lockVisit = async (tx: Tx, { case_ }: Visit): Promise<void> => {
  await lockStream(tx, case_.opportunityId);
  const now = await getCase(tx, case_.id);
  const isSame = now?.inLever === case_.inLever && now.linksEnded === case_.linksEnded;
  if (!isSame || now.closedAt !== null) throw unusable();
};
