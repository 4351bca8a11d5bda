/** A synthesis as a note in Lever. */
import { shorten } from "./quoted.ts";
import { LONGEST_NOTE, withoutHandles } from "./note-lines.ts";
import { claimsIn, sidesOf } from "./synthesis-sides.ts";
import type { PostSynthesis, SynthesisQuote, SynthesisTopic } from "./synthesis.ts";

/** The note as it is left. Where there is no room for all, the last quotes are left out, then the last lines of long lists, and
 * that is said. */
export const renderSynthesis = (synthesis: PostSynthesis): string => {
  for (let kept = synthesis.quotes.length; kept > 0; kept -= 1) {
    const text = textOf(synthesis, { kept, mostLines: ALL });
    if (text.length <= LONGEST_NOTE) return text;
  }
  let mostLines = ALL;
  for (;;) {
    const text = textOf(synthesis, { kept: 0, mostLines });
    if (text.length <= LONGEST_NOTE || mostLines === 1) return shorten(text, LONGEST_NOTE);
    mostLines = mostLines === ALL ? 128 : mostLines / 2;
  }
};

const ALL = Number.POSITIVE_INFINITY;

interface Room {
  /** Quotes. */
  kept: number;
  /** Of each list. */
  mostLines: number;
}

const textOf = (synthesis: PostSynthesis, { kept, mostLines }: Room): string => {
  const section = (title: string, lines: readonly string[]): string[] =>
    sectionOf(title, lines, mostLines);
  return [
    headOf(synthesis, synthesis.quotes.length - kept),
    section("SCORES", synthesis.topics.map(topicLine)),
    section("WHERE THEY DO NOT AGREE, in their own words", sideLines(synthesis)),
    section(
      "RECOMMENDATIONS, each person's own",
      synthesis.overall.map(({ name, given }) => `${name}: ${given}`),
    ),
    section("TO KNOW OF THE FIGURES", synthesis.notes),
    section("STRENGTHS", quoteLines("strength", synthesis, kept)),
    section("CONCERNS", quoteLines("concern", synthesis, kept)),
    section("OBSERVATIONS, which nobody put on a side", quoteLines("observation", synthesis, kept)),
    section("NAMED BY NOBODY", synthesis.notCovered),
    section(
      "FOR THE DEBRIEF",
      synthesis.questions.map(({ text }) => text),
    ),
    section(...remarkOf(synthesis)),
    section("OTHERWISE THAN IN THE ONE BEFORE", synthesis.changes ?? []),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(withoutHandles).join("\n"))
    .join("\n\n");
};

const headOf = (
  { stageName, postingTitle, missing, forms, edited }: PostSynthesis,
  leftOut: number,
): string[] => [
  `${missing.length === 0 ? "Synthesis of feedback" : "Partial synthesis of feedback"}: ${postingTitle}, ${stageName}`,
  `From ${forms.length === 1 ? "one form" : `${forms.length} forms`}, by ${[...new Set(forms.map(({ name }) => name))].join(", ")}.`,
  ...(missing.length === 0
    ? []
    : [`Still missing: ${missing.map(({ name, session }) => `${name} (${session})`).join(", ")}.`]),
  "It says what the forms say, and decides nothing: figures are counted from them, and quotes stand in them.",
  ...(edited ? [editedLine(edited)] : []),
  ...(leftOut === 0
    ? []
    : [`Left out here for its length: ${leftOut} quotes. All are in Convene.`]),
];

const editedLine = ({ by, quotesOut }: NonNullable<PostSynthesis["edited"]>): string => {
  const out = quotesOut.length;
  return `Finalised by ${by.join(", ")}${out === 0 ? "" : `; ${out === 1 ? "one quote is" : `${out} quotes are`} left out by a person`}.`;
};

/** A person's own words, under their name. */
const remarkOf = ({ edited }: PostSynthesis): [title: string, lines: string[]] => {
  const remark = edited?.remark ?? null;
  return remark === null ? ["", []] : [`REMARK by ${remark.by}`, [remark.text]];
};

const sectionOf = (title: string, lines: readonly string[], most: number): string[] => {
  if (lines.length === 0) return [];
  const more = lines.length - most;
  return [
    title,
    ...lines.slice(0, most).map((line) => `- ${line}`),
    ...(more > 0 ? [`- and ${more} more: all are in Convene.`] : []),
  ];
};

const VIEWS: Record<SynthesisTopic["view"], string> = {
  agree: "They agree.",
  differ: "They do not agree.",
  one_voice: "One voice.",
};

const topicLine = ({ name, voices, view }: SynthesisTopic): string =>
  `${name}: ${voices.map(({ name: who, place, of }) => `${who} ${place} of ${of}`).join(", ")}. ${VIEWS[view]}`;

const sideLines = (synthesis: PostSynthesis): string[] =>
  synthesis.topics.flatMap((topic) =>
    sidesOf(topic, synthesis).map(
      ({ name, given, quotes, instead }) =>
        `${topic.name}, ${name}, ${given}: ${instead ?? quotes.map(({ text }) => inMarks(text)).join(" ")}`,
    ),
  );

const inMarks = (text: string): string => `“${text.replaceAll(/\s+/g, " ")}”`;

/** A line for each claim. */
const quoteLines = (
  kind: SynthesisQuote["kind"],
  { quotes, forms }: PostSynthesis,
  kept: number,
): string[] =>
  claimsIn(quotes.slice(0, kept).filter((one) => one.kind === kind)).map((claim) => {
    const said = claim.map(({ text, form, topic }) => {
      const who = forms.find(({ id }) => id === form)?.name ?? "somebody";
      return `${inMarks(text)} (${who}${topic === null ? "" : `, ${topic}`})`;
    });
    return `${said.join("; ")}${claim[0]?.isOneVoice ? "; one voice" : ""}`;
  });
