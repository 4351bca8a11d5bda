/** What forms call things, where it is shown, worded by a model or left in Lever: labels, recommendations and names of interviews
 * are words that somebody wrote. What carries a link, markup or an order, or a verdict for a name, gets neutral words; no figure changes. */
import type { Figures } from "../../src/synthesis/figures.ts";
import type { Competency } from "../../src/synthesis/form.ts";
import { topicOf } from "../../src/synthesis/topics.ts";
import { hasForeignMatter, hasMarkup } from "../briefing/foreign-matter.ts";
import { ordersFound, tellsReaders } from "../briefing/orders.ts";
import { isVerdict } from "../briefing/screen.ts";

/** Gives words as they may be shown, the same for the same, and counts what it has not let through. */
export interface Shown {
  /** Of what a score is about; names of the plan stand. */
  topic(name: string): string;
  session(name: string): string;
  /** What a form answers. */
  given(words: string): string;
  figures(figures: Figures): Figures;
  /** In words, without any of the forms'. */
  leftOut(): string[];
}

/** What forms and interviews are called as well: in a sentence it would be a verdict. */
const AS_CALLED =
  /\b(?:hiring (?:manager|team|committee|panel|process)|recommend(?!(?:s|ed|ing)?\b)|rank(?!(?:s|ed)?\b)|score[ds]?\b|rating\b|rated\b)\w*/gi;

/** Where a name should stand, this is one too. */
const VERDICT_AS_NAME = /\b(?:hired|shortlist\w*|move (?:on|forward|ahead)|approve\w*)\b/i;

/** Whether it says what is to become of somebody, where a name should stand. */
const isVerdictAsName = (words: string): boolean =>
  isVerdict(words.replaceAll(AS_CALLED, "that")) || VERDICT_AS_NAME.test(words);

/** What a label asks of whoever fills in the form. */
const ASKED_FOR =
  /^\s*(?:please\s+)?(?:rate|score|assess|evaluate|describe|note|state|consider)\b[\s:]*/i;

/** One question, and nothing before it or after. */
const ASKS =
  /^\s*(?:would|do|does|did|is|are|was|were|has|have|can|could|should|how|what|which|where|why)\b[^.!?;:]*\?\s*$/i;

const WHY = "a link, markup, an order or a verdict stands in it";

type Kind = "topic" | "given" | "session" | "note";

const NEUTRAL: Record<Kind, string> = {
  topic: "a score whose name is not shown",
  given: "an answer that is not shown",
  session: "an interview whose name is not shown",
  note: "There is something to know of a figure whose words are not shown: it stands in the form.",
};

const COUNTED: Record<Kind, [one: string, many: string]> = {
  topic: ["name of a score", "names of scores"],
  given: ["answer", "answers"],
  session: ["name of an interview", "names of interviews"],
  note: ["remark on the figures", "remarks on the figures"],
};

/** For one synthesis, or one judgement of a rule. */
export const createShown = (competencies: readonly Competency[]): Shown => {
  const hidden: Record<Kind, Map<string, string>> = {
    topic: new Map(),
    given: new Map(),
    session: new Map(),
    note: new Map(),
  };
  const mayStand = (words: string, kind: Kind): boolean => {
    if (hasMarkup(words) || hasForeignMatter(words)) return false;
    if (ordersFound(words, "anybody").length > 0) return false;
    // Both are there to say what somebody would have done, or how it is told.
    if (kind === "given" || kind === "note") return !/\b(?:ignore|disregard)\b/i.test(words);
    if (ASKS.test(words)) return true;
    return !tellsReaders(words.replace(ASKED_FOR, "")) && !isVerdictAsName(words);
  };
  const show = (words: string, kind: Kind, key = words): string => {
    if (mayStand(words, kind)) return words;
    const known = hidden[kind].get(key);
    if (known !== undefined) return known;
    // Two of them stay two.
    const count = hidden[kind].size + 1;
    const neutral = `${NEUTRAL[kind]}${kind === "topic" && count > 1 ? ` (${count})` : ""}`;
    hidden[kind].set(key, neutral);
    return neutral;
  };
  const planned = new Set(competencies.map(({ name }) => name));
  const topic = (name: string): string =>
    planned.has(name) ? name : show(name, "topic", topicOf(name, competencies).id);
  return {
    topic,
    session: (name) => show(name, "session"),
    given: (words) => show(words, "given"),
    figures: (figures) => ({
      ...figures,
      topics: figures.topics.map((one) => ({
        ...one,
        topic: { ...one.topic, name: topic(one.topic.name) },
        voices: one.voices.map((voice) => ({ ...voice, given: show(voice.given, "given") })),
      })),
      overall: figures.overall.map((one) => ({ ...one, given: show(one.given, "given") })),
      notes: figures.notes.map((words) => show(words, "note")),
    }),
    leftOut: () =>
      (["topic", "given", "session", "note"] as const).flatMap((kind) => {
        const count = hidden[kind].size;
        const [one, many] = COUNTED[kind];
        if (count === 0) return [];
        return [`${count === 1 ? `One ${one} is` : `${count} ${many} are`} not shown: ${WHY}.`];
      }),
  };
};
