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
  "I got this link by mistake",
  "I got this link from a friend",
  "Someone else uses my link",
  "My link was stolen",
  "Who else has this link?",
  "I forwarded my link to a friend",
  // Passages that have only a word in common with it.
  "Is there an EV charger in the garage?",
  "can I charge my Tesla in your car park",
  "is there a charging point for my car",
  "Will you pay me for the interview?",
  "do I get money for the interview",
  "how much would a taxi from the airport cost",
  "do you pay taxi",
  "do you pay for a cab from the airport",
  "do I get a refund for the taxi",
  "do you pay overtime",
  "Is the final round on video?",
  "is the final interview online?",
  "is the last round in person",
  "Is there a toilet on the ground floor?",
  "where are the toilets",
  "how early should I log in",
  "how early can I dial in",
  "how do I know you're really Lumen Harbor",
  "my laptop died",
  "my laptop died during the call",
  "Hello, my passport expired.",
  "my passport was stolen",
  "I lost my laptop",
  "is there paid holiday on my birthday",
  "is there holiday at Christmas",
  "What questions will they ask me?",
  "I'll be travelling on that day",
  "I'm on a train that day",
  // No need of theirs, and nothing that is known.
  "what if Grace is ill",
  "what happens if an interviewer gets sick",
  "is the team healthy",
  "what are the pain points",
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
  ["Which video tool do you use, Zoom or Teams?", "by video"],
  ["do you pay meals", "lunch"],
  ["are you ChatGPT?", "I am software"],
  ["am I talking to chatgpt?", "I am software"],
  ["is it before lunch", "15:00"],
  ["is it in the morning or afternoon?", "15:00"],
  ["is my interview still on?", "15:00"],
  ["is the interview still happening", "15:00"],
  ["how much per km do you pay", "0.36 €"],
  ["who's the interviewer?", "Grace Hopper"],
  ["can I choose java", "You choose the language"],
  ["may I pick python", "You choose the language"],
  ["do you have a charger for my laptop", "USB-C"],
  ["what do you pay for this role", "60,000"],
  ["do you pay well", "60,000"],
  ["my laptop might die during the call, what then", "If your connection fails"],
  ["blind coding test?", "You choose the language"],
])("still answers %j", (text, said) => {
  expect(replyByRule(text, knowledge).text).toContain(said);
});

it("tells nothing of clothes to who wears a hearing aid", () => {
  const { topic, text } = replyByRule("I wear hearing aids, is video fine", knowledge);
  expect(topic).toBe("needs");
  expect(text).not.toContain("jeans");
});
