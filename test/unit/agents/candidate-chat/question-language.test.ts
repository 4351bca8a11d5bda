import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { questionLanguage } from "../../../../agents/candidate-chat/question-language.ts";

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8"));

/** As they are typed, also without marks; those under `en` are none of English's names for it, and look like other languages. */
const short = Object.entries(
  read("test/fixtures/short-questions.json") as Record<string, string[]>,
).flatMap(([language, questions]) => questions.map((question) => ({ language, question })));
const foreign = short.filter(({ language }) => language !== "en");

it("tells the language of 95 in 100 questions of a few words, and none of them wrong", () => {
  const told = foreign.map((each) => ({ ...each, told: questionLanguage(each.question) }));
  expect(told.filter((each) => each.told !== null && each.told !== each.language)).toEqual([]);
  const right = told.filter((each) => each.told === each.language).length;
  expect(right / told.length).toBeGreaterThanOrEqual(0.95);
});

it("takes no question in English for one in another language", () => {
  const all = [
    ...short.filter(({ language }) => language === "en").map(({ question }) => question),
    ...(read("evals/datasets/candidate-chat.json") as { id: string; question: string }[])
      .filter(({ question }) => !GERMAN.test(question))
      .map(({ question }) => question),
    ...(
      read("evals/datasets/requests.json") as { samples: { input: { text: string } }[] }
    ).samples.map(({ input }) => input.text),
  ];
  expect(all.length).toBeGreaterThan(400);
  expect(all.filter((question) => ![null, "en"].includes(questionLanguage(question)))).toEqual([]);
});
const GERMAN = /ß|ü|ä|^Ist das/;

it.each([
  ["ok", ["Wann ist mein Gespräch?"], "de"],
  ["Teams?", ["Hello, when is it?", "¿Con quién voy a hablar?", "OK"], "es"],
  ["When is my interview?", ["Wann ist mein Gespräch?"], "en"],
  ["ok", [], null],
  ["jeg kommer 10 minutter for sent", ["Hva bør jeg forberede?"], "no"],
])("what does not tell is told by what was said before: %s", (question, before, told) => {
  expect(questionLanguage(question, before)).toBe(told);
});

it.each([
  "",
  "10:30?",
  "https://example.com/wann-ist-mein-gespraech",
  "面接 Interview",
  "!!!",
  "дя",
])("tells nothing of what has too little: %s", (question) => {
  expect(questionLanguage(question)).toBeNull();
});
