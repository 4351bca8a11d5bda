/** The material of a brief from texts, by the way that a real one comes: documents understood, held against the posting. */
import type { BriefMaterial } from "../../agents/briefing/material.ts";
import { guessLanguage } from "../../src/documents/guess-language.ts";
import { finding } from "../../src/documents/findings.ts";
import { understand } from "../../src/documents/understand.ts";
import { composeQuestionSet } from "../../src/questions/compose.ts";
import { answerOf } from "../../tools/resume-answer.ts";

/** A title and the lines below it. */
export interface Told {
  title: string;
  text: string;
}

/** What somebody wrote, and nothing that was read from it. */
export interface BriefTexts {
  candidateName: string;
  jobTitle: string;
  posting: string;
  resumes: string[];
  notes: Told[];
  feedback: (Told & { session: string })[];
  linkedIn: string | null;
  form: string | null;
  covers: string[];
  /** Characters that were hidden in the first resume. */
  hidden?: number;
}

const TODAY = "2026-11-23";
const LEVER = "https://hire.lever.co";

/** The material. */
export const materialOf = (texts: BriefTexts): BriefMaterial => {
  const { candidateName, jobTitle, notes, feedback, linkedIn, form, covers } = texts;
  return {
    candidateName,
    companyName: "Acme",
    today: TODAY,
    resume: resumeOf(texts),
    posting: {
      id: "posting/p1",
      title: `Posting: ${jobTitle}`,
      url: `${LEVER}/postings/p1`,
      text: texts.posting,
      jobTitle,
    },
    requisition: null,
    plan: { id: "plan/p1", title: "Interview plan", url: null, text: covers.join("\n") },
    notes: notes.map((one, index) => ({ id: `note/${index}`, url: null, ...one })),
    feedback: feedback.map((one, index) => ({ id: `feedback/${index}`, url: null, ...one })),
    questions: questionsOf(texts),
    covers,
    others: [],
    linkedIn,
    form,
  };
};

const resumeOf = ({
  candidateName,
  resumes,
  posting,
  hidden = 0,
}: BriefTexts): BriefMaterial["resume"] => {
  const documents = resumes.map((text, index) => {
    const findings =
      hidden > 0 && index === 0 ? [finding("invisible_text", { count: hidden })] : [];
    const raw = { kind: "text" as const, text, pageStarts: [], urls: [], findings };
    return { source: `resume/${index}`, document: understand(raw, guessLanguage) };
  });
  return answerOf(documents, {
    today: Temporal.PlainDate.from(TODAY),
    postingText: posting,
    candidateName,
  });
};

const questionsOf = ({ jobTitle, posting, form }: BriefTexts): BriefMaterial["questions"] => {
  const session = { id: "interview", name: "Interview", durationMinutes: 60 };
  const options = ["1 - no", "2 - weak", "3 - good", "4 - strong"].map((text) => ({ text }));
  const feedbackForm = { text: form ?? "", fields: [{ type: "score-system", options }] };
  const asked = composeQuestionSet({
    title: jobTitle,
    jobText: posting,
    sessions: [session],
    ...(form !== null && { feedbackForm }),
  });
  return asked.sessions[0] ?? null;
};
