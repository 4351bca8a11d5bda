/** The documents that a brief is made from, by id: their texts, and what a person calls them. */
import { guessLanguage } from "../../src/documents/guess-language.ts";
import { withoutOwnName } from "../../src/documents/own-name.ts";
import type { BriefDocument } from "../../src/domain/brief.ts";
import { cleanLine } from "../../src/domain/quoted.ts";
import { hasForeignMatter } from "./foreign-matter.ts";
import type { BriefMaterial, SourceText } from "./material.ts";
import { type Neutralise, neutraliser } from "./neutral.ts";
import { readsAsEnglish } from "./sentences.ts";

/** One of them. */
export interface LibraryText {
  id: string;
  title: string;
  url: string | null;
  text: string;
  /** BCP 47, a guess; null when there is too little to tell. */
  language: string | null;
}

/** All of them. Shape: in the order in which a brief lists them. */
export type Library = ReadonlyMap<string, LibraryText>;

const LONGEST_TITLE = 120;
const KINDS: Record<string, string> = {
  resume: "Resume",
  posting: "Posting",
  requisition: "Requisition",
  note: "Note",
  feedback: "Feedback",
  plan: "Interview plan",
};
const FILES: Record<string, string> = {
  pdf: "PDF",
  docx: "Word",
  html: "HTML",
  text: "text",
  parsed: "as Lever read it",
};

/** A title for one line: names of people in it are written by people outside. */
const safeTitle = ({ id, title }: Pick<SourceText, "id" | "title">): string => {
  const line = cleanLine(title, LONGEST_TITLE).replaceAll(/[“”]/g, "'");
  if (line !== "" && !hasForeignMatter(line)) return line;
  return KINDS[id.split("/")[0] ?? ""] ?? "Document";
};

const isWebAddress = (url: string): boolean =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** Whose name stands in it makes no language. Few words are often taken for another one: common English words say more. */
const languageOf = (text: string, neutralise: Neutralise): string | null => {
  const plain = neutralise(text).replaceAll("the candidate", " ");
  const guess = guessLanguage(plain);
  return guess !== null && guess !== "en" && readsAsEnglish(plain) ? "en" : guess;
};

const textOf = (source: SourceText, neutralise: Neutralise): LibraryText => ({
  id: source.id,
  title: safeTitle(source),
  url: source.url !== null && isWebAddress(source.url) ? source.url : null,
  text: source.text,
  language: languageOf(source.text, neutralise),
});

const resumesOf = ({ documents }: BriefMaterial["resume"], candidateName: string): LibraryText[] =>
  documents.map(({ source, kind, text }, index) => ({
    id: source,
    title: `Resume${documents.length > 1 ? ` ${index + 1}` : ""}${FILES[kind] === undefined ? "" : ` (${FILES[kind]})`}`,
    url: null,
    text: text.quoted,
    language: languageOf(withoutOwnName(text.quoted, candidateName), neutraliser(candidateName)),
  }));

/** Whether sentences of it are read by rules that know English alone. */
export const isEnglish = ({ language }: Pick<LibraryText, "language">): boolean =>
  language === null || language === "en";

/** Some texts by their ids. */
const libraryOfTexts = (
  texts: readonly SourceText[],
  neutralise: Neutralise,
): Map<string, LibraryText> => new Map(texts.map((one) => [one.id, textOf(one, neutralise)]));

/** All texts of the material by their ids. */
export const libraryOf = (material: BriefMaterial): Library => {
  const { posting, requisition, plan, feedback, notes } = material;
  const texts = [posting, ...(requisition ? [requisition] : []), plan, ...feedback, ...notes];
  const { candidateName } = material;
  const resumes = resumesOf(material.resume, candidateName).map((one) => [one.id, one] as const);
  return new Map([...resumes, ...libraryOfTexts(texts, neutraliser(candidateName, "in talk"))]);
};

const MOST_DOCUMENTS = 60;

/** What a brief says of the documents that these ids name, in the library's order. */
export const documentsOf = (library: Library, ids: ReadonlySet<string>): BriefDocument[] =>
  [...library.values()]
    .filter(({ id }) => ids.has(id))
    .map(({ id, title, url }) => ({ id, title, url }))
    .slice(0, MOST_DOCUMENTS);
