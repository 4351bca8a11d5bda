/** One voice is told by claim: who says the same of the same thing, and not who writes about the same competency. */
import { expect, it } from "vitest";
import { draftSynthesis } from "../../../agents/feedback/draft.ts";
import { renderSynthesis } from "../../../src/domain/synthesis-note.ts";
import { faultsOfSynthesis } from "../../../src/synthesis/check-synthesis.ts";
import { claimsOf } from "../../../src/synthesis/claims.ts";
import type { PanelForm } from "../../../src/synthesis/form.ts";
import { COMPETENCIES, card, formBy, posted, roundOf, written } from "../../support/panel-forms.ts";

const isOneClaim = (one: string, other: string, kind = "strength"): boolean => {
  const [first, second] = claimsOf(
    [one, other].map((text) => ({ kind, topic: "Coding", text })),
    "Ada Example",
  );
  return first === second;
};

it.each([
  ["Found the deadlock quickly.", "Ada explained the queue and found the deadlock."],
  ["The retry logic was unclear until the very end.", "Retries: her logic stayed vague."],
  ["Her unit tests covered the parser's edge cases.", "Wrote tests for edge cases of the parser."],
  ["Explained the cache clearly.", "The cache was explained well."],
])("takes for one claim: %s / %s", (one, other) => {
  expect(isOneClaim(one, other)).toBe(true);
  expect(isOneClaim(other, one)).toBe(true);
});

it.each([
  ["Explained the cache clearly.", "Explained the migration clearly."],
  ["The estimate of the load was off by a factor of ten.", "The load test was unclear."],
  ["Solved the exercise quickly and well.", "Solved the task quickly and well."],
  ["Good coding throughout the hour.", "Very good coding with strong naming."],
  ["Named the costs of the index.", "Reviewed a colleague's index, its names and its history."],
])("takes for two claims, though they are about one competency: %s / %s", (one, other) => {
  expect(isOneClaim(one, other)).toBe(false);
});

it("keeps sides and competencies apart, and takes for one what is word for word the same", () => {
  const said = (kind: string, topic: string | null) => ({
    kind,
    topic,
    text: "The retry logic of the queue was explained.",
  });
  const all = [
    said("strength", "Coding"),
    said("concern", "Coding"),
    said("strength", "System design"),
    said("observation", "Coding"),
    said("observation", "Coding"),
    said("strength", null),
    {
      ...said("observation", "Coding"),
      text: "The retry logic of the queue was explained, but late.",
    },
    { ...said("observation", "Coding"), text: "the retry logic of the queue was explained" },
    said("observation", "System design"),
  ];
  expect(claimsOf(all, "Ada Example")).toEqual([0, 1, 2, 3, 3, 0, 4, 3, 5]);
  const empty = { kind: "observation", topic: null, text: "It was very clear." };
  expect(claimsOf([empty, empty], "Ada Example")).toEqual([0, 1]);
  const ofOne = { ...empty, topic: "Coding" };
  expect(claimsOf([ofOne, ofOne], "Ada Example")).toEqual([0, 0]);
});

const strengths = (name: string, ...said: string[]): PanelForm =>
  formBy(name, [card([["Coding", 4, ""]]), ...said.map((words) => written("Strengths", words))]);
const draftOf = (...forms: PanelForm[]) => draftSynthesis(roundOf(...forms));
const voicesIn = (...forms: PanelForm[]) =>
  draftOf(...forms).quotes.map(({ form, claim, isOneVoice }) => [
    form.replace("feedback/", ""),
    claim,
    isOneVoice,
  ]);

it("marks each claim that rests on one writer, whatever else the panel writes of the same", () => {
  const ines = strengths(
    "Ines",
    "Her coding found the deadlock in the queue.",
    "Her coding covered the parser with tests.",
  );
  const jonas = strengths("Jonas", "In coding the queue's deadlock was found.");
  expect(voicesIn(ines, jonas)).toEqual([
    ["ines", "claim-1", false],
    ["jonas", "claim-1", false],
    ["ines", "claim-2", true],
  ]);
  // A person is one voice, however often they say it and in however many forms.
  const again = { ...ines, id: "feedback/again", interviewId: "interview-other" };
  expect(voicesIn(ines, again).map(([, , isOne]) => isOne)).toEqual([true, true, true, true]);
  const note = renderSynthesis(posted(draftOf(ines, jonas)));
  expect(note).toContain(
    "- “Her coding found the deadlock in the queue.” (Ines, Coding); “In coding the queue's deadlock was found.” (Jonas, Coding)\n",
  );
  expect(note).toContain("parser with tests.” (Ines, Coding); one voice");
});

it("quotes what others say too before what there is no room for", () => {
  const own = ["parser", "index", "cache", "socket", "schema", "driver", "router"].map(
    (thing) => `Explained the ${thing} of the exercise well.`,
  );
  const ines = strengths("Ines", ...own, "Found the deadlock in the queue.");
  const jonas = strengths("Jonas", "The queue's deadlock was found.");
  const { quotes } = draftOf(ines, jonas);
  expect(quotes.filter(({ form }) => form === ines.id)).toHaveLength(6);
  expect(quotes.filter(({ isOneVoice }) => !isOneVoice).map(({ text }) => text)).toEqual([
    "Found the deadlock in the queue.",
    "The queue's deadlock was found.",
  ]);
});

it("is found out when a claim is said to rest on other voices", () => {
  const forms = [strengths("Ines", "Found the deadlock in the queue."), strengths("Jonas")];
  const whole = posted(draftOf(...forms));
  const against = { forms, competencies: COMPETENCIES };
  expect(faultsOfSynthesis(whole, against)).toEqual([]);
  const otherwise = whole.quotes.map((one) => ({ ...one, isOneVoice: false }));
  expect(faultsOfSynthesis({ ...whole, quotes: otherwise }, against)).toEqual([
    "quote-1 rests on other voices",
  ]);
});
