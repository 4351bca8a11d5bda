/** What Lever tells of one candidacy's life, to be delivered in any order: a dozen messages, two of them twice, while what
 * Lever itself says has long been final. */
import { randomUUID } from "node:crypto";
import { type LeverDelivery, deliverAsLever } from "./deliveries.ts";
import type { Standing } from "./standing.ts";
import type { Walk } from "./walk.ts";

/** How a candidacy's life ends; each has its own last words. */
export const ENDS = ["at the phone screen", "moved on", "archived"] as const;
export type End = (typeof ENDS)[number];

/** Lives it, with nobody told: forth and back through the stages, into the archive and out, with two new addresses. */
export const live = async (walk: Walk, id: string, end: End): Promise<void> => {
  const act = async (path: string, body: object = {}) =>
    await walk.eyes.control("POST", `/opportunities/${id}/${path}`, body);
  await walk.moveStage(id, "phoneScreen");
  await act("contact", { email: `first.${id}@mail.test` });
  await walk.moveStage(id, "offer");
  await act("archive");
  await act("unarchive");
  await act("contact", { email: `second.${id}@mail.test` });
  await walk.moveStage(id, "phoneScreen");
  if (end === "moved on") await walk.moveStage(id, "offer");
  if (end === "archived") await act("archive");
};

/** What Lever would have sent, in order; as many for each end. */
export const historyOf = (walk: Walk, id: string): LeverDelivery[] => {
  const { newApplicant, phoneScreen, offer } = walk.cast.stages;
  const contactId = walk.world.opportunities.find((one) => one.id === id)?.contactId ?? "";
  const tell = (event: string, data: Record<string, unknown> = {}): LeverDelivery => ({
    event,
    id: randomUUID(),
    token: randomUUID().replaceAll("-", ""),
    triggeredAt: walk.company.clock.now().epochMilliseconds,
    secret: walk.webhookSecret,
    data: { opportunityId: id, contactId, ...data },
  });
  const interview = { panelId: randomUUID(), interviewId: randomUUID() };
  const moved = tell("candidateStageChange", { fromStageId: newApplicant, toStageId: phoneScreen });
  const archived = tell("candidateArchiveChange");
  const contact = (): LeverDelivery => ({ ...tell("contactUpdated"), data: { contactId } });
  return [
    tell("applicationCreated"),
    moved,
    contact(),
    tell("candidateStageChange", { fromStageId: phoneScreen, toStageId: offer }),
    tell("interviewCreated", interview),
    archived,
    tell("candidateArchiveChange"),
    contact(),
    tell("candidateStageChange", { fromStageId: offer, toStageId: phoneScreen }),
    tell("interviewDeleted", interview),
    moved,
    archived,
  ];
};

/** Delivers one after the other, as fast as they are accepted. */
export const deliverAll = async (
  walk: Walk,
  deliveries: readonly LeverDelivery[],
): Promise<number[]> => {
  const statuses: number[] = [];
  for (const delivery of deliveries) {
    statuses.push((await deliverAsLever(walk.url, delivery)).status);
  }
  return statuses;
};

/** Where it all led, in words that are the same for every candidate: open cases, what waits with its control fields, and
 * what is done. */
export const endOf = (walk: Walk, { opportunityId: id, cases, made, lever }: Standing): unknown => {
  const { ownerId, postingId } = walk.world.opportunities.find((one) => one.id === id) ?? {};
  const posting = walk.world.postings.find((one) => one.id === postingId);
  const wanted = new Set<string | null | undefined>([posting?.hiringManagerId, ownerId]);
  return {
    open: cases
      .filter(({ status }) => status !== "closed")
      .map(({ stageName, status, problem }) => ({ stageName, status, problem })),
    proposals: made
      .filter(({ proposal }) => ["waiting", "done"].includes(proposal.status))
      .map(({ proposal: { status, payload, effects } }) => ({
        status,
        effects: effects.map((effect) => `${effect.kind} ${effect.status}`),
        stageId: payload.stageId,
        planId: payload.planId,
        sessions: payload.sessions.map(({ sessionId, durationMinutes, video }) => ({
          sessionId,
          durationMinutes,
          video,
        })),
        writesToPresentAddress: payload.candidate.email === lever?.emails[0],
        invitesWhomThePlanSays:
          payload.sessions.every(({ panel }) => panel.length === wanted.size) &&
          payload.sessions.every(({ panel }) => panel.every(({ userId }) => wanted.has(userId))),
        isOfPosting: payload.postingId === postingId,
      })),
  };
};
