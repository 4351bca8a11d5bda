/** Why the members of a panel are apart, in their own words: each one's quotes about what they scored differently, or that there are none. */
import type {
  SynthesisDisagreement,
  SynthesisQuote,
  SynthesisSide,
  SynthesisTopic,
} from "../domain/synthesis.ts";
import { type Competency, type PanelForm, formText } from "./form.ts";
import { competenciesIn, topicOf } from "./topics.ts";

interface Beside {
  forms: readonly PanelForm[];
  quotes: readonly Pick<SynthesisQuote, "id" | "form" | "topic">[];
  competencies: readonly Competency[];
}

/** Of each topic that is apart, in their order; of each person once, the lowest score first. */
export const disagreementsOf = (
  topics: readonly SynthesisTopic[],
  beside: Beside,
): SynthesisDisagreement[] =>
  topics
    .filter(({ view }) => view === "differ")
    .map((topic) => ({ topic: topic.id, sides: sidesOf(topic, beside) }));

const sidesOf = (
  { id, name, voices }: SynthesisTopic,
  { forms, quotes, competencies }: Beside,
): SynthesisSide[] => {
  const people = voices.flatMap(({ form }) => {
    const by = forms.find((one) => one.id === form)?.by;
    return by ? [by] : [];
  });
  const once = new Map(people.map((by) => [by.userId, by]));
  return [...once.values()].map((by) => {
    const own = forms.filter((form) => form.by.userId === by.userId);
    const said = quotes.filter(
      ({ form, topic }) => topic === name && own.some((one) => one.id === form),
    );
    const isSilent = !own.some((form) => writesAbout(form, id, competencies));
    const silence = isSilent ? ("no_words" as const) : ("not_quoted" as const);
    return {
      userId: by.userId,
      name: by.name,
      quotes: said.map((quote) => quote.id),
      silence: said.length > 0 ? null : silence,
    };
  });
};

const writesAbout = (form: PanelForm, id: string, competencies: readonly Competency[]): boolean => {
  const { text, parts } = formText(form);
  return parts.some(
    ({ label, start, end }) =>
      topicOf(label, competencies).id === id ||
      competenciesIn(text.slice(start, end), competencies).some((one) => one.id === id),
  );
};
