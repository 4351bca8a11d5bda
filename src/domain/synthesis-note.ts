/** A synthesis as a note in Lever. */
import { LONGEST_NOTE, withoutHandles } from "./note-lines.ts";
import type { PostSynthesis, SynthesisQuote, SynthesisTopic } from "./synthesis.ts";

/** The note as it is left. Where there is no room for all quotes the last ones are left out, and that is said. */
export const renderSynthesis = (synthesis: PostSynthesis): string => {
  for (let kept = synthesis.quotes.length; kept > 0; kept -= 1) {
    const text = textOf(synthesis, kept);
    if (text.length <= LONGEST_NOTE) return text;
  }
  return textOf(synthesis, 0);
};

const textOf = (synthesis: PostSynthesis, kept: number): string =>
  [
    headOf(synthesis, synthesis.quotes.length - kept),
    section("SCORES", synthesis.topics.map(topicLine)),
    section(
      "RECOMMENDATIONS, each person's own",
      synthesis.overall.map(({ name, given }) => `${name}: ${given}`),
    ),
    section("TO KNOW OF THE FIGURES", synthesis.notes),
    section("STRENGTHS", quoteLines("strength", synthesis, kept)),
    section("CONCERNS", quoteLines("concern", synthesis, kept)),
    section("NOBODY WRITES ABOUT", synthesis.notCovered),
    section(
      "FOR THE DEBRIEF",
      synthesis.questions.map(({ text }) => text),
    ),
    section("OTHERWISE THAN IN THE ONE BEFORE", synthesis.changes ?? []),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(withoutHandles).join("\n"))
    .join("\n\n");

const headOf = (
  { stageName, postingTitle, missing, forms }: PostSynthesis,
  leftOut: number,
): string[] => [
  `${missing.length === 0 ? "Synthesis of feedback" : "Partial synthesis of feedback"}: ${postingTitle}, ${stageName}`,
  `From ${forms.length === 1 ? "one form" : `${forms.length} forms`}, by ${[...new Set(forms.map(({ name }) => name))].join(", ")}.`,
  ...(missing.length === 0
    ? []
    : [`Still missing: ${missing.map(({ name, session }) => `${name} (${session})`).join(", ")}.`]),
  "It says what the forms say, and decides nothing: figures are counted from them, and quotes stand in them.",
  ...(leftOut === 0
    ? []
    : [`Left out here for its length: ${leftOut} quotes. All are in Convene.`]),
];

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`)];

const VIEWS: Record<SynthesisTopic["view"], string> = {
  agree: "They agree.",
  differ: "They do not agree.",
  one_voice: "One voice.",
};

const topicLine = ({ name, voices, view }: SynthesisTopic): string =>
  `${name}: ${voices.map(({ name: who, place, of }) => `${who} ${place} of ${of}`).join(", ")}. ${VIEWS[view]}`;

const quoteLines = (
  kind: SynthesisQuote["kind"],
  { quotes, forms }: PostSynthesis,
  kept: number,
): string[] =>
  quotes
    .slice(0, kept)
    .filter((one) => one.kind === kind)
    .map(({ text, form, topic, isOneVoice }) => {
      const who = forms.find(({ id }) => id === form)?.name ?? "somebody";
      const about = topic === null ? "" : `, ${topic}`;
      return `“${text.replaceAll(/\s+/g, " ")}” (${who}${about}${isOneVoice ? "; one voice" : ""})`;
    });
