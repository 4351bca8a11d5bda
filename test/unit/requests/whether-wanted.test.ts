/** What asks or thinks about what could be done proposes nothing: it is asked back, with what it may come to. */
import { expect, it } from "vitest";
import { readRequest } from "../../../src/requests/read-request.ts";
import type { Directory } from "../../../src/requests/understanding.ts";

const DIRECTORY: Directory = {
  cases: [
    {
      caseId: "ada",
      name: "Ada Quill",
      postingId: "be",
      postingTitle: "Backend Engineer",
      stageName: "Phone Screen",
    },
  ],
  users: [{ userId: "ines", name: "Ines Fujita", email: "ines@example.com" }],
  stages: ["Phone Screen"],
};
const read = (text: string) =>
  readRequest(
    { text, now: Temporal.Instant.from("2026-11-26T10:00:00Z"), zone: "Europe/Lisbon" },
    DIRECTORY,
  );

it.each([
  ["can somebody replace Ines", "Find a replacement for Ines Fujita"],
  ["can someone cover for Ines?", "Find a replacement for Ines Fujita"],
  ["who can replace Ines?", "Find a replacement for Ines Fujita"],
  ["who could replace Ines for Ada", "Find a replacement for Ines Fujita for Ada Quill"],
  ["can someone cover for Ines on Tuesday?", "Find a replacement for Ines Fujita on tuesday"],
  ["maybe move Ada to Tuesday", "move Ada to Tuesday"],
  ["Perhaps we could move Ada to Tuesday", "move Ada to Tuesday"],
  ["move Ada to Tuesday, maybe", "move Ada to Tuesday"],
  ["let's maybe cancel Ada", "let's cancel Ada"],
  ["possibly brief Ines again", "brief Ines again"],
])("%s is asked back", (text, choice) => {
  expect(read(text)).toMatchObject({
    is: "asks",
    asked: "did_you_mean",
    choices: [{ text: choice }],
  });
  expect(read(choice)).toMatchObject({ is: "intent" });
});

it.each([
  ["replace Ines", "replace"],
  ["can you replace Ines?", "replace"],
  ["could somebody find a replacement for Ines?", "replace"],
  ["can you maybe move Ada to Tuesday?", "reschedule"],
  ["I'd like to move Ada to Tuesday", "reschedule"],
])("%s asks for it", (text, intent) => {
  expect(read(text)).toMatchObject({ is: "intent", intent });
});

it("offers nothing where it is only told", () => {
  expect(read("I moved Ada to Tuesday")).toMatchObject({ is: "asks", choices: [] });
});
