/** Interviews that are booked, and what their panels are sent of them. */
import { z } from "zod";
import type { CaseDetail, ProposalDetail, ProposalItem } from "../../src/http/api/schemas.ts";
import { firstSession } from "./booking.ts";
import { approved } from "./declined.ts";
import { advance } from "./nothing-fits.ts";
import { proposalFor, settled } from "./story.ts";
import type { Walk } from "./walk.ts";

/** A phone screen that is booked, more than a day before it begins. */
export const bookedScreen = async (walk: Walk): Promise<ProposalDetail> =>
  await approved(walk, await proposalFor(walk, walk.nextCandidate()));

/** Proposals to send briefs of a case, the newest first. */
export const briefsOf = ({ proposals }: Pick<CaseDetail, "proposals">): ProposalItem[] =>
  proposals.filter(({ kind }) => kind === "send_brief");

/** Lets time pass until so many hours before the interview. */
export const until = async (walk: Walk, booked: ProposalDetail, hours: number): Promise<void> => {
  const startsAt = Temporal.Instant.from(firstSession(booked.payload).startsAt);
  const left = walk.company.clock.now().until(startsAt).total("hours");
  if (left > hours) await advance(walk, left - hours);
};

/** Waits until the case has so many briefs, and nothing more is done about it. */
export const untilBriefed = async (
  walk: Walk,
  { caseId, payload }: Pick<ProposalDetail, "caseId" | "payload">,
  isSo: (briefs: ProposalItem[]) => boolean,
): Promise<CaseDetail> => {
  await walk.waitFor("its briefs", async () => isSo(briefsOf(await walk.api.case(caseId))));
  await settled(walk, payload.opportunityId);
  return await walk.api.case(caseId);
};

const Messages = z.object({
  messages: z.array(
    z.object({ channel: z.string(), text: z.string(), blocks: z.array(z.unknown()) }),
  ),
});

/** Messages in Slack that name somebody. */
export const slackNaming = async (walk: Walk, words: string) =>
  Messages.parse(await walk.eyes.control("GET", "/slack")).messages.filter((message) =>
    JSON.stringify(message).includes(words),
  );
