/** What a synthesis says otherwise than the one before. */
import type { PostSynthesis } from "../domain/synthesis.ts";

type Content = Omit<PostSynthesis, "changes">;

const MOST = 100;
const LONGEST = 700;

/** In words, figures first. Shape: empty when both say the same. A form that takes the place of another one of the same writer and
 * interview is the same voice. */
export const changesSince = (known: Content, after: Content): string[] => {
  const newer = newerForms(known.forms, after.forms);
  const before = underNewIds(known, newer);
  const lines = [
    ...replaced(known.forms, newer),
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

type Form = Content["forms"][number];

/** What each form is called that has another one in its place by now, by the id that it had. A form of no known interview takes
 * nobody's place. */
const newerForms = (before: readonly Form[], after: readonly Form[]): Map<string, string> => {
  const [old, present] = [new Set(before.map(idOf)), new Set(after.map(idOf))];
  const open = after.filter(({ id }) => !old.has(id));
  const newer = new Map<string, string>();
  for (const { id, userId, session } of before) {
    if (present.has(id) || session === null) continue;
    const at = open.findIndex((form) => form.userId === userId && form.session === session);
    const [found] = at < 0 ? [] : open.splice(at, 1);
    if (found) newer.set(id, found.id);
  }
  return newer;
};

const underNewIds = (known: Content, newer: ReadonlyMap<string, string>): Content => {
  const idNow = (id: string): string => newer.get(id) ?? id;
  const ofForm = <One extends { form: string }>(one: One): One => ({
    ...one,
    form: idNow(one.form),
  });
  return {
    ...known,
    forms: known.forms.map((form) => ({ ...form, id: idNow(form.id) })),
    topics: known.topics.map((topic) => ({ ...topic, voices: topic.voices.map(ofForm) })),
    overall: known.overall.map(ofForm),
    quotes: known.quotes.map(ofForm),
  };
};

const replaced = (before: readonly Form[], newer: ReadonlyMap<string, string>): string[] =>
  before
    .filter(({ id }) => newer.has(id))
    .map((form) => `Replaced: ${labelOf(form)}, by a newer one.`);

const idOf = ({ id }: Form): string => id;

const labelOf = ({ name, session }: Form): string =>
  `the form of ${name}${session === null ? "" : ` for ${session}`}`;

const formsOf = ({ forms }: Content): Said =>
  new Map(forms.map((form) => [form.id, { label: labelOf(form), words: "" }]));

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
