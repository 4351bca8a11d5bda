/** Whether one comes to the office: asked of the job, of the interview, or of nobody can tell which of them. */
import { expect, it } from "vitest";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const knowledge = chatKnowledge();
const silent = { ...knowledge, about: () => [], search: () => [] };
const kindsOf = (text: string, known = knowledge): string[] =>
  replyByRule(text, known).sources.map(({ kind }) => kind);

it.each([
  "Is your team remote?",
  "is your team remote",
  "are you remote or in office?",
  "is it hybrid",
  "is the role hybrid?",
  "does the team work from home?",
  "am I expected to work in the office?",
  "will I have to come in to the office every day?",
])("tells of the job what the posting says: %s", (text) => {
  expect(kindsOf(text)).toEqual(["posting"]);
  expect(replyByRule(text, silent)).toMatchObject({ isHandedOver: true, sources: [] });
});

it.each([
  "do I have to come to the office",
  "Do I need to come in?",
  "must I be in the office?",
  "is it remote?",
  "is everyone remote?",
])("tells of both where either may be meant: %s", (text) => {
  expect(kindsOf(text)).toEqual(["case", "posting"]);
  expect(replyByRule(text, knowledge).isRestHandedOver).toBeUndefined();
  const half = replyByRule(text, silent);
  expect(half.sources.map(({ kind }) => kind)).toEqual(["case"]);
  expect(half.isRestHandedOver).toBe(true);
});

it.each(["do I have to come to the office for the interview?", "is the interview remote?"])(
  "tells of the interview what is known of it: %s",
  (text) => {
    expect(kindsOf(text)[0]).toBe("case");
    expect(kindsOf(text)).not.toContain("posting");
  },
);

it.each(["What time do I have to come to the office?", "how do I get to the office?"])(
  "takes another question of the office for none of it: %s",
  (text) => {
    expect(kindsOf(text)).not.toContain("posting");
  },
);
