/** What a candidate's page is about, read afresh for each visit: what is booked or offered, and what they said before. */
import { type AnswerRecord, listAnswers } from "../../cases/answers.ts";
import { listStandingBookings } from "../../cases/bookings.ts";
import { findOpenOffer } from "../../cases/offers.ts";
import { getProposal, listProposals, openProposal } from "../../cases/proposals.ts";
import type { ProposalRecord } from "../../cases/records.ts";
import type { Database } from "../../db/port.ts";
import type { AnswerKind } from "../../domain/candidate-answer.ts";
import { AppError } from "../../domain/errors.ts";
import type { BookedSession, ProposalPayload } from "../../domain/proposal.ts";
import type { StepsOf } from "../../effects/bundles.ts";
import { listEffects } from "../../effects/effects.ts";
import { refsOf, videoUrlsOf } from "../../effects/video-urls.ts";
import type { PlanReader } from "../../plans/reader.ts";
import type { Texts } from "../../privacy/texts.ts";
import { type Interview, interviewsOf } from "./interviews.ts";
import { type MayMove, mayMoveOf } from "./may-move.ts";
import type { Visit } from "./visit.ts";

export interface Booked {
  kind: "booked";
  proposalId: string;
  payload: ProposalPayload;
  interviews: [Interview, ...Interview[]];
  mayMove: MayMove;
}

export interface Offered {
  kind: "offered";
  offerId: string;
  payload: ProposalPayload;
  times: BookedSession[][];
  until: Temporal.Instant;
  /** Whether what they chose could not be booked. */
  isLost: boolean;
}

/** booked: an interview is to come. offered: there are times to choose from. booking: one was chosen and is being booked. open: a time is looked for. over: nothing more to do. */
export type State = Booked | Offered | { kind: "booking" } | { kind: "open" } | { kind: "over" };

export interface View {
  state: State;
  /** The zone of our messages to them, and whether they, or their application, gave it. */
  assumed: { zone: string; isKnown: boolean };
  /** When they last said something of a kind. */
  saidAt: Partial<Record<AnswerKind, Temporal.Instant>>;
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
    state: booked ?? (await readOffer(visit, deps)) ?? restOf(visit, about),
    assumed: {
      zone: payload?.candidate.zone ?? deps.company.zone,
      isKnown: payload !== null && payload.candidate.zoneSource !== "company",
    },
    saidAt,
  };
};

const readOffer = async (
  { case_, now }: Visit,
  { database, texts }: ViewDeps,
): Promise<State | null> => {
  if (case_.closedAt !== null) return null;
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

const restOf = ({ case_, now }: Visit, about: Opened | null): State => {
  const isPast =
    about?.proposal.status === "done" &&
    (about.proposal.kind === "book_interview" || about.proposal.kind === "change_booking") &&
    interviewsOf(about.payload.sessions, {}).every(
      ({ endsAt }) => Temporal.Instant.compare(endsAt, now) <= 0,
    );
  return { kind: case_.closedAt !== null || isPast ? "over" : "open" };
};

const readBooked = async (
  { case_, now }: Visit,
  answers: readonly AnswerRecord[],
  { database, texts, plans, stepsOf }: ViewDeps,
): Promise<Booked | null> => {
  if (case_.closedAt !== null) return null;
  const standing = await listStandingBookings(database, case_.opportunityId, now);
  const ours = standing.findLast(({ caseId }) => caseId === case_.id);
  const proposal = ours && (await getProposal(database, ours.proposalId));
  if (!proposal) return null;
  const opened = await openOrNull(proposal, { database, texts });
  if (!opened) return null;
  const { payload } = opened;
  const effects = await listEffects(database, proposal.id);
  const videoUrls = videoUrlsOf(payload, refsOf(stepsOf(payload), effects));
  const interviews = interviewsOf(payload.sessions, videoUrls);
  const moves = answers.filter(({ kind }) => kind === "wants_move").length;
  const rules = (await plans.get(payload.planId))?.rules ?? {};
  const startsAt = interviews[0].startsAt;
  return {
    kind: "booked",
    proposalId: proposal.id,
    payload,
    interviews,
    mayMove: mayMoveOf({ startsAt, moves, rules, now }),
  };
};

interface Opened {
  proposal: ProposalRecord;
  payload: ProposalPayload;
}

/** Of proposals that the candidate may know of, and of those that say at least their zone, the newest that can be read. */
const newestPayload = async (
  { case_ }: Visit,
  { database, texts }: ViewDeps,
): Promise<Opened | null> => {
  const [newest] = await listProposals(database, { caseId: case_.id, limit: 1 });
  return newest ? await openOrNull(newest, { database, texts }) : null;
};

/** Null when its candidate was erased. */
const openOrNull = async (
  proposal: ProposalRecord,
  { database, texts }: Pick<ViewDeps, "database" | "texts">,
): Promise<Opened | null> => {
  try {
    return { proposal, payload: (await openProposal(database, proposal, texts)).payload };
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "not_found") return null;
    throw thrown;
  }
};
