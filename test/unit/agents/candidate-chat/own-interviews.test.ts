/** What is asked of the candidate's own interviews, by their names, by their order or by whom they meet there. */
import { expect, it } from "vitest";
import type {
  CaseFact,
  ChatKnowledge,
  Known,
} from "../../../../agents/candidate-chat/knowledge.ts";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const knowledge = chatKnowledge();

/** A day of three interviews, one of them named like a subject. */
const DAY = [
  { name: "Coding", people: ["Linus Okafor"], at: "10:00", prepare: "Bring an editor." },
  { name: "System design", people: ["Grace Hopper"], at: "11:00", prepare: "" },
  { name: "Values", people: ["Mia Brandt"], at: "12:00", prepare: "Think of a mistake." },
];
const told = (fact: CaseFact, words: (one: (typeof DAY)[number]) => string): Known[] =>
  DAY.filter((one) => words(one) !== "").map((one, at) => ({
    id: `case.${fact}.${at}`,
    kind: "case",
    title: "Your interview",
    excerpt: words(one),
    of: one.name,
  }));
const loop: ChatKnowledge = {
  ...knowledge,
  interviews: DAY,
  met: DAY.flatMap(({ people }) => people),
  case: {
    ...knowledge.case,
    when: told("when", ({ name, at }) => `${name}: Tuesday at ${at}.`),
    people: told("people", ({ name, people }) => `You will meet ${people[0]} for ${name}.`),
    place: told("place", ({ name }) => `${name} is by video.`),
    length: told("length", ({ name }) => `${name} takes 45 minutes.`),
    prepare: told("prepare", ({ name, prepare }) =>
      prepare === "" ? "" : `To prepare for ${name}: ${prepare}`,
    ),
  },
};

it.each([
  ["where is coding?", ["Coding is by video."]],
  ["coding when", ["Coding: Tuesday at 10:00."]],
  ["when is my Values interview", ["Values: Tuesday at 12:00."]],
  ["how long is system design", ["System design takes 45 minutes."]],
  ["who is in the coding interview", ["You will meet Linus Okafor for Coding."]],
  ["is Values before Coding?", ["Coding: Tuesday at 10:00.", "Values: Tuesday at 12:00."]],
  ["when do I meet Linus?", ["Coding: Tuesday at 10:00."]],
  ["what will Mia ask?", ["To prepare for Values: Think of a mistake."]],
  ["how many interviews do I have?", DAY.map(({ name, at }) => `${name}: Tuesday at ${at}.`)],
  ["when is the last one?", ["Values: Tuesday at 12:00."]],
  ["when is my first interview", ["Coding: Tuesday at 10:00."]],
  ["what is the last interview about", ["To prepare for Values: Think of a mistake."]],
  ["what questions will Linus ask", ["To prepare for Coding: Bring an editor."]],
  ["where does coding take place", ["Coding is by video."]],
  ["what time is coding", ["Coding: Tuesday at 10:00."]],
  ["does values come before coding", ["Coding: Tuesday at 10:00.", "Values: Tuesday at 12:00."]],
  ["do I meet Mia before Linus", ["Coding: Tuesday at 10:00.", "Values: Tuesday at 12:00."]],
  ["at what time do I meet Grace?", ["System design: Tuesday at 11:00."]],
  ["who interviews me in coding", ["You will meet Linus Okafor for Coding."]],
  ["is Grace in the coding interview", ["You will meet Linus Okafor for Coding."]],
  ["how many conversations do I have", DAY.map(({ name, at }) => `${name}: Tuesday at ${at}.`)],
])("answers %j of a day of three from what is named alone", (text, said) => {
  const { sources, isHandedOver } = replyByRule(text, loop);
  expect([sources.map(({ excerpt }) => excerpt), isHandedOver]).toEqual([said, false]);
});

it.each([
  "what should I prepare for system design",
  "what should I revise for system design",
  "what will Grace ask?",
])("tells of no other interview to %j", (text) => {
  expect(replyByRule(text, loop)).toMatchObject({ isHandedOver: true, sources: [] });
});

it.each(["can I move only Coding?", "may I move just the values interview"])(
  "does not promise that one of several can be moved alone: %j",
  (question) => {
    const { actions, text } = replyByRule(question, loop);
    expect(actions).toContain("ask_to_move");
    expect(text).toContain("There is more in your message that I do not know");
  },
);

it("still tells of the subject what an interview is named like", () => {
  const { sources } = replyByRule("which programming language can I use for coding", loop);
  expect(sources.map(({ title }) => title)).toContain("The technical task");
});
