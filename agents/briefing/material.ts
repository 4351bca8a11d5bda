/** What a brief is drafted from: everything that was read, as plain data. Texts in it were written by people outside. */
import type { z } from "zod";
import type { OtherSession } from "../../src/domain/brief.ts";
import type { SetSession } from "../../src/questions/question-set.ts";
import type { getResume } from "../../tools/get_resume.ts";

/** A text and where it stands in Lever. Spans of sentences count in `text`. */
export interface SourceText {
  /** `posting/…`, `requisition/…`, `note/…`, `feedback/…`, `plan/…`. */
  id: string;
  /** What a person calls it, in our words. */
  title: string;
  /** Its page in Lever, or null. */
  url: string | null;
  text: string;
}

/** A feedback form that somebody has handed in, as one text: a line for each question and its answer. */
export interface FeedbackText extends SourceText {
  /** Name of the session or form, as Lever says it. */
  session: string;
  /** Where the answers stand in it; absent: all of it was written by whoever handed it in. */
  answers?: { start: number; end: number }[];
}

/** All that one session's brief is made from. */
export interface BriefMaterial {
  candidateName: string;
  companyName: string;
  /** ISO date, in the company's zone. */
  today: string;
  resume: z.infer<typeof getResume.output>;
  posting: SourceText & { jobTitle: string };
  requisition: SourceText | null;
  plan: SourceText;
  /** Allowed ones, newest first; never secret ones, and none of ours. */
  notes: SourceText[];
  /** Of rounds that are over: what every reader may see. */
  feedback: FeedbackText[];
  /** Of the posting's question set, this session's part; null when there is none. */
  questions: SetSession | null;
  covers: string[];
  others: OtherSession[];
  /** A link that Lever has and that says it is of LinkedIn. */
  linkedIn: string | null;
  form: string | null;
}
