import { expect, it } from "vitest";
import { askedBefore } from "../../../../agents/candidate-chat/asked-before.ts";
import type { ChatRecord } from "../../../../src/cases/chat.ts";
import { saidInChat as said } from "../../../support/said-in-chat.ts";

const at = (minute: number): Partial<ChatRecord> => ({
  at: Temporal.Instant.from("2026-11-25T10:00:00Z").add({ minutes: minute }),
});
const before = (messages: readonly ChatRecord[]): string | null => {
  const asked = messages.at(-1);
  if (!asked) throw new Error("nothing was asked");
  return askedBefore(asked, messages);
};

it("tells what a question leans on, over others that lean themselves", () => {
  expect(
    before([
      said(1, "When is my interview?", at(0)),
      said(3, "Is there parking at the office?", at(2)),
      said(4, "", at(2)),
      said(5, "and where?", at(4)),
      said(7, "and then?", at(5)),
    ]),
  ).toBe("Is there parking at the office?");
});

it.each([
  ["a question that says what it is about", said(3, "Where is the office?", at(1))],
  ["one of another conversation", said(3, "and where?", at(100))],
  ["one that is private itself", said(3, "and where?", { ...at(1), isPrivate: true })],
])("tells nothing for %s", (_, asked) => {
  expect(before([said(1, "Is there parking at the office?", at(0)), asked])).toBeNull();
});

it.each([
  ["private", said(1, "Is there parking?", { ...at(0), isPrivate: true })],
  ["what may be of a need", said(1, "Can I come with my Blutzuckerhund?", at(0))],
  ["erased", said(1, "", { ...at(0), words: null })],
])("tells nothing that is %s", (_, earlier) => {
  expect(before([earlier, said(3, "and where?", at(1))])).toBeNull();
});
