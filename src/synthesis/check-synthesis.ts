/** Whether a synthesis says what its forms say: asked before it is proposed, and of any that is made. */
import type { PostSynthesis, SynthesisTopic } from "../domain/synthesis.ts";
import { disagreementsOf } from "./disagreements.ts";
import type { Competency, PanelForm } from "./form.ts";
import { formText } from "./form.ts";
import { type Figures, figuresOf } from "./figures.ts";

/** What it is made from. */
interface Made {
  forms: readonly PanelForm[];
  competencies: readonly Competency[];
  /** The figures in words that may be shown; absent: as the forms have them. */
  shown?(figures: Figures): Figures;
}

/** What does not hold, in words. Shape: empty when every figure equals the forms, and every quote stands in its form. */
export const faultsOfSynthesis = (
  synthesis: Omit<PostSynthesis, "changes">,
  { forms, competencies, shown = (figures) => figures }: Made,
): string[] => {
  const byId = new Map(forms.map((form) => [form.id, form]));
  const counted = shown(figuresOf(forms, competencies));
  return [
    ...synthesis.forms.flatMap(({ id, text, name }) => {
      const form = byId.get(id);
      if (!form) return [`${id} is no form of the panel`];
      const isSame = formText(form).text === text && form.by.name === name;
      return isSame ? [] : [`${id} reads otherwise`];
    }),
    ...synthesis.topics.flatMap((topic) => faultsOfTopic(topic, counted.topics)),
    ...counted.topics.flatMap(({ topic }) =>
      synthesis.topics.some(({ id }) => id === topic.id)
        ? []
        : [`${topic.name} has scores and is missing`],
    ),
    ...synthesis.overall.flatMap(({ form, given, name }) =>
      counted.overall.some((one) => one.form === form && one.given === given && one.name === name)
        ? []
        : [`${form} does not recommend that`],
    ),
    ...synthesis.quotes.flatMap(({ id, form, span, text }) => {
      const stands = synthesis.forms.find((one) => one.id === form)?.text;
      return stands?.slice(span.start, span.end) === text ? [] : [`${id} stands in no form`];
    }),
    ...faultsOfClaims(synthesis),
    ...faultsOfSides(synthesis, { forms, competencies }),
  ];
};

/** Whose voices a claim rests on is counted again. */
const faultsOfClaims = ({ quotes, forms }: Pick<PostSynthesis, "quotes" | "forms">): string[] => {
  const writerOf = (form: string) => forms.find(({ id }) => id === form)?.userId;
  return quotes.flatMap(({ id, claim, kind, isOneVoice }) => {
    const same = quotes.filter((other) => other.claim === claim);
    const writers = new Set(same.map(({ form }) => writerOf(form)));
    const isSame =
      claim !== undefined &&
      isOneVoice === (writers.size === 1) &&
      same.every((other) => other.kind === kind);
    return isSame ? [] : [`${id} rests on other voices`];
  });
};

const faultsOfSides = (
  { topics, quotes, disagreements = [] }: Omit<PostSynthesis, "changes">,
  { forms, competencies }: Pick<Made, "forms" | "competencies">,
): string[] => {
  const counted = disagreementsOf(topics, { forms, quotes, competencies });
  const isSame = JSON.stringify(counted) === JSON.stringify(disagreements);
  return isSame ? [] : ["what those who disagree write is not what stands in their forms"];
};

const faultsOfTopic = (
  { id, name, voices, least, most, median }: SynthesisTopic,
  counted: ReturnType<typeof figuresOf>["topics"],
): string[] => {
  const own = counted.find(({ topic }) => topic.id === id);
  const key = (voice: { form: string; given: string; place: number; of: number }): string =>
    JSON.stringify([voice.form, voice.given, voice.place, voice.of]);
  const isSame =
    own !== undefined &&
    own.voices.map(key).join() === voices.map(key).join() &&
    own.least === least &&
    own.most === most &&
    own.median === median;
  return isSame ? [] : [`the figures of ${name} are not those of the forms`];
};
