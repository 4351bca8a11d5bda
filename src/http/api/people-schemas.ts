/** Shapes of people in the API: what they prefer, and their personal link. */
import { z } from "zod";
import { Preferences } from "../../domain/preferences.ts";
import { isoInstant } from "../../domain/time.ts";

export const VersionedPreferences = Preferences.extend({
  version: z.int().min(0).describe("0: nothing is set"),
});
export type VersionedPreferences = z.infer<typeof VersionedPreferences>;

/** Somebody who interviews, or could. */
export const PersonItem = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  pools: z.array(z.string()).describe("Pools of plans that they are in"),
  preferences: VersionedPreferences,
  load: z
    .object({
      before: z.int().describe("In the four weeks before this one, together"),
      thisWeek: z.int(),
      nextWeek: z.int(),
    })
    .describe("Interviews booked or held"),
});
export type PersonItem = z.infer<typeof PersonItem>;

/** The address of somebody's own page. */
export const PersonalLink = z.object({ url: z.string(), until: isoInstant });
export type PersonalLink = z.infer<typeof PersonalLink>;
