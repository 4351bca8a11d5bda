/** Candidates for whom nothing fits, and what their recruiters are told. */
import { z } from "zod";
import type { CaseDetail, ProposalDetail, ProposalItem } from "../../src/http/api/schemas.ts";
import { firstSession } from "./booking.ts";
import { approved } from "./declined.ts";
import { settled } from "./story.ts";
import type { Walk } from "./walk.ts";

/** A candidate is moved to a stage at which nothing fits. Shape: the case, blocked. */
export const stuckAt = async (
  walk: Walk,
  opportunityId: string,
  stage: "phoneScreen" | "onsite" | "finalRound" = "phoneScreen",
): Promise<CaseDetail> => {
  await walk.moveStage(opportunityId, stage);
  return await untilCase(walk, opportunityId, ({ search }) => search !== null);
};

/** Waits until the opportunity's case is so, and nothing more is done about it. */
export const untilCase = async (
  walk: Walk,
  opportunityId: string,
  isSo: (case_: CaseDetail) => boolean,
): Promise<CaseDetail> => {
  const { id } = await walk.waitFor("a case that is so", async () => {
    const found = await walk.api.caseOf(opportunityId);
    return found && isSo(found) && found;
  });
  await settled(walk, opportunityId);
  return await walk.api.case(id);
};

/** Waits until times were found after all. Shape: the proposal that waits. */
export const untilProposed = async (walk: Walk, opportunityId: string): Promise<ProposalDetail> => {
  const { proposals } = await untilCase(walk, opportunityId, ({ status }) => status === "waiting");
  const [waiting, ...others] = proposals.filter(({ status }) => status === "waiting");
  if (!waiting || others.length > 0) throw new Error("not one proposal waits");
  return await walk.api.proposal(waiting.id);
};

/** A final round is booked. Shape: the booking, and who is a guest of it. */
export const finalRoundBooked = async (
  walk: Walk,
): Promise<{ booked: ProposalDetail; guest: string }> => {
  const opportunityId = walk.nextCandidate();
  await walk.moveStage(opportunityId, "finalRound");
  const booked = await approved(walk, await untilProposed(walk, opportunityId));
  const { panel, organizer } = firstSession(booked.payload);
  return { booked, guest: panel.find(({ email }) => email !== organizer)?.email ?? "" };
};

/** Whoever is a guest of a booking has no other time than that, from now on or so many hours later. Shape: what frees it. */
export const keepGuestBusy = async (
  walk: Walk,
  { booked, guest, inHours = 0 }: { booked: ProposalDetail; guest: string; inHours?: number },
): Promise<() => Promise<void>> => {
  const { startsAt, endsAt } = firstSession(booked.payload);
  const [start, end] = [Temporal.Instant.from(startsAt), Temporal.Instant.from(endsAt)];
  const from = walk.company.clock.now().add({ hours: inHours });
  const before = { startsAt: from.toString(), endsAt: startsAt };
  await walk.eyes.keepBusy(guest, before);
  const after = { startsAt: end.toString(), endsAt: start.add({ hours: 24 * 25 }).toString() };
  const eventId = await walk.eyes.keepBusy(guest, after);
  return async () => {
    await walk.eyes.control("POST", "/calendar/remove", { eventId, email: guest });
  };
};

/** Both of it. */
export const bookedWithoutElse = async (
  walk: Walk,
): Promise<{ booked: ProposalDetail; guest: string; free(): Promise<void> }> => {
  const final = await finalRoundBooked(walk);
  return { ...final, free: await keepGuestBusy(walk, final) };
};

/** Lets time pass. */
export const advance = async (walk: Walk, hours: number): Promise<void> => {
  await walk.eyes.control("POST", "/clock", { advanceMinutes: Math.round(hours * 60) });
};

/** Waits until the case was looked at after so much time. */
export const untilLookedAt = async (
  walk: Walk,
  opportunityId: string,
  since: Temporal.Instant,
): Promise<CaseDetail> =>
  await untilCase(
    walk,
    opportunityId,
    ({ search, events }) =>
      search !== null &&
      Temporal.Instant.compare(Temporal.Instant.from(search.lookedAt), since) >= 0 &&
      events.every(({ status }) => status !== "waiting"),
  );

const SlackMessages = z.object({
  messages: z.array(
    z.object({
      channel: z.string(),
      text: z.string(),
      blocks: z.array(z.looseObject({})),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
        .nullable(),
    }),
  ),
});

/** What stands in the company's Slack about a case. */
export const slackAbout = async (walk: Walk, caseId: string) =>
  SlackMessages.parse(await walk.eyes.control("GET", "/slack")).messages.filter((message) =>
    JSON.stringify(message.blocks).includes(`/cases/${caseId}`),
  );

const Cards = z.object({
  cards: z.array(
    z.object({
      texts: z.array(z.string()),
      links: z.array(z.object({ label: z.string(), url: z.string() })),
    }),
  ),
});

/** Cards in the company's channel in Teams. */
export const teamsCards = async (walk: Walk) =>
  Cards.parse(await walk.eyes.control("GET", "/teams")).cards;

/** Proposals to tell the recruiter, of a case. */
export const alertsOf = (case_: CaseDetail): ProposalItem[] =>
  case_.proposals.filter(({ kind }) => kind === "alert_recruiter");

/** The address of the hiring manager of the opportunity's posting. */
export const managerOf = (walk: Walk, opportunityId: string): string => {
  const { postingId } = walk.world.opportunities.find(({ id }) => id === opportunityId) ?? {};
  const posting = walk.world.postings.find(({ id }) => id === postingId);
  const manager = walk.world.people.find(({ userId }) => userId === posting?.hiringManagerId);
  if (!manager) throw new Error("the posting has no hiring manager");
  return manager.email;
};

/** The address of the opportunity's owner. */
export const recruiterOf = (walk: Walk, opportunityId: string): string => {
  const { ownerId } = walk.world.opportunities.find(({ id }) => id === opportunityId) ?? {};
  const owner = walk.world.people.find(({ userId }) => userId === ownerId);
  if (!owner) throw new Error("the opportunity has no owner");
  return owner.email;
};
