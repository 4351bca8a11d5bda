import { expect, it } from "vitest";
import { wordsOf } from "../../../src/guides/words.ts";

const written = (text: string) => wordsOf(text).map((word) => word.written);

it.each([
  ["Can I bring my son?", ["bring", "son"]],
  ["Is there a hat stand, a bin and a man at the door?", ["hat", "stand", "bin", "man", "door"]],
  ["son", ["son"]],
  ["My son lives in Los Angeles", ["son", "lives", "angeles"]],
])("keeps words of English that are empty in other languages: %s", (text, words) => {
  expect(written(text)).toEqual(words);
});

it.each([
  [
    "Wann bin ich an der Reihe, und hat die Firma einen Parkplatz?",
    ["reihe", "firma", "parkplatz"],
  ],
  ["Où est son bureau pour les entretiens ?", ["bureau", "entretiens"]],
  ["¿Puedo ir con mi perro?", ["ir", "perro"]],
])("drops them in a text of another language: %s", (text, words) => {
  expect(written(text)).toEqual(words);
});
