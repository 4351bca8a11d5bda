/** What an effect left outside that can be opened. */
import type { EffectItem } from "../../../src/http/api/schemas.ts";

const NAMES: Record<string, string> = { url: "Calendar event", videoUrl: "Video room" };

/** Named links, in the order in which they were left. */
export const linksOf = (effect: EffectItem): { href: string; words: string }[] =>
  Object.entries(effect.externalRef ?? {})
    .filter(([, value]) => /^https?:/.test(value))
    .map(([name, href]) => ({ href, words: NAMES[name] ?? "Open" }));
