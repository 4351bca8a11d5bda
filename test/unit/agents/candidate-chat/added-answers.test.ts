/** What a person answered and put into a guide is told to whoever asks that very question, and to nobody who asks something else. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";
import { withAnswer } from "../../../../src/guides/append.ts";
import { foundByLine } from "../../../../src/guides/found-by.ts";

const GUIDE = readFileSync("guides/sandbox-visit.md", "utf8");
const base = chatKnowledge();
const POSTING = base.posting.flatMap(({ title, excerpt }) => [title, excerpt]);

/** Question, heading, answer. */
const ADDED: [question: string, heading: string, answer: string][] = [
  ["What is the notice period?", "Notice", "Three months on both sides."],
  ["Do you have a pension plan?", "Benefits", "Yes, with five percent from us."],
  ["Is there a probation period?", "Contract", "Six months."],
  ["Can I see the office before?", "Visits", "We show you around gladly."],
  ["Is the salary negotiable?", "Pay", "Within the range."],
  ["Can I bring my son Maximilian, he is 4?", "Children", "Little ones are welcome."],
  ["Is there a gym in the building?", "Gym", "On the second floor."],
  ["can i bring my dog", "Dogs", "On the ground floor alone."],
  ["Do you sponsor visas?", "Visas", "For the whole family."],
  ["How many people work at the company?", "The company", "240 of us."],
  ["Are there showers?", "Showers", "Beside the courtyard."],
  ["Is there an EV charger in the garage?", "Electric cars", "Two of them."],
  ["What is the dial-in number?", "Dial-in", "It stands in the invitation."],
  ["Will you pay me for the interview?", "Pay for interviews", "We do not."],
  ["Which video tool do you use, Zoom or Teams?", "Video tool", "Google Meet."],
  ["Do you hire part time?", "Part time", "From 80 percent."],
  ["Can I work from abroad?", "Abroad", "Up to 30 days a year."],
  ["Who is the CEO?", "Company", "Mara Voss."],
  ["Is there a canteen?", "Canteen", "Only places nearby."],
  ["Does the hotel have breakfast?", "Hotel breakfast", "It does."],
  // More of the kind.
  ["What happens to my travel receipts?", "Receipts", "They are kept for ten years."],
  ["Do I get a company laptop?", "Equipment", "You choose which."],
  ["What is the dress code at work?", "Clothes at work", "None at all."],
  ["Are there stock options?", "Equity", "After a year."],
  ["Can my partner come along to Lisbon?", "Partners", "At your own cost."],
  ["Is the role open to juniors?", "Level", "Three years are expected."],
  ["How big is the team?", "Team size", "Ten today, twelve in spring."],
  ["Do you have a works council?", "Works council", "Since 2019."],
  ["What time does the office open?", "Opening hours", "At eight."],
  ["Is there bike storage for cargo bikes?", "Cargo bikes", "In the yard."],
  ["Will I need to travel for the job?", "Business trips", "Twice a year."],
  ["Which database do you use?", "Stack", "PostgreSQL 17."],
  ["How much holiday do I get?", "Holiday", "28 days and your birthday."],
  ["Is overtime paid?", "Overtime", "Paid or taken off."],
  ["where is Grace from", "Grace", "From Leeds."],
  ["what time do people start work", "Working hours", "Between eight and ten."],
  ["can I choose another interviewer?", "Interviewers", "Tell us why, and we try."],
  ["when do I start the job", "Start", "On the first of a month."],
  ["is the garage guarded?", "Garage", "By a camera."],
  ["how tall is the garage", "Garage height", "2.1 metres."],
  ["can I take a holiday before the interview", "Holiday before", "Do as you like."],
  ["Hi, I was wondering if there is a music room? Thanks!", "Music", "With a piano."],
];

/** As its answer is added beside all that the company has written by then. */
const added = (guide: string, [question, heading, answer]: (typeof ADDED)[number]): string => {
  const answered = withAnswer(guide, heading, answer);
  const line = foundByLine(question, { without: "", known: [answered, ...POSTING] });
  return line === "" ? answered : withAnswer(answered, heading, line);
};

it.each(ADDED)("tells %j again what was added for it", (...row) => {
  const { sources, isHandedOver, isRestHandedOver } = replyByRule(
    row[0],
    chatKnowledge(added(GUIDE, row)),
  );
  expect(isHandedOver || isRestHandedOver === true).toBe(false);
  expect(sources.map(({ excerpt }) => excerpt)).toContainEqual(expect.stringContaining(row[2]));
});

const all = chatKnowledge(ADDED.reduce(added, GUIDE));
const ANSWERS = ADDED.map(([, , answer]) => answer);

it.each(ADDED)("tells %j its own answer alone, whatever else was added", (question, _, answer) => {
  const told = replyByRule(question, all).sources.map(({ excerpt }) => excerpt);
  expect(ANSWERS.filter((each) => told.some((text) => text.includes(each)))).toEqual([answer]);
});

it.each([
  "Can I bring my parrot?",
  "Can I bring snacks?",
  "Can I bring Rex?",
  "Can I bring my son's drum kit?",
  "where is Grace",
  "who is Grace",
  "when did Grace join",
  "is Grace there",
  "how long has Grace been there",
  "when does the gym open?",
  "how much is the gym?",
  "Can I see the office after?",
  "Can I see the manager before?",
  "Is there a notice board?",
  "What is the trial period?",
  "What is the grace period?",
  "Is there a pension fund for the cleaners in the canteen?",
  "Is the garage heated?",
  "how deep is the garage",
  "how far is the garage",
  "is the office guarded?",
  "How many people work at the office in Porto?",
  "How many people interview me?",
  "Who is the CTO?",
  "who was the CEO before",
  "Does the hotel have a pool?",
  "Does the hotel allow dogs?",
  "Do you hire juggling coaches?",
  "Do you pay overtime to interns?",
  "Will I need to relocate for the job?",
  "Which cloud do you use?",
  "Is the role open to freelancers?",
  "Is the office open on Sundays?",
  "What time does the canteen open?",
  "how much holiday do interns get?",
  "can I choose another day?",
  "can I choose another laptop?",
  "when do I start the task",
  "how do I start the job",
  "Can my partner wait at reception?",
  "Are there stock photos?",
  "Is there a showroom?",
  "When is my interview?",
  "Where is it?",
  "What should I wear?",
  "Where can I park?",
  "Do you pay for my train?",
  "When do I hear from you?",
])("tells %j nothing that was added for something else", (question) => {
  const told = replyByRule(question, all).sources.map(({ excerpt }) => excerpt);
  expect(ANSWERS.filter((each) => told.some((text) => text.includes(each)))).toEqual([]);
});
