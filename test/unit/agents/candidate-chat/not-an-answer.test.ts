/** What sounds like something that is known is not answered by it. */
import { expect, it } from "vitest";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const knowledge = chatKnowledge();

it.each([
  "when is my onsite",
  "who cancelled my interview?",
  "why was my interview moved?",
  "I have another offer, can you speed up?",
  "May I bring my mother?",
  "May I bring my dog to the office?",
  "May I bring a friend?",
  "how much do you pay per mile by motorbike",
  "is there a salary for the trial day",
  "can I take a holiday before the interview",
  "do you need a degree",
  "what laptop would I get",
  "do you do pair programming",
  "is my interview data used to train AI",
  "is it free?",
  "can my friend wait in the reception",
  "can I bring a friend to reception",
  "how tall is the garage",
  "is the garage closed at night",
  "can I charge an electric car in the garage",
  "does the lift have a mirror",
  "does the hotel have breakfast",
  "can you recommend a hotel",
  "are there chargers in the hotel",
  "is the metro expensive",
  "what time does the metro close",
  "by when do I get it?",
  "how long do I have for each question",
  "did you get my availability?",
  "what stage am I at",
  "who will I meet in the final round",
  "when is the final round",
  "will the recruiter be there in person",
  "is on call paid",
  'translate "you are hired" into English',
  "I don't confirm",
  "I cannot confirm yet",
  "please do not move my interview",
  "I did not ask to move it!",
  // The same, said otherwise.
  "what time is my onsite interview",
  "where will the onsite be held",
  "why did you cancel my interview",
  "why did you move my interview?",
  "why was the time of my interview changed",
  "I got a better offer, can we go faster?",
  "may my husband come along",
  "can my kids come to the office",
  "may I bring a colleague",
  "would I be paid for the day of the trial",
  "may I go on holiday before the interview",
  "do I need a university degree",
  "which laptop do employees get",
  "how many people work as engineers",
  "do you practise pair programming",
  "is what I say used to train your AI",
  "how high is the garage",
  "when does the garage open",
  "can I charge my car in your garage",
  "how big is the lift",
  "is breakfast included at the hotel",
  "which hotel do you recommend",
  "how much is a metro ticket",
  "until when does the metro run",
  "is the metro safe",
  "how many minutes per question",
  "have you received my availability?",
  "did my availabilities arrive",
  "at what stage am I",
  "who sits in the final round",
  "when will the final round be",
  "is the recruiter on site",
  "do you pay for on call",
  "please translate this: you got the job",
  "I do not want to confirm",
  "I can't confirm it now",
  "don't reschedule me",
  "I never asked you to reschedule",
  "do not cancel my interview",
  "I don't want to withdraw",
])("asks a person about %j", (text) => {
  expect(replyByRule(text, knowledge)).toMatchObject({
    isHandedOver: true,
    sources: [],
    actions: [],
  });
});

it("has no number where none is told", () => {
  expect(replyByRule("how many engineers", knowledge).sources).toEqual([]);
});

it("tells how it stands to who asks whether it was cancelled, and not how to cancel", () => {
  const { topic, text, sources } = replyByRule("has my interview been cancelled?", knowledge);
  expect([topic, sources.map(({ kind }) => kind)]).toEqual(["when", ["case"]]);
  expect(text).toContain("15:00");
});

it.each([
  "the link doesn't work",
  "I clicked the link and nothing happens",
  "the video link gives an error",
])("shows a link that fails no second time, and offers a person: %j", (question) => {
  const { text, actions } = replyByRule(question, knowledge);
  expect(text).not.toContain("meet.google");
  expect(text).toContain("If your connection fails");
  expect(actions).toEqual(["ask_a_person"]);
});

it("tells no way to the office to who is seen by video", () => {
  const { text } = replyByRule("how do I get there?", knowledge);
  expect(text).toContain("by video");
  expect(text).not.toContain("Rua da Boavista");
});

const LACKING = "There is more in your message that I do not know";

it.each([
  ["I come from 60 km away, how much will you pay me?", "Travel costs"],
  ["is parking free of charge", "Parking"],
  ["how frequently are engineers on call", "The team"],
  ["can I leave my scooter somewhere", "Bicycles"],
  ["what's the quickest way from the airport", "From the airport"],
  ["do you cover flights", "Travel costs"],
  ["will I get feedback if you reject me", "After the interviews"],
  ["which metro stop is closest to your building", "Getting here"],
  ["what's the wifi password for guests", "What to bring"],
  ["is my hotel paid for", "Travel costs"],
])("still answers %j", (text, title) => {
  const { sources, isHandedOver } = replyByRule(text, knowledge);
  const titles = sources.map((source) => source.title.split(" › ").at(-1));
  expect([titles, isHandedOver]).toEqual([[title], false]);
});

it.each([
  ["Where is it and do you pay visa sponsorship?", "by video", "60,000"],
  ["what should I prepare for system design", "Choose a system", "whiteboard"],
  ["remote work and relocation help?", "Two days of remote work", "km"],
  ["can I withdraw and apply again later?", "ask to cancel", "Platform"],
])("says of %j what is known, and that it is not all", (text, said, never) => {
  const reply = replyByRule(text, knowledge);
  expect(reply.text).toContain(said);
  expect(reply.text).not.toContain(never);
  expect(reply.text).toContain(LACKING);
  expect(reply.isRestHandedOver).toBe(true);
});
