/** Who is told what a candidate asks or needs: of those who answer for it, the first who sits on no panel of theirs. */
import type { Database, Queryable, Row } from "../db/port.ts";
import type { OpportunityId, UserId } from "../domain/ids.ts";
import type { BookInterview, BookedSession } from "../domain/proposal.ts";
import type { LeverReader, LeverUser, Opportunity, Posting } from "../lever/port.ts";
import type { Texts } from "../privacy/texts.ts";
import { KINDS_OF_BOOKINGS } from "./booking-kinds.ts";
import { openBooking } from "./open-proposal.ts";
import { PROPOSAL } from "./proposals.ts";
import type { ProposalRecord } from "./records.ts";

type Reads = Database | Queryable;

/** Those who sit in interviews of one candidate, in small letters: ids in Lever, addresses and names. */
export type Seated = ReadonlySet<string>;

export interface SeatedDeps {
  texts: Texts;
  lever: Pick<LeverReader, "listPanels" | "listUsers">;
}

/** Who sits on a panel that was proposed, is offered or booked, trainees among them, or that somebody has made in Lever. Errors: Lever's. */
export const readSeated = async (
  reads: Reads,
  opportunityId: OpportunityId,
  { texts, lever }: SeatedDeps,
): Promise<Seated> => {
  const rows = await reads.query<ProposalRecord & Row>(
    `${PROPOSAL} where case_id in (select id from cases where opportunity_id = $1) and kind in (${KINDS_OF_BOOKINGS})
     and status in ('waiting', 'approved', 'performing', 'done') and payload_text_id is not null
     and context_text_id is not null`,
    [opportunityId],
  );
  const seated = new Set(await seatedInLever(opportunityId, lever));
  for (const row of rows) {
    const { payload } = await openBooking(reads, row, texts);
    for (const { panel, trainees = [] } of sessionsOf(payload)) {
      for (const { userId, email, name } of [...panel, ...trainees]) {
        for (const known of [userId, email, name]) seated.add(known.toLowerCase());
      }
    }
  }
  return seated;
};

const seatedInLever = async (
  opportunityId: OpportunityId,
  lever: SeatedDeps["lever"],
): Promise<string[]> => {
  const panels = await lever.listPanels(opportunityId);
  const interviews = panels
    .filter(({ canceledAt }) => canceledAt === null)
    .flatMap((panel) => panel.interviews.filter(({ canceledAt }) => canceledAt === null));
  const ids = new Set(
    interviews.flatMap(({ interviewers }) => interviewers.map(({ userId }) => userId)),
  );
  if (ids.size === 0) return [];
  const users = await lever.listUsers();
  return users
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id, email, name }) => [id, email, name].map((known) => known.toLowerCase()));
};

const sessionsOf = ({ sessions, offer, change }: BookInterview): BookedSession[] => [
  ...sessions,
  ...(offer?.times.flat() ?? []),
  ...(change?.before ?? []),
];

/** Whether somebody, known by any of their names, is among them. */
export const isSeated = (seated: Seated, ...names: readonly string[]): boolean =>
  names.some((name) => seated.has(name.toLowerCase()));

/** Who is told. `sits`: all who could be told sit on a panel, and this is the first of them. */
export interface Told {
  user: LeverUser;
  sits: boolean;
}

/** The opportunity's owner, else the posting's, its hiring manager, or who follows it in Lever: the first who is active and sits on no
 * panel. Shape: null when nobody is active. Errors: Lever's. */
export const whoIsTold = async (
  of: {
    opportunity: Pick<Opportunity, "ownerId" | "followerIds"> | null;
    posting: Pick<Posting, "ownerId" | "hiringManagerId"> | null;
  },
  { lever, seated }: { lever: Pick<LeverReader, "getUser">; seated: Seated },
): Promise<Told | null> => {
  const { opportunity, posting } = of;
  const ids = [opportunity?.ownerId, posting?.ownerId, posting?.hiringManagerId];
  let first: LeverUser | null = null;
  for (const id of new Set<UserId | null | undefined>([
    ...ids,
    ...(opportunity?.followerIds ?? []),
  ])) {
    const user = id ? await lever.getUser(id) : null;
    if (!user || user.deactivated) continue;
    if (!isSeated(seated, user.email, user.name)) return { user, sits: false };
    first ??= user;
  }
  return first && { user: first, sits: true };
};
