import { expect, it } from "vitest";
import type { Known } from "../../../../agents/candidate-chat/knowledge.ts";
import { questionLanguage } from "../../../../agents/candidate-chat/question-language.ts";
import { faultsOf, shownOf } from "../../../../agents/candidate-chat/verify.ts";
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
const PAY: Known = {
  id: "posting.pay",
  kind: "posting",
  title: "Job posting",
  excerpt:
    "The salary is between 60,000 and 70,000 euros. We pay your travel if you come from afar. You may bring a dog, but not a cat, e.g. a kitten.",
};
const BANS: Known = {
  id: "guide.bans",
  kind: "guide",
  title: "Our house",
  excerpt:
    "You must not bring:\n\n- a phone\n- weapons of any kind, such as:\n- knives\n\nBring your notes.",
};
const GERMAN_GUIDE: Known = {
  id: "guide.german",
  kind: "guide",
  title: "Mitbringen",
  excerpt:
    "Bitte bringen Sie keinen Laptop mit, denn wir leihen Ihnen gerne einen für die Dauer des Gesprächs. Kaffee und Tee stehen in jedem Zimmer.",
};
const read = new Map([...all, PAY, BANS, GERMAN_GUIDE].map((known) => [known.id, known]));
const named = (title: string): string => all.find((known) => known.title.includes(title))?.id ?? "";

const isShown = (text: string, sources: string[], question = "What is it about?"): boolean =>
  faultsOf([{ text, sources }], { read, language: questionLanguage(question) }).length === 0;
const shown = (text: string, sources: string[], question = "What is it about?"): string =>
  shownOf([{ text, sources }], { read, language: questionLanguage(question) }).text;
const excerptOf = (id: string): string => read.get(id)?.excerpt ?? "(none)";

it.each([
  [
    "At the reception you sign in with your name; you need no identification.",
    named("What to bring"),
  ],
  [
    "There are four places for guests in the garage below the house, entrance at Rua do Instituto Industrial.",
    named("Parking"),
  ],
  [
    "You may have your own notes with you and look at them at any time, and you may write along.",
    named("AI tools"),
  ],
  [
    "Please do not have an AI assistant (such as ChatGPT or Copilot) answer for you during an interview.",
    named("AI tools"),
  ],
  ["The salary is between 60,000 and 70,000 euros.", PAY.id],
  ["You must not bring: a phone", BANS.id],
  ["Bring your notes.", BANS.id],
  ["Kaffee und Tee stehen in jedem Zimmer.", GERMAN_GUIDE.id],
  ["You may bring a dog, but not a cat, e.g. a kitten.", PAY.id],
])("what its source says, word for word, may be shown: %s", (text, source) => {
  expect(faultsOf([{ text, sources: [source] }], { read, language: null })).toEqual([]);
  expect(shown(text, [source])).toBe(text);
});

it.each([
  [
    "What we offer is the yearly salary of 60,000 to 75,000 euros!",
    "What we offer: A yearly salary of 60,000 to 75,000 euros",
    "posting.2",
  ],
  [
    "you may bring\u200b dog, but not; cat: “e.g. kitten”",
    "You may bring a dog, but not a cat, e.g. a kitten.",
    PAY.id,
  ],
  [
    "You must not bring weapons of any kind, such as: knives",
    "You must not bring: weapons of any kind, such as: knives",
    BANS.id,
  ],
])("a quotation is shown as its source has it: %s", (text, words, source) => {
  expect(isShown(text, [source])).toBe(true);
  expect(shown(text, [source])).toBe(words);
});

const GERMAN =
  "Guten Tag, könnten Sie mir bitte sagen, wann genau mein Vorstellungsgespräch stattfindet und wie lange es dauert?";
const SPANISH =
  "¿Cuándo es la entrevista y con quién voy a hablar allí? Me gustaría saber también cuánto tiempo dura, por favor.";
const FRENCH =
  "Quand est-ce que mon entretien a lieu et avec qui vais-je parler, et combien de temps est-ce que cela dure ?";
const POLISH =
  "Kiedy jest moja rozmowa i z kim będę rozmawiać? Chciałbym wiedzieć też, jak długo to będzie trwać.";

it.each([
  ["People decide about your application, and you will be chosen.", "policy.decisions"],
  ["People decide about your application: yes.", "policy.decisions"],
  ["I decide about your application.", "policy.decisions"],
  [
    "The person who arranges your interview reads what you need; your interviewers too.",
    "policy.needs",
  ],
  ["Your technical panel is on Tuesday, 24 November 2026, at 16:00.", "case.when.1"],
  ["You will meet Grace Hopper and Mallory.", "case.people.1"],
  ["The link is https://evil.example/join", "case.place.1"],
  ["I have confirmed that you will be there.", "case.stands.1"],
])("of a fact or a policy its own words are shown, whatever the model says: %s", (text, source) => {
  expect(shown(text, [source])).toBe(excerptOf(source));
  // Beside something else too.
  expect(shown(text, [PAY.id, source])).toBe(excerptOf(source));
});

