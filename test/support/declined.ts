/** Bookings that somebody in the panel declines, and what they are then changed to. */
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { firstSession } from "./booking.ts";
import { proposalFor, untilProposal, waitingProposal } from "./story.ts";
import type { Walk } from "./walk.ts";

/** Waits until what is proposed is approved and done. */
export const approved = async (walk: Walk, waiting: ProposalDetail): Promise<ProposalDetail> => {
  await walk.api.approve(waiting);
  return await untilProposal(walk, waiting, "done");
};

/** The calendar event of one of its sessions. */
export const eventIdOf = ({ effects }: ProposalDetail, index: number): string =>
  effects.filter(({ kind }) => kind === "calendar_event")[index]?.externalRef?.["eventId"] ?? "";

/** Waits until the calendar is listened to. */
export const untilWatched = async (walk: Walk, mailbox: string): Promise<void> => {
  await walk.waitFor("its calendar to be watched", async () => {
    const [row] = await walk.running.deps.database.query<{ n: number }>(
      "select count(*)::int as n from calendar_watches where mailbox = $1 and synced_at is not null and channel_id is not null",
      [mailbox],
    );
    return row?.n === 1;
  });
};

/** Somebody says no to one of its sessions. */
export const decline = async (
  walk: Walk,
  booked: ProposalDetail,
  { index, email }: { index: number; email: string },
): Promise<void> => {
  await untilWatched(walk, booked.payload.sessions[index]?.organizer ?? "");
  const eventId = eventIdOf(booked, index);
  await walk.eyes.control("POST", "/calendar/respond", {
    eventId,
    email,
    responseStatus: "declined",
  });
};

/** A screen is booked, and its guest declines. Shape: the booking, who declined, and the change that waits. */
export const declinedByGuest = async (
  walk: Walk,
): Promise<{ booked: ProposalDetail; away: string; waiting: ProposalDetail }> => {
  const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
  const { panel, organizer } = firstSession(booked.payload);
  const away = panel.find(({ email }) => email !== organizer)?.email;
  if (away === undefined) throw new Error("nobody is a guest");
  await decline(walk, booked, { index: 0, email: away });
  return { booked, away, waiting: await waitingProposal(walk, booked.payload.opportunityId) };
};

/** Whose time is held for the opportunity, by name of address. */
export const heldSeats = async (walk: Walk, opportunityId: string): Promise<string[]> => {
  const rows = await walk.running.deps.database.query<{ person: string }>(
    `select r.person from reservations r join proposals p on p.id = r.proposal_id
     join cases c on c.id = p.case_id where c.opportunity_id = $1 and r.released_at is null
     order by r.person`,
    [opportunityId],
  );
  return rows.map(({ person }) => person);
};

/** Everybody who sits in it, once a seat. */
export const emailsOf = ({ payload }: ProposalDetail): string[] =>
  payload.sessions.flatMap(({ panel }) => panel.map(({ email }) => email)).toSorted();
