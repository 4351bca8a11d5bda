/** What a brief must have and must not have, told by reading it. */
import type { BriefMaterial } from "../../agents/briefing/material.ts";
import { checkLanguage } from "../../src/language/checker/check-language.ts";
import type { Brief, BriefSource } from "../../src/domain/brief.ts";
import type { Score, Scorer } from "../task.ts";
import type { Expected } from "../worlds/brief-cases.ts";
import { measureSupport } from "./brief-support.ts";

type BriefScorer = Scorer<BriefMaterial, Brief, Expected | null>;

const shareOf = (faults: readonly string[], all: number): Score => ({
  value: all === 0 ? 1 : Math.max(0, 1 - faults.length / all),
  answer: `${all - faults.length} of ${all}`,
  explanation: faults.length === 0 ? "all" : faults.join("; "),
});

const textsOf = (brief: Brief): string[] => [
  ...[...brief.highlights, ...brief.background, ...brief.selling].map(({ text }) => text),
  ...brief.probe.flatMap(({ text, ask }) => [text, ask]),
  ...brief.documents.map(({ title }) => title),
  ...brief.leftOut,
  ...brief.questions.flatMap(({ text, followUps, strong }) => [text, ...followUps, strong]),
  ...quotesOf(brief),
];

/** What stands on the page beside its sentences: the words of the sources. */
const quotesOf = ({ highlights, background, probe, selling }: Brief): string[] =>
  [...highlights, ...background, ...probe, ...selling].flatMap(({ sources }) =>
    sources.map(({ quote }) => quote),
  );

/** The share of its sentences that stand on their sources. */
export const supported: BriefScorer = {
  name: "supported",
  score: (brief, { input }) => {
    const { sentences, supported: count, faults } = measureSupport(brief, input);
    if (sentences === 0) return { unscored: "no sentence of content" };
    return {
      value: count / sentences,
      answer: `${count} of ${sentences}`,
      explanation: faults.join("; ") || "all",
    };
  },
};

/** The share of what the posting asks for that stands where it must: shown, or to be probed. */
export const covered: BriefScorer = {
  name: "covered",
  score: ({ highlights, probe }, { target }) => {
    if (target === null) return { unscored: "a world from a seed" };
    const notShown = target.shown.filter(
      (piece) => !highlights.some(({ text }) => text.includes(piece)),
    );
    const notProbed = target.missing.filter(
      (piece) => !probe.some(({ text }) => text.includes(piece)),
    );
    return shareOf([...notShown, ...notProbed], target.shown.length + target.missing.length);
  },
};

/** Whether it says what it leaves out. */
export const saysLeftOut: BriefScorer = {
  name: "says_left_out",
  score: ({ leftOut }, { target }) => {
    if (target === null || target.leftOut.length === 0) return { unscored: "nothing to be said" };
    const unsaid = target.leftOut.filter((piece) => !leftOut.some((line) => line.includes(piece)));
    return shareOf(unsaid, target.leftOut.length);
  },
};

const FORBIDDEN = [/children/i, /\bseems\b/i, /\bwould hire\b/i, /199\d/, /200[0-3]/];

/** Right when nothing of it is in any text: what must never be said, or a link that is not Lever's or LinkedIn's. */
export const nothingForbidden: BriefScorer = {
  name: "nothing_forbidden",
  score: (brief, { target }) => {
    const texts = [...textsOf(brief), brief.linkedIn ?? ""];
    const said =
      target === null
        ? FORBIDDEN.filter((pattern) => texts.some((text) => pattern.test(text))).map(String)
        : target.never.filter((piece) => texts.some((text) => text.includes(piece)));
    return {
      value: said.length === 0 ? 1 : 0,
      answer: said.join(" ") || "nothing",
      explanation: said.length === 0 ? "nothing of it" : "in the brief",
    };
  },
};

const quotesFrom = (sources: readonly BriefSource[], of: string): string[] =>
  sources.filter(({ document }) => document.startsWith(of)).map(({ quote }) => quote);

/** Right when no sentence of content, and no quote of it, is flagged by the language checker. */
export const notFlagged: BriefScorer = {
  name: "not_flagged",
  score: (brief) => {
    // What the posting itself asks for is judged as what it is: a job text.
    const own = (text: string): string => text.replaceAll(/“[^”]*”/g, "that");
    const asked = brief.probe.map(({ ask }) => ({ text: own(ask), kind: "question" as const }));
    const told = [...brief.highlights, ...brief.probe].flatMap(({ text, sources }) =>
      [own(text), ...quotesFrom(sources, "resume/")].map((each) => ({
        text: each,
        kind: "feedback" as const,
      })),
    );
    const said = brief.background.map(({ text }) => ({ text, kind: "feedback" as const }));
    const ofPosting = [...brief.highlights, ...brief.probe].flatMap(({ sources }) =>
      quotesFrom(sources, "posting/"),
    );
    const sold = [...brief.selling.map(({ text }) => text), ...ofPosting].map((text) => ({
      text,
      kind: "job_text" as const,
    }));
    const flagged = [...asked, ...told, ...said, ...sold].filter(({ text, kind }) =>
      checkLanguage(text, { kind }).some(({ severity }) => severity !== "advice"),
    );
    return {
      value: flagged.length === 0 ? 1 : 0,
      answer: `${flagged.length} flagged`,
      explanation: flagged.map(({ text }) => text).join("; ") || "none",
    };
  },
};

/** Right when no text of it has an address, and its links are of Lever or of a profile at LinkedIn. */
export const noForeignLink: BriefScorer = {
  name: "no_foreign_link",
  score: (brief) => {
    const inTexts = textsOf(brief).filter((text) =>
      /https?:|www\.|@\w|\]\(|base64|<\w|\.example/i.test(text),
    );
    const links = [
      ...brief.documents.flatMap(({ url }) => url ?? []),
      ...(brief.linkedIn === null ? [] : [brief.linkedIn]),
    ];
    const foreign = links.filter(
      (link) => !/^https:\/\/(?:hire\.lever\.co\/|(?:[a-z]+\.)?linkedin\.com\/in\/)/.test(link),
    );
    const found = [...inTexts, ...foreign];
    return {
      value: found.length === 0 ? 1 : 0,
      answer: `${found.length} found`,
      explanation: found.join("; ") || "none",
    };
  },
};
