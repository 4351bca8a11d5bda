import { expect, it } from "vitest";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const knowledge = chatKnowledge();
const TITLES = ["Interviews by video › If your connection fails", "The technical task"];

it("asks which is meant where two are near and none is sure, and shows nothing of them", () => {
  const reply = replyByRule("is my internet ok for this", knowledge);
  expect(reply).toMatchObject({ choices: TITLES, sources: [], isHandedOver: false });
  expect(reply.actions).toEqual(["ask_a_person"]);
  expect(reply.text).not.toContain("fifteen minutes");
});

it.each(TITLES)("answers the choice of %s from it alone", (title) => {
  const { sources, choices } = replyByRule(title, knowledge);
  expect(sources.map((each) => each.title)).toEqual([title]);
  expect(choices).toBeUndefined();
});

it("keeps the button for needs beside a chosen title that is of them", () => {
  const { actions, sources } = replyByRule("Adjustments for a disability", knowledge);
  expect(actions).toEqual(["ask_for_adjustment"]);
  expect(sources.map(({ kind }) => kind)).toEqual(["guide", "policy"]);
});

it.each(["can i bring my dog", "are you hiring more people", "do you have a gym", "the moon base"])(
  "offers nothing to %j, of which nothing is near",
  (text) => {
    expect(replyByRule(text, knowledge).choices).toBeUndefined();
  },
);
