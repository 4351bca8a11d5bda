/** New ids for our own records: a prefix that names the kind, then random hexadecimal digits. */
import { createHash, randomUUID } from "node:crypto";

/** Where new ids come from: a dependency, so that tests can know them. */
export interface Ids {
  next(prefix: string): string;
}

/** Random ids such as `ev_3f0c…` (32 hexadecimal digits). */
export const randomIds: Ids = {
  next: (prefix) => `${prefix}_${randomUUID().replaceAll("-", "")}`,
};

/** The same id for the same parts, so that a step that runs again makes the same record again. */
export const derivedId = (prefix: string, ...parts: string[]): string =>
  `${prefix}_${createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32)}`;
