/** What `get_resume` answers: documents read, facts found, evidence gathered. */
import { type ResumeFacts, type SourcedDocument, resumeFacts } from "../src/documents/facts.ts";
import { finding, unreadDocument } from "../src/documents/findings.ts";
import { endsInFuture, settledEntries } from "../src/documents/last-updated.ts";
import { asEvidence } from "../src/documents/own-name.ts";
import { LIMITS } from "../src/documents/limits.ts";
import { type Matched, matchRequirements } from "../src/documents/match-requirements.ts";
import { readRequirements } from "../src/documents/read-requirements.ts";
import type { ReadDocument } from "../src/documents/shape.ts";
import { AppError } from "../src/domain/errors.ts";
import { cleanLine, shorten } from "../src/domain/quoted.ts";
import type { Opportunity, Resume } from "../src/lever/port.ts";
import type { ToolContext } from "./context.ts";
import { labelled } from "./shapes.ts";

/** Resumes of one candidacy that are read; people send one or two. */
const MOST_RESUMES = 3;
const MOST_TEXT = 20_000;
const LONGEST_NAME = 200;

/** The answer for one opportunity. Errors: those of Lever; `rate_limited` when too many documents wait. */
export const answerOfResumes = async (opportunity: Opportunity, context: ToolContext) => {
  const { lever, clock, companyZone } = context;
  const resumes = (await lever.listResumes(opportunity.id)).slice(0, MOST_RESUMES);
  const documents: SourcedDocument[] = [];
  // One after the other: there is one thread for them, and one door to Lever.
  for (const resume of resumes) documents.push(await readOne(opportunity, resume, context));
  const today = clock.now().toZonedDateTimeISO(companyZone).toPlainDate();
  const postingText =
    opportunity.postingId === null
      ? ""
      : (await lever.getPosting(opportunity.postingId)).description.quoted;
  const candidateName = opportunity.name.quoted;
  return answerOf(documents, { today, postingText, candidateName });
};

/** The answer of documents that are read, held against a posting's text. */
export const answerOf = (
  documents: readonly SourcedDocument[],
  {
    today,
    postingText,
    candidateName,
  }: { today: Temporal.PlainDate; postingText: string; candidateName: string },
) => {
  const evidence = documents.map(({ source, document }) => ({
    source,
    document: asEvidence(document, candidateName),
  }));
  return {
    documents: documents.map((one) => viewDocument(one, today)),
    ...viewFacts(resumeFacts(evidence, today)),
    requirements: findEvidence(postingText, evidence),
  };
};

/** The file where it has a text, else what Lever read of it. */
const readOne = async (
  opportunity: Opportunity,
  resume: Resume,
  context: ToolContext,
): Promise<SourcedDocument> => {
  const source = `resume/${resume.id}`;
  const parsed = async (): Promise<SourcedDocument> => ({
    source: `${source}/parsed`,
    document: await context.documents.readParsedData(resume.parsedData ?? {}),
  });
  if (!resume.file) return await parsed();
  const bytes = await download(opportunity, resume, context);
  if (bytes === null) return await parsed();
  const document =
    bytes === "too_big"
      ? unreadDocument("unknown", "too_big")
      : await context.documents.readDocument({ bytes, name: resume.file.name.quoted });
  if (document.text.trim() !== "" || resume.parsedData === null) return { source, document };
  const instead = await parsed();
  // Why the file itself was not used stays to be seen.
  const findings = [...document.findings, ...instead.document.findings];
  return { ...instead, document: { ...instead.document, findings } };
};

const download = async (
  opportunity: Opportunity,
  resume: Resume,
  { lever }: ToolContext,
): Promise<Uint8Array | "too_big" | null> => {
  try {
    return await lever.downloadResume(opportunity.id, resume.id, { maxBytes: LIMITS.bytes });
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "payload_too_large") return "too_big";
    throw thrown;
  }
};

const viewDocument = ({ source, document }: SourcedDocument, today: Temporal.PlainDate) => ({
  source,
  kind: document.kind,
  language: document.language,
  pages: document.pages,
  text: labelled(shorten(document.text, MOST_TEXT)),
  characters: document.text.length,
  sections: document.sections.map(({ kind, span }) => ({ kind, span })),
  findings: [...document.findings, ...findingsOfDates(document, today)],
});

const findingsOfDates = (document: ReadDocument, today: Temporal.PlainDate) => [
  ...(settledEntries(document, today).some(({ isSettled }) => isSettled)
    ? [finding("last_updated")]
    : []),
  ...(document.entries.some((entry) => endsInFuture(entry, today))
    ? [finding("end_in_future")]
    : []),
];

const name = (text: string | null) =>
  text === null ? null : labelled(cleanLine(text, LONGEST_NAME));

const viewFacts = (facts: ResumeFacts) => ({
  ...facts,
  jobs: facts.jobs.map((job) => ({
    ...job,
    employer: name(job.employer),
    title: name(job.title),
  })),
  education: facts.education.map(({ school, degree, at }) => ({
    school: name(school),
    degree: name(degree),
    at,
  })),
  links: facts.links.map(({ source, kind, url, span }) => ({
    source,
    kind,
    url: labelled(url),
    span,
  })),
});

const findEvidence = (postingText: string, documents: readonly SourcedDocument[]) => {
  const requirements = readRequirements(shorten(postingText, MOST_TEXT));
  const matched = documents.map(({ source, document }) => ({
    source,
    found: matchRequirements(requirements, document),
  }));
  return requirements.map(({ text, kind }, index) => {
    const sides = matched.flatMap(({ source, found }) => {
      const one = found[index];
      return one ? [{ source, one }] : [];
    });
    return { requirement: labelled(cleanLine(text, 300)), kind, ...joined(sides) };
  });
};

const joined = (sides: readonly { source: string; one: Matched }[]) => {
  const names = [...new Set(sides.flatMap(({ one }) => one.skills.map(({ skill }) => skill)))];
  return {
    skills: names.map((skill) => ({
      skill,
      at: sides.flatMap(({ source, one }) =>
        one.skills
          .filter((each) => each.skill === skill)
          .flatMap(({ spans }) => spans.map((span) => ({ source, span }))),
      ),
    })),
    lines: sides.flatMap(({ source, one }) => one.lines.map((span) => ({ source, span }))),
  };
};
