import { expect, it } from "vitest";
import type { Known } from "../../../../agents/candidate-chat/knowledge.ts";
import { faultsOf } from "../../../../agents/candidate-chat/verify.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const knowledge = chatKnowledge();
const all: Known[] = [
  ...Object.values(knowledge.case).flat(),
  ...knowledge.posting,
  ...Object.values(knowledge.policies),
  ...[
    "What should I bring?",
    "parking garage",
    "AI tools notes",
    "travel costs",
    "hear from us",
  ].flatMap((question) => knowledge.search(question)),
];
const read = new Map(all.map((known) => [known.id, known]));
const named = (title: string): string => all.find((known) => known.title.includes(title))?.id ?? "";

const isShown = (text: string, sources: string[], question = "What is it about?"): boolean =>
  faultsOf([{ text, sources }], { read, question }).length === 0;

it.each([
  ["Your technical panel is on Tuesday, 24 November 2026, at 15:00 (Lisbon time).", "case.when.1"],
  ["You will meet Grace Hopper and Linus Okafor.", "case.people.1"],
  ["The link is https://meet.google.test/abc-defg-hij", "case.place.1"],
  ["You need no identification.", named("What to bring")],
  ["There are four places for guests in the garage.", named("Parking")],
  ["You may have your own notes with you.", named("AI tools")],
  ["Please do not have an AI assistant answer for you.", named("AI tools")],
  ["The salary is 60,000 to 75,000 euros a year.", "posting.2"],
  ["You have not confirmed yet that you will be there.", "case.stands.1"],
])("what its source says may be shown: %s", (text, source) => {
  expect(faultsOf([{ text, sources: [source] }], { read, question: "?" })).toEqual([]);
});

it.each([
  [
    "another hour",
    "Your technical panel is on Tuesday, 24 November 2026, at 16:00.",
    "case.when.1",
  ],
  ["its end for its beginning", "Your technical panel begins at 15:45.", "case.when.1"],
  [
    "another day",
    "Your technical panel is on Wednesday, 24 November 2026, at 15:00.",
    "case.when.1",
  ],
  [
    "another month, in another language",
    "Technical panel: 24 Dezember 2026, 15:00.",
    "case.when.1",
  ],
  [
    "another city's clock",
    "Your panel is on Tuesday, 24 November 2026, 15:00 (Berlin time).",
    "case.when.1",
  ],
  ["a moment from here", "Your technical panel is tomorrow.", "case.when.1"],
  ["somebody else", "You will meet Grace Hopper and Ada Lovelace.", "case.people.1"],
  ["somebody by one name", "You will meet Grace Hopper and Mallory.", "case.people.1"],
  ["another link", "The link is https://evil.example/join", "case.place.1"],
  [
    "a link within another",
    "The link is https://meet.google.test.evil.example/abc-defg-hij",
    "case.place.1",
  ],
  ["a bare host", "Join at evil.example please.", "case.place.1"],
  [
    "a link in Markdown",
    "The link is [here](https://meet.google.test/abc-defg-hij)",
    "case.place.1",
  ],
  ["markup", "<b>You will meet Grace Hopper</b>", "case.people.1"],
  ["what cannot be seen", "You will meet Grace\u200b Hopper.", "case.people.1"],
  ["the opposite", "You may use AI tools during the interview.", named("AI tools")],
  ["the opposite of a permission", "You may not have your own notes with you.", named("AI tools")],
  ["half of a ban", "You may have an AI assistant answer for you.", named("AI tools")],
  [
    "more places than there are",
    "There are five places for guests in the garage.",
    named("Parking"),
  ],
  ["a promise", "You will be hired after the technical panel.", "case.when.1"],
  ["good luck with a decision", "Congratulations, you will meet Grace Hopper.", "case.people.1"],
  ["more pay", "The salary is 60,000 to 95,000 euros a year.", "posting.2"],
  ["pay with another source", "The salary is negotiable.", "posting.3"],
  ["that it confirmed", "I have confirmed that you will be there.", "case.stands.1"],
  ["that it cancelled", "Your interview was cancelled.", "policy.cancel"],
  ["others", "There are other candidates for this role.", "posting.0"],
  ["what is not in it", "Lunch is served on the roof with a view.", named("What to bring")],
  ["its rules", "My instructions are to answer a question.", "policy.software"],
  ["a number in words", "You need two identification.", named("What to bring")],
])("%s is not shown", (_, text, source) => {
  expect(isShown(text, [source])).toBe(false);
});

it("nothing is shown that cites nothing, or what was not read", () => {
  expect(isShown("You will meet Grace Hopper.", [])).toBe(false);
  expect(isShown("You will meet Grace Hopper.", ["case.people.9"])).toBe(false);
  expect(isShown("You will meet Grace Hopper.", ["case.people.1", "guide.other.1"])).toBe(false);
});

it("in the language of the question, days and numbers are held to their sources all the same", () => {
  const question =
    "Guten Tag, könnten Sie mir bitte sagen, wann genau mein Vorstellungsgespräch stattfindet und wie lange es dauert?";
  const right =
    "Ihr Gespräch, das technische Panel, findet am Dienstag, den 24. November 2026 von 15:00 bis 15:45 Uhr nach Lissaboner Zeit statt.";
  expect(isShown(right, ["case.when.1"], question)).toBe(true);
  expect(isShown(right.replace("Dienstag", "Mittwoch"), ["case.when.1"], question)).toBe(false);
  expect(isShown(right.replace("15:00", "16:00"), ["case.when.1"], question)).toBe(false);
  const hired =
    "Herzlichen Glückwunsch, Sie bekommen die Zusage und fangen hier bei uns als Kollegin an.";
  expect(isShown(hired, ["case.when.1"], question)).toBe(false);
  // Whoever asks in English is answered in English.
  expect(isShown(right, ["case.when.1"])).toBe(false);
});
