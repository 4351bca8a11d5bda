/** Variables that were probably meant for us, and are not read because of their name. */
import { editDistance } from "../domain/edit-distance.ts";

const MAX_DISTANCE = 2;
/** Names shorter than this are near to too many others: HOME is not a slip for HOST. */
const MIN_LENGTH = 8;
/** Nobody else uses these prefixes. */
const OWN_PREFIXES = ["LEVER_", "CONVENE_"];

/** One sentence for each such variable. Shape: names only, never values; sorted. */
export const findTypos = (given: readonly string[], known: readonly string[]): string[] =>
  given
    .filter((name) => !known.includes(name))
    .toSorted()
    .flatMap((name) => {
      const nearest = nearestOf(name, known);
      if (nearest !== undefined) return [`${name} is not read: did you mean ${nearest}?`];
      const isOurs = OWN_PREFIXES.some((prefix) => name.startsWith(prefix));
      return isOurs ? [`${name} is not read: there is no such variable; see .env.example.`] : [];
    });

const nearestOf = (name: string, known: readonly string[]): string | undefined => {
  if (name.length < MIN_LENGTH) return undefined;
  return known
    .filter((other) => other.length >= MIN_LENGTH)
    .map((other) => ({ other, distance: editDistance(name, other) }))
    .filter(({ distance }) => distance <= MAX_DISTANCE)
    .toSorted((one, two) => one.distance - two.distance)[0]?.other;
};
