/** What a visible text says: sections, entries, skills, links, and what speaks to software. */
import { findEntries, findingsOfEntries } from "./entries.ts";
import { findLinks } from "./find-links.ts";
import { finding } from "./findings.ts";
import { findInstructions } from "./instructions.ts";
import type { RawDocument } from "./raw.ts";
import { findSections } from "./sections.ts";
import type { ReadDocument } from "./shape.ts";
import { findSkills } from "./find-skills.ts";
import { placeIn } from "./spans.ts";
import { toVisible } from "./visible-text.ts";

/** Of these months, headings and titles are known. */
const KNOWN: ReadonlySet<string> = new Set(["en", "de", "fr", "es", "pt", "it", "nl", "pl"]);

/** Guesses a language, or says null. */
type GuessLanguage = (text: string) => string | null;

/** The document as it is understood. The guess of its language is an argument: what guesses well is large. */
export const understand = (given: RawDocument, guessLanguage: GuessLanguage): ReadDocument =>
  withUnread(understandText(given, guessLanguage));

/** With findings of what its entries do not tell. */
export const withUnread = (document: ReadDocument): ReadDocument => ({
  ...document,
  findings: [...document.findings, ...findingsOfEntries(document.entries)],
});

/** The same without a word about its entries: for a text that is composed of them. */
export const understandText = (given: RawDocument, guessLanguage: GuessLanguage): ReadDocument => {
  const raw = toVisible(given);
  const { text, urls } = raw;
  const place = placeIn(raw);
  const sections = findSections(text, place);
  const language = guessLanguage(text);
  const hasFailed = raw.findings.some(({ code }) => ENDS.has(code));
  const isEmpty = text.trim() === "" && !hasFailed;
  return {
    kind: raw.kind,
    language,
    text,
    pages: raw.pageStarts.length,
    sections,
    entries: findEntries(text, sections, place),
    skills: findSkills(text, sections, place),
    links: findLinks(text, urls, place),
    findings: [
      ...raw.findings,
      ...(isEmpty ? [finding("empty")] : []),
      ...(language !== null && !KNOWN.has(language) ? [finding("language_not_known")] : []),
      ...findInstructions(text, place),
    ],
  };
};

/** With one of these there is no text, and it is said why. */
const ENDS: ReadonlySet<string> = new Set([
  "empty",
  "too_big",
  "took_too_long",
  "too_much_memory",
  "broken",
  "encrypted",
  "scan",
  "picture",
  "unsupported_type",
]);
