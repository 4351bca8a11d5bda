/** The time of an interview by the clock of another place is worked out by code, or goes to a person; it is never another zone's as if it was that. */
import { expect, it } from "vitest";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { zoneAsked } from "../../../../agents/candidate-chat/zone-asked.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const knowledge = chatKnowledge();

it.each([
  ["What time is it in New York?", "10:00–10:45 (New York time)"],
  ["what time is it for me in Tokyo", "Wednesday, 25 November 2026, 00:00–00:45 (Tokyo time)"],
  ["when is my interview in CET?", "16:00–16:45 (Berlin time)"],
  ["what time is that in India", "20:30–21:15 (Kolkata time)"],
  ["what time is it Eastern time?", "10:00–10:45 (New York time)"],
  ["what time is it in sao paulo", "12:00–12:45 (Sao Paulo time)"],
  ["what time is it in London", "15:00–15:45 (London time)"],
  ["when do I meet Grace in New York time", "10:00–10:45 (New York time)"],
])("works out %j beside the time as it is booked", (question, said) => {
  const { text, isHandedOver, topic } = replyByRule(question, knowledge);
  expect(text).toContain(said);
  expect(text).toContain("15:00–15:45 (Lisbon time)");
  expect([isHandedOver, topic]).toEqual([false, "when"]);
});

it.each([
  "when is it in Brazil?",
  "what time is it in the US",
  "what time is it in EST",
  "what time is it in west london",
  "What time is it in Springfield?",
])("leaves %j to a person", (question) => {
  expect(replyByRule(question, knowledge)).toMatchObject({ isHandedOver: true, sources: [] });
});

it("leaves it to a person where no time is booked", () => {
  const open = { ...knowledge, whenIn: () => [] };
  expect(replyByRule("what time is it in Tokyo?", open).isHandedOver).toBe(true);
});

it.each([
  "when is my interview?",
  "what time is my interview in my time zone",
  "when is my interview in Google Calendar",
  "when is the interview in November?",
  "which time zone is that in?",
  "what time is it in Lisbon",
  "WHAT TIME IS IT IN THE CALENDAR",
  "when will we eat in the west",
])("has no other place's time for %j", (question) => {
  const { sources } = replyByRule(question, knowledge);
  expect(sources.filter(({ excerpt }) => /\d\d:\d\d/.test(excerpt)).length).toBeLessThan(2);
});

it("takes small words for no zones", () => {
  expect(zoneAsked("when do we eat in the west")).toBeNull();
  expect(zoneAsked("where is it in Tokyo")).toBeNull();
});