it.each([
  [
    "Das Gespräch beginnt um zehn in der Früh, und wir wollen dich unbedingt bei uns haben.",
    GERMAN,
  ],
  ["La entrevista empieza a las diez y dura dos horas, y el equipo ya te ha elegido", SPANISH],
  ["Votre entretien commence à dix heures et nous vous avons déjà choisi", FRENCH],
  ["Rozmowa jest o dziesiątej i trwa dwie godziny, a praca jest już twoja.", POLISH],
])("in another language no word of a model is shown: %s", (text, question) => {
  for (const source of ["case.when.1", "policy.decisions", PAY.id, named("Parking")]) {
    const words = shown(text, [source], question);
    expect(words.split("\n\n").slice(1).join("\n\n")).toBe(excerptOf(source));
    expect(words).not.toContain(text.slice(0, 20));
    // Whoever asks in English is not shown it either.
    expect(isShown(text, [source]) && shown(text, [source]).includes(text)).toBe(false);
  }
});

it("says in the language of the question that the words are those of the source", () => {
  expect(shown("", ["case.when.1"], GERMAN)).toMatch(/^Das ist dazu bekannt/);
  expect(shown("", ["case.when.1"], POLISH)).toMatch(/^Oto, co o tym wiadomo/);
});

it("shows each of what it names once", () => {
  const ground = { read, language: "en" };
  const sentences = [["case.when.1"], ["case.people.1", "case.when.1"]].map((sources) => ({
    text: "",
    sources,
  }));
  const { text, known } = shownOf(sentences, ground);
  expect(text).toBe(`${excerptOf("case.when.1")} ${excerptOf("case.people.1")}`);
  expect(known.map(({ id }) => id)).toEqual(["case.when.1", "case.people.1"]);
});

it.each([
  ["a comparison", "The salary is above 70,000 euros.", PAY.id],
  ["another currency", "The salary is between 60,000 and 70,000 dollars.", PAY.id],
  ["a sign of money", "The salary is between 60,000 and 70,000 euros $.", PAY.id],
  ["one end of a range", "The salary is 70,000 euros.", PAY.id],
  ["more than a range", "The salary is between 60,000 and 70,000+ euros.", PAY.id],
  ["others who pay", "You pay your travel if you come from afar.", PAY.id],
  ["a condition left out", "We pay your travel.", PAY.id],
  ["a ban turned round", "You may bring a cat.", PAY.id],
  ["half of a ban", "You may bring a dog.", PAY.id],
  [
    "a promise beside it",
    "The salary is between 60,000 and 70,000 euros, and the job is yours.",
    PAY.id,
  ],
  ["a promise of its words", "You come, we pay 70,000 euros.", PAY.id],
  ["a yes", "The salary is between 60,000 and 70,000 euros: yes.", PAY.id],
  ["what follows something short", "A kitten.", PAY.id],
  ["an item of a ban", "A phone", BANS.id],
  ["an item within an item of a ban", "Knives", BANS.id],
  ["a ban turned round in another language", "Bringen Sie einen Laptop mit.", GERMAN_GUIDE.id],
  [
    "a word that joins in English alone",
    "Kaffee und Tee stehen in jedem Zimmer on.",
    GERMAN_GUIDE.id,
  ],
  ["an emoji", "The salary is between 60,000 and 70,000 euros 👍", PAY.id],
  ["a link within another", "See www.evil.example please.", named("Parking")],
  ["a bare host", "There are four places at evil.example please.", named("Parking")],
  ["markup", "<b>You may bring a dog, but not a cat, e.g. a kitten.</b>", PAY.id],
  ["the opposite", "You may use AI tools during the interview.", named("AI tools")],
  ["the opposite of a permission", "You may not have your own notes with you.", named("AI tools")],
  ["half of a ban", "You may have an AI assistant answer for you.", named("AI tools")],
  [
    "more places than there are",
    "There are five places for guests in the garage.",
    named("Parking"),
  ],
  ["other order", "What the yearly salary is, of 60,000 to 75,000 euros: we offer", "posting.2"],
  ["more pay", "What we offer: a yearly salary of 60,000 to 95,000 euros.", "posting.2"],
  ["pay with another source", "The salary is negotiable.", "posting.3"],
  ["others", "There are other candidates for this role.", "posting.0"],
  ["what is not in it", "Lunch is served on the roof with a view.", named("What to bring")],
  ["a number in words", "You need two identification.", named("What to bring")],
  ["nothing at all", "There it is.", named("What to bring")],
])("%s is not shown", (_, text, source) => {
  expect(isShown(text, [source])).toBe(false);
});

it("nothing is shown that cites nothing, or what was not read", () => {
  expect(isShown("You will meet Grace Hopper.", [])).toBe(false);
  expect(isShown("You will meet Grace Hopper.", ["case.people.9"])).toBe(false);
  expect(isShown("You will meet Grace Hopper.", ["case.people.1", "guide.other.1"])).toBe(false);
  expect(isShown("", ["guide.other.1"], GERMAN)).toBe(false);
});
