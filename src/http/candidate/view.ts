/** What a candidate's page is about, read afresh for each visit: what is booked or offered, and what they said before. */
import { withoutAbsent } from "../../cases/absences.ts";
import { type AnswerRecord, listAnswers } from "../../cases/answers.ts";
import { listStandingBookings } from "../../cases/bookings.ts";
import { isLastMissed, listAttendances } from "../../cases/attendances.ts";
import { hasLeftAssistant } from "../../cases/chat.ts";
import { confirmedAt } from "../../cases/confirmation.ts";
import { readMayMove } from "../../cases/may-move.ts";
import { findOpenOffer } from "../../cases/offers.ts";
import { isUnreadable, openBooking } from "../../cases/open-proposal.ts";
import { getProposal, listProposals } from "../../cases/proposals.ts";
import { candidateLeftAt, leftInWords } from "../../cases/opt-outs.ts";
import type { CaseRecord, ProposalRecord } from "../../cases/records.ts";
import { type Wish, listWishes } from "../../cases/wishes.ts";
import type { Database } from "../../db/port.ts";
import type { AnswerKind } from "../../domain/candidate-answer.ts";
import { AppError } from "../../domain/errors.ts";
import type { MayMove } from "../../domain/may-move.ts";
import type { Notice } from "../../domain/notice.ts";
import type { BookedSession, BookInterview } from "../../domain/proposal.ts";
import type { StepsOf } from "../../effects/bundles.ts";
import { countMessagesBefore, listEffects } from "../../effects/effects.ts";
import { refsOf, videoUrlsOf } from "../../effects/video-urls.ts";
import type { PlanReader } from "../../plans/reader.ts";
import { readNotices } from "../../policy/notices.ts";
import type { Texts } from "../../privacy/texts.ts";
import { type Interview, interviewsOf } from "./interviews.ts";
import type { Visit } from "./visit.ts";

export interface Booked {
  kind: "booked";
  proposalId: string;
  payload: BookInterview;
  interviews: [Interview, ...Interview[]];
  mayMove: MayMove;
  /** Whether they confirmed this booking, as they were told of it last. */
  isConfirmed: boolean;
  /** When they last asked for another time, as long as nobody has seen to it, and whether a person has said no. */
  move: { askedAt: Temporal.Instant; isKept: boolean } | null;
  /** What they wished last, as long as it waits for an answer. */
  wish: Wish["kind"] | null;
  /** When they asked to cancel, as long as nobody has said no; and how often somebody has. */
  cancel: { askedAt: Temporal.Instant | null; ended: number };
  /** Archived in Lever: until it is decided what becomes of the interview they may end it, or ask for a person. */
  isArchived: boolean;
  /** How many of our messages they have had. */
  messages: number;
}

export interface Offered {
  kind: "offered";
  offerId: string;
  payload: BookInterview;
  times: BookedSession[][];
  until: Temporal.Instant;
  /** Whether what they chose could not be booked. */
  isLost: boolean;
}

/** What was booked was taken back, and nothing is looked for since. */
export interface Cancelled {
  kind: "cancelled";
  payload: BookInterview;
  /** Whether they may still ask for a person. */
  mayAsk: boolean;
}

/** The interview has taken place, or the case has ended. */
export interface Over {
  kind: "over";
  /** Whether they may still ask for a person, as long as the case goes on. */
  mayAsk: boolean;
}

/** booked: an interview is to come. offered: there are times to choose from. booking: one was chosen and is being booked. open: a time is looked for. over: nothing more to do. */
export type State = Booked | Offered | Cancelled | { kind: "booking" } | { kind: "open" } | Over;

/** Whether nothing can be said here any more. */
export const isShut = ({ state }: Pick<View, "state">): boolean =>
  (state.kind === "over" || state.kind === "cancelled") && !state.mayAsk;

