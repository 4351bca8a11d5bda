/** Which step each effect of a proposal is: by what it does, never by its number. Bundles gain and lose steps from version to
 * version, and what an older one planned is still performed, undone and repaired by this one. */
import type { EffectRecord } from "./effects.ts";
import type { EffectKind } from "./kind.ts";

/** The step of each effect, by the effect's id, in the order of the effects. Shape: without effects that are no step of the
 * bundle, as a cancellation that followed. */
export const matchSteps = (
  kinds: readonly EffectKind[],
  effects: readonly Pick<EffectRecord, "id" | "kind" | "session">[],
): ReadonlyMap<string, EffectKind> => {
  const passed = new Map<string, number>();
  return new Map(
    effects.flatMap(({ id, kind, session }) => {
      const alike = kinds.filter((step) => step.kind === kind);
      if (session !== null) {
        const step = alike.find((each) => each.session === session);
        return step ? [[id, step] as const] : [];
      }
      // Rows of before sessions were kept stand in the order of the sessions.
      const nth = passed.get(kind) ?? 0;
      passed.set(kind, nth + 1);
      const step = alike[nth];
      return step ? [[id, step] as const] : [];
    }),
  );
};
