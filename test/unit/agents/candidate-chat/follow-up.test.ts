/** Follow-ups that lean on what was said before: read in full where it is certain on what, else left to a person. */
import { expect, it } from "vitest";
import { leansOnBefore } from "../../../../agents/candidate-chat/follow-up.ts";
import type {
  CaseFact,
  ChatKnowledge,
  Known,
} from "../../../../agents/candidate-chat/knowledge.ts";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const one = chatKnowledge();
const [WHEN, WHERE, WHO, LENGTH] = (["when", "place", "people", "length"] as const).map((fact) =>
  one.case[fact].map(({ excerpt }) => excerpt),
);

/** A day of three interviews. */
const DAY = ["Coding", "System design", "Values"].map((name, at) => ({
  name,
  people: [["Linus Okafor", "Grace Hopper", "Mia Brandt"][at] ?? ""],
}));
const told = (fact: CaseFact, words: string): Known[] =>
  DAY.map(({ name }, at) => ({
    id: `case.${fact}.${at}`,
    kind: "case",
    title: "Your interview",
    excerpt: `${words} of ${name}.`,
    of: name,
  }));
const loop: ChatKnowledge = {
  ...one,
  interviews: DAY,
  met: DAY.flatMap(({ people }) => people),
  case: {
    ...one.case,
    when: told("when", "Time"),
    people: told("people", "People"),
    place: told("place", "Place"),
    length: told("length", "Length"),
  },
};

const said = (question: string, before: readonly string[], knowledge: ChatKnowledge): string[] =>
  replyByRule(question, knowledge, before).sources.map(({ excerpt }) => excerpt);

it.each([
  ["and where?", ["When is my interview?"], WHERE],
  ["and where?", [], WHERE],
  ["And when?", ["hello", "who will I meet?", "thanks"], WHEN],
  ["and how long?", ["when is my interview?", "and where?"], LENGTH],
  ["how long does it take?", ["Who will I meet?"], LENGTH],
  ["and who?", ["how long is the Technical panel?"], WHO],
  ["who is there then?", ["When is my interview?"], WHO],
  ["and the Technical panel?", ["how long is my interview?"], LENGTH],
  ["When is my interview? And where?", [], [...(WHEN ?? []), ...(WHERE ?? [])]],
])("reads what leans on their interview in full: %s after %j", (question, before, known) => {
  expect(said(question, before, one)).toEqual(known);
});

it.each([
  ["and the one after?", ["When is Coding?"], ["Time of System design."]],
  ["and the one after?", ["When is Coding?", "and the one after?"], ["Time of Values."]],
  ["and the one before?", ["where is the last one?"], ["Place of System design."]],
  ["and who?", ["when is System design?"], ["People of System design."]],
  ["what about the second one?", ["how long is Coding?"], ["Length of System design."]],
  ["and Values?", ["who is in the Coding interview?"], ["People of Values."]],
  ["and where is the next one?", ["when is Coding?"], ["Place of System design."]],
  ["and where?", ["when are my interviews?"], loop.case.place.map(({ excerpt }) => excerpt)],
])("tells which of several is meant by the one before: %s after %j", (question, before, known) => {
  expect(said(question, before, loop)).toEqual(known);
});

it.each([
  ["what about then?", ["When is my interview?"]],
  ["and then?", ["When is my interview?"]],
  ["and that?", []],
  ["and where?", ["Can I park my car?"]],
  ["and when?", ["What is the salary?"]],
  ["and where?", ["Can we move it to Friday?"]],
  ["where is it", ["is there lunch?"]],
  ["how long does it take?", ["Do you do a coding task?"]],
  ["who is there then?", ["Can we move it to Friday?"]],
  ["what comes after that?", ["Is there lunch?"]],
  ["and the one after?", ["When is my interview?"]],
  ["and the one after?", []],
  ["when is the next one?", ["Who will I meet?"]],
  ["is it the same link?", ["When is my interview?"]],
  ["and who?", ["I am deaf, is there an interpreter?"]],
  ["and where?", ["When is my interview, and is there a pool?"]],
])("leaves to a person what may be about something else: %s after %j", (question, before) => {
  const { isHandedOver, sources, text } = replyByRule(question, one, before);
  expect([isHandedOver, sources]).toEqual([true, []]);
  expect(text).toMatch(/^I cannot tell for certain what that is about.*Mara Lindt/);
});

it.each([
  ["and the one after?", ["When is Values?"]],
  ["and the other one?", ["When is Coding?"]],
  ["and the one after?", ["When are my interviews?"]],
  ["what comes after that?", ["When are my interviews?"]],
])("does not guess which of several is meant: %s after %j", (question, before) => {
  expect(replyByRule(question, loop, before)).toMatchObject({ isHandedOver: true, sources: [] });
});

it("answers the rest of a message of which a part leans on something else", () => {
  const { sources, isRestHandedOver } = replyByRule("Can I park there? And where?", one);
  expect(sources.map(({ kind }) => kind)).toEqual(["guide"]);
  expect(isRestHandedOver).toBe(true);
});

it("asks to write to the mail where nothing is passed on", () => {
  const { text, isHandedOver } = replyByRule("and then?", { ...one, mayHandOver: false });
  expect(isHandedOver).toBe(false);
  expect(text).toContain("reply to our mail");
});

it.each(["ok then", "When is my interview?", "What should I wear then?", "Is there lunch?"])(
  "does not take for a follow-up what stands by itself: %s",
  (question) => {
    expect(leansOnBefore(question)).toBe(false);
    expect(replyByRule(question, one, ["Is there parking?"]).isHandedOver).toBe(false);
  },
);

it.each(["and where?", "And then?", "what about that?", "and the one after?", "same place?"])(
  "knows what says something only to what was said before: %s",
  (question) => {
    expect(leansOnBefore(question)).toBe(true);
  },
);