export interface View {
  state: State;
  /** The zone of our messages to them, and whether they, or their application, gave it. */
  assumed: { zone: string; isKnown: boolean };
  /** When they last said something of a kind. */
  saidAt: Partial<Record<AnswerKind, Temporal.Instant>>;
  /** When they last asked for a person, and whether one has seen to it; null: they never have. */
  person: { askedAt: Temporal.Instant; isSeenTo: boolean } | null;
  /** When they opted out of the software, on this page or by somebody who noted it; null: they have not. */
  optedOutAt: Temporal.Instant | null;
  /** Whether people arrange it, for their sake or for somebody else's. */
  isLeftToPeople: boolean;
  /** Whether they want no software to answer in their chat: that alone. */
  hasLeftAssistant: boolean;
  /** What they are told of the software, by the law of the place. */
  notices: Notice[];
}

export interface ViewDeps {
  database: Database;
  texts: Texts;
  plans: PlanReader;
  stepsOf: StepsOf;
  company: { name: string; zone: string };
}

/** The page's state now. */
export const readView = async (visit: Visit, deps: ViewDeps): Promise<View> => {
  const { case_ } = visit;
  const answers = await listAnswers(deps.database, case_.id);
  const saidAt: View["saidAt"] = {};
  for (const { kind, saidAt: at } of answers) if (at) saidAt[kind] = at;
  const about = await newestPayload(visit, deps);
  const booked = await readBooked(visit, answers, deps);
  const payload = booked?.payload ?? about?.payload ?? null;
  return {
    state:
      booked ??
      (await readOffer(visit, deps)) ??
      restOf(visit, about, isLastMissed(await listAttendances(deps.database, case_.id), visit.now)),
    assumed: {
      zone: payload?.candidate.zone ?? deps.company.zone,
      isKnown: payload !== null && payload.candidate.zoneSource !== "company",
    },
    saidAt,
    person: personOf(answers),
    optedOutAt: await candidateLeftAt(deps.database, case_.candidate),
    isLeftToPeople: (await leftInWords(deps.database, case_.id)) !== null,
    hasLeftAssistant: await hasLeftAssistant(deps.database, case_.id),
    notices: await readNotices(deps.database, case_.jurisdictions),
  };
};

const personOf = (answers: readonly AnswerRecord[]): View["person"] => {
  const asked = answers.findLast(({ kind }) => kind === "wants_person");
  if (!asked?.saidAt) return null;
  return { askedAt: asked.saidAt, isSeenTo: asked.settledAt !== null };
};

/** Nothing more is shown of it or taken. Who was deleted from Lever is not to be met any more, whatever is booked. */
const hasEnded = ({ closedAt, inLever }: CaseRecord): boolean =>
  closedAt !== null || inLever === "gone";

const readOffer = async (
  { case_, now }: Visit,
  { database, texts }: ViewDeps,
): Promise<State | null> => {
  if (hasEnded(case_)) return null;
  const offer = await findOpenOffer(database, { caseId: case_.id, now }, texts);
  if (!offer) return null;
  if (offer.choice === "pending") return { kind: "booking" };
  const { proposal, payload, times, choice } = offer;
  return times.length === 0
    ? null
    : {
        kind: "offered",
        offerId: proposal.id,
        payload,
        times,
        until: proposal.expiresAt,
        isLost: choice === "lost",
      };
};

const restOf = ({ case_, now }: Visit, about: Opened | null, isMissed: boolean): State => {
  const mayAsk = case_.closedAt === null && case_.inLever === "active";
  if (about && isCancelled(case_, about)) {
    return { kind: "cancelled", payload: about.payload, mayAsk };
  }
  // Who did not come may tell when they could instead.
  const isPast =
    !isMissed &&
    about?.proposal.status === "done" &&
    (about.proposal.kind === "book_interview" || about.proposal.kind === "change_booking") &&
    interviewsOf(about.payload.sessions, {}).every(
      ({ endsAt }) => Temporal.Instant.compare(endsAt, now) <= 0,
    );
  return hasEnded(case_) || isPast ? { kind: "over", mayAsk } : { kind: "open" };
};

/** What is asked for anew afterwards makes another proposal, or leaves the case blocked. */
const isCancelled = ({ status, inLever }: CaseRecord, { proposal }: Opened): boolean =>
  proposal.kind === "cancel_booking" &&
  proposal.status === "done" &&
  (status === "open" || status === "closed") &&
  inLever !== "gone";

