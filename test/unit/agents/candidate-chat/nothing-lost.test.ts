/** What is said beside something known is passed on, or said to be not answered; and who wishes for a person has one for all of it. */
import { expect, it } from "vitest";
import { leftOpen } from "../../../../agents/candidate-chat/left-open.ts";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const knowledge = chatKnowledge();

it.each([
  "I want a human and the address",
  "I want a human. What is the address?",
  "please have someone call me about the hotel",
  "can a person tell me the address",
  "When is it? Can a human call me about my visa?",
  "Please call me at 555 1234",
  "where is it and can I talk to a real person",
])("hands over the whole of a message that wishes for a person: %s", (text) => {
  const reply = replyByRule(text, knowledge);
  expect(reply).toMatchObject({ topic: "person", isHandedOver: true, sources: [], actions: [] });
  expect(reply.text).toContain("passed your message on to Mara Lindt");
  const forFew = replyByRule(text, { ...knowledge, mayHandOver: false });
  expect([forFew.isHandedOver, forFew.actions]).toEqual([false, ["ask_a_person"]]);
});

it.each(["I want a human", "call me", "Can I talk to a real person please?"])(
  "has the button for the wish alone: %s",
  (text) => {
    const { isHandedOver, actions } = replyByRule(text, knowledge);
    expect([isHandedOver, actions]).toEqual([false, ["ask_a_person"]]);
  },
);

it("asks nobody about a need that is told beside the wish", () => {
  const { isHandedOver, topic } = replyByRule("I am deaf. I want a human to call me.", knowledge);
  expect([isHandedOver, topic]).toEqual([false, "needs"]);
});

it.each([
  "I'll be there. Please tell reception that my name changed.",
  "I confirm and please send me the questions",
  "Please cancel and send me my code back",
  "Please move it to Friday and tell me who the CEO is.",
  "I'll be there, please add a vegan meal",
  "I'll be there and I need a visa letter",
  "What's the link, and the dial-in number?",
  "How long is it and how many questions will there be?",
])("passes on what is wanted beside the known: %s", (text) => {
  const reply = replyByRule(text, knowledge);
  expect(reply.text).toContain("I have passed it on to Mara Lindt");
  expect([reply.isHandedOver, reply.isRestHandedOver]).toEqual([false, true]);
  expect(reply.sources.length).toBeGreaterThan(0);
});

it.each([
  "When is my interview? My name is spelled wrong in the mail, it is Adda.",
  "I confirm. I used to work with Linus.",
  "Where is it? I have a car with a trailer.",
])("says that it has not answered what was told, with the button: %s", (text) => {
  const reply = replyByRule(text, knowledge);
  expect(reply.text).toContain("only a part of what you wrote");
  expect(reply.actions).toContain("ask_a_person");
});

it.each([
  "Hello! I have a question. When is my interview? Thanks a lot!",
  "I am coming by car. Is there parking?",
  "I am looking forward to the interview. What should I wear?",
])("says nothing of the kind where nothing is left: %s", (text) => {
  const reply = replyByRule(text, knowledge);
  expect(reply.text).not.toContain("only a part");
  expect(reply.isRestHandedOver).toBeUndefined();
});

it.each([
  ["When is my interview, and can I bring my parrot?", "rest"],
  ["When is my interview? My name is spelled Adda.", "unsaid"],
  ["I cannot confirm yet, please do not move it", "rest"],
  ["When is my interview, and how long does it take?", "rest"],
  ["When is my interview?", null],
  ["Hi! When is my interview? Thanks!", null],
] as const)(
  "tells by code what an answer with the time alone leaves open: %s",
  (question, open) => {
    const asked = { question, before: [], language: "en", knowledge };
    expect(leftOpen(asked, knowledge.case.when)).toBe(open);
  },
);

it("counts questions where it cannot read them", () => {
  const question = "Wann ist mein Gespräch? Darf ich meinen Papagei mitbringen?";
  const asked = { question, before: [], language: "de", knowledge };
  expect(leftOpen(asked, knowledge.case.when)).toBe("rest");
  expect(leftOpen(asked, [...knowledge.case.when, ...knowledge.case.place])).toBeNull();
});
