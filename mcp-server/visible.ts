/** What leaves for an assistant: without characters that nobody sees, wherever a text of it came from. */
import { withoutInvisible } from "../src/domain/quoted.ts";

/** The same value, with each of its texts as it can be seen. */
export const visible = (value: unknown): unknown => {
  if (typeof value === "string") return withoutInvisible(value);
  if (Array.isArray(value)) return value.map(visible);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, visible(one)]));
};
