/** What sounds like a question of the interview and is of something else goes to a person, and no fact of the interview is told for it. */
import { expect, it } from "vitest";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const knowledge = chatKnowledge();

it.each([
  "my train got cancelled",
  "the hotel cancelled my reservation",
  "can you cancel my hotel",
  "cancel the taxi",
  "I cancelled my flight",
  "does the company cancel often",
  "do I get the day after on-call off?",
  "what if I move to Lisbon",
  "I want to change jobs because of time",
  "where is Grace from",
  "where is Linus based",
  "when did Linus join",
  "how long has Grace been there",
  "What did Linus study?",
  "what time do people start work",
  "what time do you open",
  "what time does the train leave",
  "when do I start the job",
  "I changed my address",
])("leaves %j to a person", (text) => {
  expect(replyByRule(text, knowledge)).toMatchObject({
    isHandedOver: true,
    sources: [],
    actions: [],
  });
});

it.each([
  ["my flight was cancelled, can we move the interview?", "ask for another time"],
  ["my train was delayed, I'll be late", "a person can help"],
  ["I want to cancel", "ask to cancel"],
  ["when does it start?", "15:00"],
  ["when do I meet Linus?", "15:00"],
  ["where do I meet Grace?", "by video"],
  ["is Grace there before Linus?", "15:00"],
  ["what is Grace's role?", "Grace Hopper"],
  ["how long is the interview with Grace?", "45 minutes"],
])("still answers %j of the interview", (text, said) => {
  expect(replyByRule(text, knowledge).text).toContain(said);
});
