import { expect, it } from "vitest";
import {
  keepsOrder,
  maskFacts,
  putFactsBack,
} from "../../../../agents/candidate-chat/translation-masks.ts";
import { startStopwatch } from "../../../support/stopwatch.ts";

const names = ["Lumen Harbor", "Technical panel", "Grace Hopper", "Linus Okafor"];
const masked = (sentence: string, language = "en") => maskFacts(sentence, { names, language });

it.each([
  [
    "Technical panel: Tuesday, 24 November 2026, 15:00–15:45 (Lisbon time).",
    "[[1]]: [[2]].",
    "Tuesday, 24 November 2026, 15:00–15:45 (Lisbon time)",
  ],
  [
    "You will meet Grace Hopper and Linus Okafor.",
    "You will meet [[1]] and [[2]].",
    "Linus Okafor",
  ],
  [
    "The link is https://meet.google.test/abc-defg-hij",
    "The link is [[1]]",
    "https://meet.google.test/abc-defg-hij",
  ],
  ["Write to access@lumenharbor.test.", "Write to [[1]].", "access@lumenharbor.test"],
  [
    "Call the reception at +351 21 000 0084: we start.",
    "Call the reception at [[1]]: we start.",
    "+351 21 000 0084",
  ],
  ["Or 0.36 € for each kilometre by car.", "Or [[1]] for each kilometre by car.", "0.36 €"],
  [
    "A yearly salary of 60,000 to 75,000 euros",
    "A yearly salary of [[1]] to [[2]] euros",
    "75,000",
  ],
  [
    "The entrance is at Rua do Instituto Industrial.",
    "The entrance is at [[1]].",
    "Rua do Instituto Industrial",
  ],
  [
    "I decide, and may I come in May 2026 or on Monday?",
    "I decide, and may I come in [[1]] or on [[2]]?",
    "Monday",
  ],
  ["It is at 3:30 p.m. CET on 5 May.", "It is at [[1]] on [[2]].", "5 May"],
])("facts stand in no sentence that a model is given: %s", (sentence, text, last) => {
  const made = masked(sentence);
  expect(made?.text).toBe(text);
  expect(made?.values.at(-1)).toBe(last);
  expect(made && putFactsBack(made.text, made)).toBe(sentence);
});

it("knows days and months of other languages, and takes no small word for one", () => {
  expect(
    masked("Es ist am Dienstag, 24. März 2026, und so bleibt es. So ist das.", "de")?.text,
  ).toBe("Es ist am [[1]], und so bleibt es. So ist das.");
  expect(masked("C’est le mardi 24 mars 2026.", "fr")?.text).toBe("C’est le [[1]].");
});

it("hides no word that says yes or no because of its capitals", () => {
  expect(masked("You must NOT bring a dog, and You May bring a cat.")?.text).toBe(
    "You must NOT bring a dog, and You May bring a cat.",
  );
});

it("leaves alone what has such placeholders already", () => {
  expect(masked("See [[1]] for more.")).toBeNull();
});

it("is quick on long rows of anything", () => {
  const began = startStopwatch();
  for (const piece of ["1.", "A ", "( ", "1 - ", "a.", "Rua da ", "http://", "24 May, "]) {
    masked(piece.repeat(900 / piece.length));
  }
  expect(began.cpuMs()).toBeLessThan(1_000);
});

it("hides a name whatever signs are in it", () => {
  for (const sign of "-/\\.*+?^${}()|,'’&#@!~ \u00a0é") {
    const name = `Bea${sign}Lane`;
    const made = maskFacts(`You will meet ${name} today.`, { names: [name], language: "en" });
    expect([made?.text, made?.values]).toEqual(["You will meet [[1]] today.", [name]]);
  }
});

it("sees times and names that were turned about", () => {
  const made = masked(
    "The desk is open from 8:30 to 18:00, and Linus Okafor meets you there, not Grace Hopper.",
  );
  if (!made) throw new Error("nothing was masked");
  expect(made.values).toHaveLength(4);
  const told = (order: readonly number[]) => order.map((place) => `[[${place}]]`).join(" und ");
  expect(keepsOrder(told([1, 2, 3, 4]), made)).toBe(true);
  expect(keepsOrder(told([3, 1, 2, 4]), made)).toBe(true);
  expect(keepsOrder(told([2, 1, 3, 4]), made)).toBe(false);
  expect(keepsOrder(told([1, 2, 4, 3]), made)).toBe(false);
});
