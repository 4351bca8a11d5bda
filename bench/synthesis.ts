/** What a synthesis costs and how well it hears: a round of six forms and a large one, whether every figure equals the forms, and
 * how many sentences that speak for or against are quoted as what they are. */
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { z } from "zod";
import { type DraftedSynthesis, draftSynthesis } from "../agents/feedback/draft.ts";
import type { GatheredRound } from "../agents/feedback/gather.ts";
import { PostingId, UserId } from "../src/domain/ids.ts";
import type { PanelForm } from "../src/synthesis/form.ts";
import { COMPETENCIES, card, formBy, written } from "../test/support/panel-forms.ts";
import { type Benchmark, percentile } from "./benchmark.ts";

const DATASET = new URL("../evals/datasets/feedback-sentences.json", import.meta.url);
const Sentences = z.object({
  items: z.array(z.object({ says: z.enum(["strength", "concern", "neither"]), text: z.string() })),
});
type Sentence = z.infer<typeof Sentences>["items"][number];

const ROUNDS = 100;
const PANEL = 6;
const LARGE_PANEL = 40;

const draftOf = (forms: PanelForm[]): DraftedSynthesis => {
  const round: GatheredRound = {
    candidateName: "Ada Example",
    performAs: UserId.parse("owner"),
    posting: { id: PostingId.parse("posting"), title: "Backend Engineer" },
    forms,
    competencies: [...COMPETENCIES],
    missing: [],
    notes: [],
    before: null,
    waiting: null,
  };
  return draftSynthesis(round);
};

const timed = (work: () => unknown): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

/** Rows of one form: what is scored, from 1 to 4. */
const rows = fc.array(
  fc.tuple(fc.constantFrom("Coding", "System design", "Grit"), fc.integer({ min: 1, max: 4 })),
  { maxLength: 5 },
);

/** A panel with scores from a seed and a few of the sentences each, every one another. */
const panelOf = (people: number, items: readonly Sentence[], seed: number): PanelForm[] =>
  fc
    .sample(rows, { seed, numRuns: people })
    .map((scores, index) =>
      formBy(`Person ${index}`, [
        card(scores),
        written(
          "What did you see?",
          [0, 1, 2, 3]
            .map((at) => items[(seed + index * 4 + at) % items.length]?.text ?? "")
            .join("\n"),
        ),
      ]),
    );

/** The share of scores that stand in the synthesis exactly as in their form; what stands in none counts against it. */
const equalShare = (forms: readonly PanelForm[], { topics }: DraftedSynthesis): number => {
  const given = forms.flatMap(({ id, answers }) =>
    answers.flatMap((answer) => answer.rows.map(({ label, score }) => `${id} ${label} ${score}`)),
  );
  const told = topics.flatMap(({ name, voices }) =>
    voices.map(({ form, place }) => `${form} ${name} ${place}`),
  );
  const [one, other] = [given.toSorted(), told.toSorted()];
  const same = one.filter((score, index) => other[index] === score).length;
  return same / Math.max(one.length, other.length, 1);
};

/** Each sentence in a form of its own, below a label that says nothing: how much of what judges is quoted, and how often it is put
 * on a side that nobody gave it. */
const hearing = (items: readonly Sentence[]): { heard: number; sidesInvented: number } => {
  const quoted = items.flatMap(({ says, text }) =>
    draftOf([formBy("Ines", [written("Notes", text)])]).quotes.map(({ kind }) => ({ says, kind })),
  );
  const judging = items.filter(({ says }) => says !== "neither").length;
  return {
    heard: quoted.filter(({ says }) => says !== "neither").length / judging,
    sidesInvented: quoted.filter(({ kind }) => kind !== "observation").length,
  };
};

/** The figures. */
export const bench: Benchmark = async () => {
  const { items } = Sentences.parse(JSON.parse(await readFile(DATASET, "utf8")));
  const panels = Array.from({ length: ROUNDS }, (_, seed) => panelOf(PANEL, items, seed));
  const { heard, sidesInvented } = hearing(items);
  const times = panels.map((forms) => timed(() => draftOf(forms)));
  const shares = panels.map((forms) => equalShare(forms, draftOf(forms)));
  const large = panelOf(LARGE_PANEL, items, ROUNDS);
  return {
    draftMs: { value: percentile(times, 0.5), unit: "ms" },
    draftP95Ms: { value: percentile(times, 0.95), unit: "ms", most: 250 },
    largeMs: { value: timed(() => draftOf(large)), unit: "ms", most: 2_000 },
    equalFigures: { value: Math.min(...shares), unit: "ratio", least: 1 },
    sidesInvented: { value: sidesInvented, unit: "rows", most: 0 },
    heard: { value: heard, unit: "ratio", least: 0.7 },
  };
};
