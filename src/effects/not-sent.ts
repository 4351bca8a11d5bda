/** What is said of a proposal that was carried out, and of which nothing came to anybody. */
import { BRIEF_NOTE } from "../domain/brief.ts";
import type { ProposalStatus } from "../domain/proposal.ts";
import type { EffectRecord } from "./effects.ts";

/** Nothing of it is known to have come to anybody. */
export interface NotSent {
  /** Nobody can tell: it may have been sent. */
  isUnknown: boolean;
  /** In our words; null: it is not known, or not for the reader. */
  why: string | null;
}

/** Null: something of it was done, or it is not over. */
export const notSentOf = (
  status: ProposalStatus,
  effects: readonly Pick<EffectRecord, "kind" | "status" | "error">[],
): NotSent | null => {
  const telling = effects.filter(({ kind }) => kind !== BRIEF_NOTE);
  if (status !== "done" || telling.length === 0) return null;
  if (telling.some((effect) => effect.status === "done")) return null;
  const unknown = telling.find((effect) => effect.status === "parked");
  const kept = unknown ?? telling.find(({ error }) => error !== null);
  return { isUnknown: unknown !== undefined, why: kept?.error?.message ?? null };
};
