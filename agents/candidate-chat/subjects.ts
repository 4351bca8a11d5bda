/** What candidates ask companies about before an interview: how it is asked, and by which words a passage tells of it. A passage that
 * has none of these words is about something else, whatever else it has in common with the question. Of English. */
import type { Subject } from "./subject.ts";
import { AROUND } from "./subjects-around.ts";
import { OF_INTERVIEW } from "./subjects-of-interview.ts";
import { OF_JOB } from "./subjects-of-job.ts";

/** All of them, in the order in which they are answered. One message may be about several. */
export const SUBJECTS: readonly Subject[] = [...OF_INTERVIEW, ...AROUND, ...OF_JOB];

/** It asks what the company makes or does, not how its interviews go. */
const OF_WHAT_IS_MADE = /\byour (?:\w+ )?(?:products?|websites?|apps?|customers|clients|users)\b/i;

/** Every subject that a line asks about, in the order of the list. */
export const subjectsOf = (line: string): Subject[] =>
  OF_WHAT_IS_MADE.test(line)
    ? []
    : SUBJECTS.filter(({ asked, unless }) => asked.test(line) && unless?.test(line) !== true);
