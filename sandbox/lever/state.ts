/** What the company's Lever holds: the world's records, and what is written to them later. */
import type { CompanyClock } from "../clock.ts";
import type { Journal } from "../journal.ts";
import { type Random, createRandom } from "../worlds/random.ts";
import type { World, WorldOpportunity } from "../worlds/types.ts";

export interface LeverOpportunity extends WorldOpportunity {
  stageChanges: { toStageId: string; toStageIndex: number; updatedAt: number; userId?: string }[];
  tags: string[];
  updatedAtMs: number | null;
}

export interface LeverInterview {
  id: string;
  panelId: string;
  subject: string | null;
  note: string | null;
  location: string | null;
  date: number;
  duration: number;
  feedbackTemplate: string | null;
  feedbackReminder: string;
  interviewers: { id: string; feedbackTemplate: string | null; responseStatus: string }[];
  createdAt: number;
  canceledAt: number | null;
}

export interface LeverPanel {
  id: string;
  opportunityId: string;
  applications: string[];
  timezone: string;
  note: string | null;
  externallyManaged: boolean;
  externalUrl: string | null;
  feedbackReminder: string;
  userId: string;
  stageId: string;
  createdAt: number;
  canceledAt: number | null;
  interviews: LeverInterview[];
}

export interface LeverNote {
  id: string;
  opportunityId: string;
  value: string;
  secret: boolean;
  userId: string | null;
  createdAt: number;
  madeByApi: boolean;
}

export interface LeverFeedback {
  id: string;
  opportunityId: string;
  panelId: string | null;
  interviewId: string | null;
  userId: string;
  templateId: string;
  completedAt: number | null;
  createdAt: number;
  deletedAt: number | null;
}

/** Announces what happened, by Lever's own event names; the webhooks listen. */
export type Announce = (event: string, data: Record<string, unknown>) => void;

export interface LeverState {
  world: World;
  clock: CompanyClock;
  journal: Journal;
  ids: Random;
  opportunities: Map<string, LeverOpportunity>;
  panels: Map<string, LeverPanel>;
  notes: Map<string, LeverNote>;
  feedback: Map<string, LeverFeedback>;
  announce: Announce;
  nowMs(): number;
}

/** Lever as the world begins: two panels that others made stand in it already. */
export const createLeverState = (
  parts: Pick<LeverState, "world" | "clock" | "journal" | "announce">,
): LeverState => {
  const state: LeverState = {
    ...parts,
    ids: createRandom(`${parts.world.seed}/lever`),
    opportunities: new Map(
      parts.world.opportunities.map((opportunity) => [
        opportunity.id,
        {
          ...opportunity,
          stageChanges: [
            { toStageId: opportunity.stageId, toStageIndex: 0, updatedAt: opportunity.createdAtMs },
          ],
          tags: [],
          updatedAtMs: null,
        },
      ]),
    ),
    panels: new Map(),
    notes: new Map(),
    feedback: new Map(),
    nowMs: () => parts.clock.now().epochMilliseconds,
  };
  seedForeignPanels(state);
  return state;
};

/** One panel made in Lever's own scheduler, one by another integration. */
const seedForeignPanels = (state: LeverState): void => {
  const [, , , , , , , , , , , , first, second] = state.world.opportunities;
  const user = state.world.people[0];
  if (!first || !second || !user) return;
  for (const [opportunity, externallyManaged] of [
    [first, false],
    [second, true],
  ] as const) {
    const id = state.ids.uuid();
    state.panels.set(id, {
      id,
      opportunityId: opportunity.id,
      applications: [opportunity.applicationId],
      timezone: user.zone,
      note: null,
      externallyManaged,
      externalUrl: externallyManaged ? "https://other-tool.test/bookings/1" : null,
      feedbackReminder: "daily",
      userId: user.userId,
      stageId: opportunity.stageId,
      createdAt: state.world.startsAtMs,
      canceledAt: null,
      interviews: [
        {
          id: state.ids.uuid(),
          panelId: id,
          subject: "Conversation",
          note: null,
          location: null,
          date: state.world.startsAtMs + 3 * 86_400_000,
          duration: 30,
          feedbackTemplate: "no-feedback",
          feedbackReminder: "daily",
          interviewers: [
            { id: user.userId, feedbackTemplate: null, responseStatus: "needsAction" },
          ],
          createdAt: state.world.startsAtMs,
          canceledAt: null,
        },
      ],
    });
  }
};