const readBooked = async (
  { case_, now }: Visit,
  answers: readonly AnswerRecord[],
  { database, texts, plans, stepsOf }: ViewDeps,
): Promise<Booked | null> => {
  if (hasEnded(case_)) return null;
  const standing = await listStandingBookings(database, case_.opportunityId, now);
  const ours = standing.findLast(({ caseId }) => caseId === case_.id);
  const proposal = ours && (await getProposal(database, ours.proposalId));
  if (!proposal) return null;
  const opened = await openOrNull(proposal, { database, texts });
  if (!opened) return null;
  const { payload } = opened;
  const [effects, wishes, confirmed] = await Promise.all([
    listEffects(database, proposal.id),
    listWishes(database, case_.id),
    confirmedAt(proposal, payload, { database, texts }),
  ]);
  const videoUrls = videoUrlsOf(payload, refsOf(stepsOf(payload), effects));
  const interviews = interviewsOf(withoutAbsent(payload.sessions, ours.events), videoUrls);
  const plan = await plans.get(payload.planId);
  return {
    kind: "booked",
    proposalId: proposal.id,
    payload,
    interviews,
    mayMove: await readMayMove(database, { caseId: case_.id, payload, plan, now }),
    isConfirmed: confirmed !== null,
    wish: wishOf(wishes),
    move: moveOf(wishes),
    cancel: cancelOf(answers, proposal, wishes),
    isArchived: case_.inLever === "archived",
    messages: await countMessagesBefore(database, { caseId: case_.id, effectId: null }),
  };
};

const moveOf = (wishes: readonly Wish[]): Booked["move"] => {
  const wish = wishes.findLast(({ kind }) => kind === "wants_move");
  return wish ? { askedAt: wish.saidAt, isKept: wish.isRejected } : null;
};

const wishOf = (wishes: readonly Wish[]): Booked["wish"] => {
  const last = wishes.at(-1);
  return last && !last.isRejected ? last.kind : null;
};

const cancelOf = (
  answers: readonly AnswerRecord[],
  { id }: ProposalRecord,
  wishes: readonly Wish[],
): Booked["cancel"] => {
  const open = wishes.filter(({ kind, isRejected }) => kind === "wants_cancel" && !isRejected);
  const isOpen = (answer: AnswerRecord) => open.some(({ answerId }) => answerId === answer.id);
  const asked = answers.filter(
    ({ kind, proposalId }) => kind === "wants_cancel" && proposalId === id,
  );
  return {
    askedAt: open.at(-1)?.saidAt ?? null,
    ended: asked.filter((answer) => !isOpen(answer)).length,
  };
};

interface Opened {
  proposal: ProposalRecord;
  payload: BookInterview;
}

/** Of proposals that the candidate may know of, and of those that say at least their zone, the newest that can be read. */
const newestPayload = async (
  { case_ }: Visit,
  { database, texts }: ViewDeps,
): Promise<Opened | null> => {
  const [newest, ...others] = await listProposals(database, {
    caseId: case_.id,
    isOfBooking: true,
    limit: 10,
  });
  if (!newest) return null;
  // Of two of one moment it is the cancellation that came after what it takes back.
  const last = [newest, ...others].find(
    ({ kind, createdAt }) => kind === "cancel_booking" && createdAt.equals(newest.createdAt),
  );
  return await openOrNull(last ?? newest, { database, texts, isNothing: isUnreadable });
};

interface Opening extends Pick<ViewDeps, "database" | "texts"> {
  isNothing?: (thrown: unknown) => boolean;
}

const isErased = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.code === "not_found";

/** Null when its candidate was erased. What is damaged must not read as if nothing was booked: that is thrown. */
const openOrNull = async (
  proposal: ProposalRecord,
  { database, texts, isNothing = isErased }: Opening,
): Promise<Opened | null> => {
  try {
    return { proposal, payload: (await openBooking(database, proposal, texts)).payload };
  } catch (thrown) {
    if (isNothing(thrown)) return null;
    throw thrown;
  }
};
