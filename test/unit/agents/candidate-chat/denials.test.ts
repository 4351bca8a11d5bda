/** What is denied is not offered, and what is wanted in its place is. */
import { expect, it } from "vitest";
import { denialIn } from "../../../../agents/candidate-chat/denials.ts";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const knowledge = chatKnowledge();

it.each([
  ["move", "I do not want to cancel, only move to Friday"],
  ["move", "I don't want to cancel, just move it to Friday"],
  ["move", "I don't want to cancel but can we move to Friday?"],
  ["move", "don't cancel please move it"],
  ["move", "not cancelling, just need another time"],
  ["move", "instead of cancelling can we move it?"],
  ["move", "rather than cancel I would like to reschedule"],
  ["move", "I'd rather move than cancel"],
  ["move", "I would prefer moving to cancelling"],
  ["move", "cancelling is not what I want, I want to move it to Monday"],
  ["move", "Do not cancel. Move it to Friday."],
  ["move", "I can't attend on Friday, can we move it?"],
  ["move", "can't make Tuesday but please do not cancel"],
  ["cancel", "don't move it, cancel it"],
  ["cancel", "Do not move it. Cancel it."],
  ["cancel", "I do not want to move it, I want to cancel"],
  ["cancel", "I want to cancel, not reschedule"],
  ["cancel", "I'd rather cancel than move"],
  ["confirm", "I'd rather not reschedule, just confirm"],
  ["confirm", "please don't reschedule, I confirm"],
  ["confirm", "no need to reschedule, Tuesday works"],
  ["confirm", "I will not cancel and I will be there"],
  ["confirm", "never mind moving it, I can make it"],
])("does %s: %s", (topic, text) => {
  const reply = replyByRule(text, knowledge);
  expect([reply.topic, reply.isHandedOver, reply.isRestHandedOver]).toEqual([
    topic,
    false,
    undefined,
  ]);
  const buttons = { move: ["ask_to_move", "ask_a_person"], cancel: ["ask_a_person"] };
  expect(reply.actions).toEqual(topic === "confirm" ? ["confirm"] : buttons[topic as "move"]);
  expect(reply.sources.map(({ title }) => title).includes("Cancelling")).toBe(topic === "cancel");
});

it.each([
  "I do not want to cancel",
  "please do not move it",
  "I don't want to move it or cancel it",
  "I don't want to cancel because I moved house",
  "I did not ask to move it!",
  "no need to move it",
  "I cannot confirm yet",
  "Do not cancel. Move it to Friday. Please do not move it.",
])("leaves to a person what is only denied, or denied as well: %s", (text) => {
  expect(replyByRule(text, knowledge)).toMatchObject({
    isHandedOver: true,
    sources: [],
    actions: [],
  });
});

it.each(["can't we move it to Friday?", "why not move it to Friday?"])(
  "takes a way of asking for none: %s",
  (text) => {
    expect(denialIn(text).denied).toEqual([]);
    expect(replyByRule(text, knowledge).actions).toContain("ask_to_move");
  },
);
