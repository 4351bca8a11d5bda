/** A model's reading of a request: it can name an intent and copy pieces, and nothing else comes of it. */
import { describe, expect, test } from "vitest";
import { checked } from "../../../graphs/requests/understand.ts";
import { PROPOSING } from "../../../src/requests/understanding.ts";

const directory = {
  stages: ["Onsite"],
  cases: [
    {
      caseId: "ada",
      name: "Ada Lovelace",
      postingId: "be",
      postingTitle: "Backend Engineer",
      stageName: "Onsite",
    },
    {
      caseId: "zoe",
      name: "Zoë Müller",
      postingId: "pd",
      postingTitle: "Product Designer",
      stageName: "Onsite",
    },
  ],
  users: [{ userId: "grace", name: "Grace Hopper", email: "grace@example.com" }],
};
const shown = "oh dear, Ada has the flu, and Grace wonders about next week";
const asked = { text: shown, now: Temporal.Instant.from("2026-11-25T10:00:00Z"), zone: "UTC" };
const nothing = { request: shown, candidate: null, person: null, posting: null, when: null };
type Read = Parameters<typeof checked>[0];
const of = (read: Partial<Read>) =>
  checked({ ...nothing, intent: "none", ...read }, { shown, asked, directory });

describe("a reading", () => {
  test("of a candidate who is to go to another round is no other time", () => {
    const text = "bump Ada to the onsite";
    const read = { ...nothing, request: text, intent: "reschedule", candidate: "Ada" } as const;
    expect(checked(read, { shown: text, asked: { ...asked, text }, directory })).toBeNull();
    const bare = "bump Ada to Friday";
    expect(
      checked(
        { ...read, request: bare },
        { shown: bare, asked: { ...asked, text: bare }, directory },
      ),
    ).toMatchObject({ is: "asks" });
  });

  test("that only reads is taken", () => {
    expect(of({ intent: "status", candidate: "Ada" })).toMatchObject({
      is: "intent",
      intent: "status",
      slots: { caseId: "ada" },
    });
  });

  test("that would have something proposed is a question with one choice", () => {
    expect(of({ intent: "reschedule", candidate: "Ada", when: "next week" })).toEqual({
      is: "asks",
      asked: "did_you_mean",
      question: "Is that what you mean?",
      choices: [
        {
          label: "Reschedule Ada to next week",
          text: "Reschedule Ada to next week",
          caseId: "ada",
        },
      ],
    });
  });

  test("with more in a piece than a name is a question still", () => {
    expect(of({ intent: "cancel", candidate: "Ada has the flu, and Grace" })?.is).toBe("asks");
  });

  test.each([
    ["a name that the request has not", { intent: "cancel", candidate: "Zoë Müller" }],
    ["a time that it has not", { intent: "reschedule", candidate: "Ada", when: "tomorrow" }],
    ["a blank piece", { intent: "cancel", candidate: " " }],
    ["nothing", { intent: "none", candidate: "Ada" }],
    ["another's intent in its pieces", { intent: "status", candidate: "dear" }],
  ] satisfies [string, Partial<Read>][])("with %s has nothing proposed", (_, read) => {
    const found = of(read);
    const isAction = found?.is === "intent" && PROPOSING.has(found.intent);
    const offers = found?.is === "asks" ? found.choices : [];
    expect({ isAction, offers }).toEqual({ isAction: false, offers: [] });
  });
});
