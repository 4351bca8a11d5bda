/** What is read and decided on its own page alone: its readers may not all see the same, or it decides about a person. */

/** How many others are decided together at most. */
export const MOST_AT_ONCE = 50;

const ON_PAGE: ReadonlySet<string> = new Set([
  "send_brief",
  "post_synthesis",
  "move_stage",
  "warn_recruiter",
]);

/** Whether it is told elsewhere only that it waits, and is never decided together with others. */
export const isForPage = ({ kind, class: of }: { kind: string; class: string }): boolean =>
  of === "evaluative" || ON_PAGE.has(kind);
