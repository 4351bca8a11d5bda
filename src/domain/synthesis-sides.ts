/** A disagreement as it is told: who gives what, and why in their own words. */
import type { PostSynthesis, SynthesisQuote, SynthesisSide, SynthesisTopic } from "./synthesis.ts";

/** One person of it. */
export interface ToldSide {
  name: string;
  /** `2 of 4`; of several scores each. */
  given: string;
  quotes: SynthesisQuote[];
  /** What is said where no words stand; null: they stand. */
  instead: string | null;
}

type Told = Pick<PostSynthesis, "forms" | "quotes" | "disagreements">;

/** Of one topic, the lowest score first. Shape: empty when the panel is not apart on it. */
export const sidesOf = ({ id, voices }: SynthesisTopic, synthesis: Told): ToldSide[] => {
  const { forms, quotes, disagreements = [] } = synthesis;
  const sides = disagreements.find(({ topic }) => topic === id)?.sides ?? [];
  return sides.map((side) => {
    const own = forms.filter(({ userId }) => userId === side.userId).map((form) => form.id);
    const given = voices
      .filter(({ form }) => own.includes(form))
      .map(({ place, of }) => `${place} of ${of}`);
    const said = quotes.filter((quote) => side.quotes.includes(quote.id));
    return {
      name: side.name,
      given: [...new Set(given)].join(" and "),
      quotes: said,
      instead: said.length > 0 ? null : insteadOf(side),
    };
  });
};

const insteadOf = ({ silence }: SynthesisSide): string => {
  if (silence === "no_words") return "The form gives no words for it.";
  return silence === "not_quoted"
    ? "What the form says of it is not quoted: it stands in the form."
    : "A person has left their words out.";
};

/** Quotes that say the same, as they stand beside each other. Shape: none is empty. */
export const claimsIn = (quotes: readonly SynthesisQuote[]): SynthesisQuote[][] => [
  ...Map.groupBy(quotes, ({ id, claim }) => claim ?? id).values(),
];
