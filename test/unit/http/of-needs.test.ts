import { expect, it } from "vitest";
import { followsNeed, ofTheNeed } from "../../../src/http/candidate/chat/of-needs.ts";
import { SAID_IN_CHAT_AT as NOW, saidInChat as said } from "../../support/said-in-chat.ts";

const CHAT = [
  said(1, "My hands shake, could I type?"),
  said(2, ""),
  said(3, "Is there parking?"),
  said(4, ""),
  said(5, "May I come late?"),
  said(6, ""),
];

it("makes private what was written before the button, what has the same words, and the answers", () => {
  const text = "MY HANDS  SHAKE; could I type? It is since May.";
  expect(ofTheNeed(CHAT, { text, on: null })).toEqual(["m1", "m2", "m5", "m6"]);
  expect(ofTheNeed(CHAT, { text, on: CHAT[3] ?? null })).toEqual(["m1", "m2", "m3", "m4"]);
});

it("takes the one message for private that follows directly on a need", () => {
  const told = said(7, "I am dyslexic.");
  expect(followsNeed(CHAT, NOW)).toBe(false);
  expect(followsNeed([...CHAT, told, said(8, "")], NOW)).toBe(true);
  expect(followsNeed([...CHAT, told, said(8, ""), said(9, "On yellow paper?")], NOW)).toBe(false);
  expect(followsNeed([...CHAT, said(7, "", { topic: "ask_for_adjustment" })], NOW)).toBe(true);
  expect(followsNeed([...CHAT, told], NOW.add({ minutes: 61 }))).toBe(false);
});
