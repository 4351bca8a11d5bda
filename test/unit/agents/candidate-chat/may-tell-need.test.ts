import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isInDanger } from "../../../../agents/candidate-chat/in-danger.ts";
import { mayTellNeed } from "../../../../agents/candidate-chat/may-tell-need.ts";
import { isAboutNeeds } from "../../../../agents/candidate-chat/needs.ts";
import { replyWithoutModel } from "../../../../agents/candidate-chat/reply.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";
import { startStopwatch } from "../../../support/stopwatch.ts";

/** What somebody needs, and what anybody asks, in some twenty languages; and what tells of danger. */
const {
  needs: NEEDS,
  ordinary: ORDINARY,
  danger: IN_DANGER,
} = JSON.parse(
  readFileSync(new URL("../../../fixtures/needs-or-not.json", import.meta.url), "utf8"),
) as Record<"needs" | "ordinary" | "danger", string[]>;

it("keeps from models what may tell a need, also in words and languages that no list has", () => {
  expect(NEEDS.filter((text) => !mayTellNeed(text))).toEqual([]);
});

it("lets models read what is plainly of the interview, in many languages", () => {
  expect(ORDINARY.filter(mayTellNeed)).toEqual([]);
});

it.each([
  "When is it? Saya tuli.",
  "Where is the office?\nI have Dravet",
  "Hello, saya tuli dan perlu bantuan di kantor",
  "Am epileptiker, when is it?",
])("looks at each sentence by itself: %j", (text) => {
  expect(mayTellNeed(text)).toBe(true);
});

it.each(["b l i n d", "d.e.a.f", "d-e-a-f", "I am d e a f", "i a m b l i n d"])(
  "reads letter by letter: %s",
  (text) => {
    expect(isAboutNeeds(text)).toBe(true);
  },
);

it.each([
  "Wo kann ich parken, z. B. in der Nähe?",
  "It starts at 10 a.m. Is that right?",
  "Y a-t-il un parking ?",
])("takes no letters for spelled out that are not: %s", (text) => {
  expect(mayTellNeed(text)).toBe(false);
});

it("asks what is around a question in the first person for nothing", () => {
  expect(
    [
      "I was wondering whether there is a sauna",
      "Could you tell me if the building has a helipad?",
      "I have a question about your Haskell guild",
    ].filter(mayTellNeed),
  ).toEqual([]);
});

it("passes what tells of danger on at once, in whatever language, and says whom to call", () => {
  expect(IN_DANGER.filter((text) => !isInDanger(text) || !mayTellNeed(text))).toEqual([]);
  for (const question of IN_DANGER) {
    const reply = replyWithoutModel({ question, knowledge: chatKnowledge() });
    expect(reply).toMatchObject({ topic: "needs", isHandedOver: true, sources: [], actions: [] });
    expect(reply.text).toMatch(/emergency number/);
    expect(reply.text).toMatch(/privately/);
  }
});

it("says of danger the same where nothing may be passed on, with the button of a person", () => {
  const knowledge = { ...chatKnowledge(), mayHandOver: false };
  const reply = replyWithoutModel({ question: "I want to die", knowledge });
  expect(reply).toMatchObject({ isHandedOver: false, actions: ["ask_a_person"] });
  expect(reply.text).toMatch(/emergency number/);
});

it.each([
  "I was dying to work here",
  "Is the deadline killing the team?",
  "How do I kill a process?",
  "Do you build software for suicide prevention?",
  "When does my trial end?",
])("takes no other word for danger: %s", (text) => {
  expect(isInDanger(text)).toBe(false);
});

it("is quick with whatever is written", () => {
  const from = startStopwatch();
  for (const piece of [
    "a ",
    "I am ",
    "я ",
    "的",
    "に",
    "I have a question about ",
    "Ada, ",
    "a.b ",
  ]) {
    mayTellNeed(piece.repeat(4_000 / piece.length));
  }
  expect(from.cpuMs()).toBeLessThan(800);
});
