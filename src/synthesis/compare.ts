/** What a synthesis says otherwise than the one before. */
import type { PostSynthesis } from "../domain/synthesis.ts";

type Content = Omit<PostSynthesis, "changes">;

const MOST = 100;
const LONGEST = 700;

/** In words, figures first. Shape: empty when both say the same. */
export const changesSince = (before: Content, after: Content): string[] => {
  const lines = [
    ...changed(formsOf(before), formsOf(after)),
    ...changed(scoresOf(before), scoresOf(after)),
    ...changed(overallOf(before), overallOf(after)),
    ...changed(quotesOf(before), quotesOf(after)),
    ...changed(gapsOf(before), gapsOf(after)),
  ];
  return lines.slice(0, MOST).map((line) => line.slice(0, LONGEST));
};

/** What is said, by what it is said of. */
type Said = ReadonlyMap<string, { label: string; words: string }>;

const changed = (before: Said, after: Said): string[] => [
  ...[...after].flatMap(([key, { label, words }]) => {
    const was = before.get(key);
    if (!was) return [`New: ${label}${words === "" ? "" : `, ${words}`}.`];
    return was.words === words ? [] : [`Changed: ${label}, from ${was.words} to ${words}.`];
  }),
  ...[...before].flatMap(([key, { label, words }]) =>
    after.has(key) ? [] : [`Gone: ${label}${words === "" ? "" : `, ${words}`}.`],
  ),
];

const formsOf = ({ forms }: Content): Said =>
  new Map(
    forms.map(({ id, name, session }) => [
      id,
      { label: `the form of ${name}${session === null ? "" : ` for ${session}`}`, words: "" },
    ]),
  );

const scoresOf = ({ topics }: Content): Said =>
  new Map(
    topics.flatMap(({ id, name, voices }) =>
      voices.map((voice, index) => {
        const sameBefore = voices.slice(0, index).filter(({ form }) => form === voice.form).length;
        return [
          `${id} ${voice.form} ${sameBefore}`,
          {
            label: `${name} by ${voice.name}`,
            words: `${voice.given} (${voice.place} of ${voice.of})`,
          },
        ] as const;
      }),
    ),
  );

const overallOf = ({ overall }: Content): Said =>
  new Map(
    overall.map(({ form, name, given }) => [
      form,
      { label: `the recommendation of ${name}`, words: given },
    ]),
  );

const quotesOf = ({ quotes, forms }: Content): Said =>
  new Map(
    quotes.map(({ form, kind, text }) => [
      `${kind} ${form} ${text}`,
      {
        label: `${kind} in the form of ${forms.find(({ id }) => id === form)?.name ?? "somebody"}, “${text}”`,
        words: "",
      },
    ]),
  );

const gapsOf = ({ notCovered }: Content): Said =>
  new Map(notCovered.map((name) => [name, { label: `nobody writes about ${name}`, words: "" }]));
