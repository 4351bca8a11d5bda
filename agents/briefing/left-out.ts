/** What is not in a brief and why, in our words: no word of a document, and no hint at what it told of a person. */
import type { FindingCode } from "../../src/documents/findings.ts";
import type { BriefMaterial } from "./material.ts";
import type { Bench } from "./bench.ts";
import { isEnglish } from "./library.ts";
import type { Refusal } from "./screen.ts";

/** One thing left out. */
export interface LeftOut {
  says: string;
  /** Whether a coordinator should see it before the brief goes out. */
  isWarning: boolean;
}

const MOST = 20;

/** Findings of a resume that change nothing of what a brief can say, or are told otherwise. */
const SILENT: ReadonlySet<FindingCode> = new Set([
  "other_type",
  "active_content",
  "attachments",
  "external_references",
  "instructions_in_document",
  "end_in_future",
]);

const note = (says: string): LeftOut => ({ says, isWarning: false });
const warning = (says: string): LeftOut => ({ says, isWarning: true });

const LANGUAGE = new Intl.DisplayNames(["en"], { type: "language" });

const languageName = (code: string | null): string => {
  try {
    return (code === null ? undefined : LANGUAGE.of(code)) ?? "another language";
  } catch {
    return "another language";
  }
};

/** All that the material itself lacks or hides. */
export const lacksOf = (bench: Bench): LeftOut[] => [
  ...aboutResumes(bench),
  ...aboutOrders(bench),
  ...aboutPosting(bench),
  ...aboutTalk(bench),
  ...aboutQuestions(bench.material),
];

const aboutResumes = ({ material, library }: Bench): LeftOut[] => {
  const { documents, contradictions } = material.resume;
  if (documents.length === 0)
    return [warning("There is no resume in Lever, so nothing of one is in here.")];
  const each = documents.flatMap(({ source, findings, text, characters }): LeftOut[] => {
    const one = library.get(source);
    const title = one?.title ?? "Resume";
    const language = one && !isEnglish(one) ? languageName(one.language) : null;
    return [
      ...[...new Set(findings.filter(({ code }) => !SILENT.has(code)).map(({ says }) => says))].map(
        (says) => warning(`${title}: ${says}`),
      ),
      ...(text.quoted.trim() === "" && findings.length === 0
        ? [warning(`${title}: there is no text in it.`)]
        : []),
      ...(characters > text.quoted.length && text.quoted !== ""
        ? [note(`${title}: only its first ${text.quoted.length} characters are read here.`)]
        : []),
      ...(language === null
        ? []
        : [
            warning(
              `${title} is in ${language}. Skills, employers and dates were read from it; its sentences and titles are not quoted, and what the posting asks for in words was not looked for.`,
            ),
          ]),
    ];
  });
  if (documents.length < 2 || contradictions.length === 0) return each;
  return [
    ...each,
    warning("The resumes do not agree with each other. Neither is taken for the right one."),
  ];
};

/** Whatever the document is: an order in it is told once. */
const aboutOrders = ({ library, orders }: Bench): LeftOut[] =>
  [...library.values()].flatMap(({ id, title }) =>
    (orders.get(id) ?? []).length === 0
      ? []
      : [
          warning(
            `${title}: a part of it speaks to software. It is left out and followed by nobody.`,
          ),
        ],
  );

const aboutPosting = ({ material, library }: Bench): LeftOut[] => {
  const { posting, resume } = material;
  if (posting.text.trim() === "")
    return [
      warning(
        "The posting has no text, so nothing could be held against it, and there is nothing of it to tell about the role.",
      ),
    ];
  const one = library.get(posting.id);
  return [
    ...(resume.requirements.length === 0
      ? [
          note(
            "The posting's text has no list of what it asks for, so nothing was held against it.",
          ),
        ]
      : []),
    ...(one && !isEnglish(one)
      ? [note(`The posting is in ${languageName(one.language)}. Its sentences are not quoted.`)]
      : []),
  ];
};

const aboutTalk = ({ material, library }: Bench): LeftOut[] =>
  [...material.feedback, ...material.notes].flatMap(({ id }) => {
    const one = library.get(id);
    return one && !isEnglish(one)
      ? [note(`${one.title} is in ${languageName(one.language)} and is not quoted.`)]
      : [];
  });

const aboutQuestions = ({ questions, form }: BriefMaterial): LeftOut[] => [
  ...(questions === null || questions.questions.length === 0
    ? [note("No questions are put together for this interview.")]
    : []),
  ...(form === null ? [note("No feedback form is set for this interview.")] : []),
];

const WHY: Record<Exclude<Refusal, "speaks to software">, (count: string) => string> = {
  "carries a link": (count) => `${count} with an address, a link, a telephone number or a picture`,
  "tells readers what to do": (count) =>
    `${count} that tell${count.startsWith("one") ? "s" : ""} readers what to do`,
  "is a verdict": (count) =>
    `${count} that judge${count.startsWith("one") ? "s" : ""} the candidate`,
  "is private": (count) => `${count} that an interview must not rest on`,
};

/** What was refused while drafting, counted by document. Orders are told of already. */
export const refusalsOf = ({ refused, library }: Bench): LeftOut[] => {
  const seen = new Set<string>();
  const once = refused.filter(({ document, start, why }) => {
    const key = `${document} ${start} ${why}`;
    return !seen.has(key) && seen.add(key);
  });
  return [...Map.groupBy(once, ({ document, why }) => `${document} ${why}`).values()].flatMap(
    (those) => {
      const [first] = those;
      if (!first || first.why === "speaks to software") return [];
      const title = library.get(first.document)?.title ?? "A document";
      const count = those.length === 1 ? "one sentence" : `${those.length} sentences`;
      return [note(`${title}: ${WHY[first.why](count)}, left out.`)];
    },
  );
};

/** In a brief's own shape. */
export const saidOf = (all: readonly LeftOut[]): string[] => {
  const said = [
    ...new Set(all.map(({ says }) => (says.length > 300 ? `${says.slice(0, 299)}…` : says))),
  ];
  if (said.length <= MOST) return said;
  return [...said.slice(0, MOST - 1), `${said.length - MOST + 1} more things were left out.`];
};

/** One more line, where there is room for it. */
export const withLine = (leftOut: readonly string[], line: string): string[] =>
  leftOut.length < MOST ? [...leftOut, line] : [...leftOut.slice(0, MOST - 1), line];
