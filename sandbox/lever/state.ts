/** What the company's Lever holds: the world's records, and what is written to them later. */
import type { CompanyClock } from "../clock.ts";
import type { Journal } from "../journal.ts";
import { type Random, createRandom } from "../worlds/random.ts";
import type { World, WorldOpportunity } from "../worlds/types.ts";
import { seedHistory } from "./history.ts";

export interface LeverOpportunity extends WorldOpportunity {
  stageChanges: { toStageId: string; toStageIndex: number; updatedAt: number; userId?: string }[];
  tags: string[];
  updatedAtMs: number | null;
}

export interface LeverInterview {
  id: string;
  panelId: string;
  opportunityId: string;
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
  /** The first is the note, the others answer it. */
  comments: { value: string; userId: string | null; createdAt: number }[];
  secret: boolean;
  createdAt: number;
  madeByApi: boolean;
}

/** Text, or the rows of a scorecard in their order. */
export type FeedbackValue = string | { score: number | null; comment: string | null }[] | null;

export interface LeverFeedback {
  id: string;
  opportunityId: string;
  panelId: string | null;
  interviewId: string | null;
  userId: string;
  templateId: string;
  /** By the id of the template's field; null while it is open. */
  values: Record<string, FeedbackValue>;
  completedAt: number | null;
  createdAt: number;
  deletedAt: number | null;
}

/** Announces what happened, by Lever's own event names; the webhooks listen, some only to some origins. */
export type Announce = (event: string, data: Record<string, unknown>, origin?: string) => void;

export interface LeverState {
  world: World;
  clock: CompanyClock;
  journal: Journal;
  ids: Random;
  opportunities: Map<string, LeverOpportunity>;
  panels: Map<string, LeverPanel>;
  notes: Map<string, LeverNote>;
  feedback: Map<string, LeverFeedback>;
  /** Opportunities that are no more. */
  deleted: { id: string; deletedAt: number }[];
  announce: Announce;
  nowMs(): number;
}

/** Lever as the world begins: panels that others made, and their feedback, stand in it already. */
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
    deleted: [],
    nowMs: () => parts.clock.now().epochMilliseconds,
  };
  seedHistory(state);
  return state;
};
