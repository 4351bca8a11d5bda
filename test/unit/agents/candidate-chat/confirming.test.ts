/** Only who says without a condition that they come is offered the button that says so. */
import { expect, it } from "vitest";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const knowledge = chatKnowledge();

it.each([
  "I confirm",
  "I hereby confirm my attendance",
  "I confirm my interview on Tuesday",
  "I confirm that I will be there on Tuesday at 15:00",
  "I would like to confirm the interview",
  "Yes, confirmed! See you Tuesday.",
  "yes i'll be there",
  "Tuesday works",
  "is my interview confirmed?",
  "how do I confirm?",
])("has the button for %j", (text) => {
  expect(replyByRule(text, knowledge)).toMatchObject({ topic: "confirm", actions: ["confirm"] });
});

it.each([
  "I confirm I'll only come if you pay my flight",
  "I can make it if you pay my flight",
  "If you pay my flight I will be there",
  "I will be there only if remote is possible",
  "I'll attend unless my visa is refused",
  "I'll be there provided that it ends by four",
  "I'll be there but I need a visa letter",
  "I will come with my brother.",
  "I'll confirm tomorrow",
  "I think I can make it",
  "I confirm I have read the privacy notice",
  "is my hotel confirmed?",
])("leaves %j to a person as a whole", (text) => {
  expect(replyByRule(text, knowledge)).toMatchObject({
    isHandedOver: true,
    sources: [],
    actions: [],
  });
});

it.each([
  "I'll be there. But only if you pay my flight.",
  "I'll be there. If you pay my flight.",
  "I confirm, but can you pay my flight?",
  "Confirm that my salary will be 90000",
  "Please confirm you received my CV",
  "Please confirm that you got my travel receipts",
])("has no button for %j, and a person has it", (text) => {
  const { actions, isRestHandedOver } = replyByRule(text, knowledge);
  expect([actions, isRestHandedOver]).toEqual([[], true]);
});

it.each([
  ["Can you confirm the address?", "by video"],
  ["Can you confirm the interview is by video?", "by video"],
  ["Can you confirm the time please?", "15:00"],
  ["Could you please confirm who I will meet?", "Grace Hopper"],
])("answers %j as the question that it is", (text, said) => {
  const reply = replyByRule(text, knowledge);
  expect(reply.text).toContain(said);
  expect([reply.actions, reply.isHandedOver, reply.isRestHandedOver]).toEqual([
    [],
    false,
    undefined,
  ]);
});
