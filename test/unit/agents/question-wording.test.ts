/** What a model's wording of a question may be, and what it may never bring in. */
import { describe, expect, it, test } from "vitest";
import type { DraftedQuestions } from "../../../agents/questions/draft.ts";
import { faultOfWording } from "../../../agents/questions/verify.ts";
import { faultsOf, putWording, wordingOf } from "../../../agents/questions/wording.ts";
import type { NotedQuestion } from "../../../src/domain/question-note.ts";

const DRAFTED = {
  text: "Tell me about a service that you changed while people were using it. How did you keep it running?",
  followUps: ["What did you measure?", "Who was told before, and how?"],
};
const GROUNDS = {
  posting: {
    title: "Senior Backend Engineer",
    text: "You own our billing service, written in Go, for 4000 shops. You plan changes with Kubernetes.",
  },
  candidateName: "Grace Okafor-Lind",
};
const faultOf = (text: string, followUps: string[] = DRAFTED.followUps) =>
  faultOfWording({ text, followUps }, DRAFTED, GROUNDS);

describe("a wording of a question", () => {
  test.each([
    DRAFTED.text,
    "Tell me about a billing service that you changed while people were using it. How did you keep it running?",
    "Tell me about a service for billing that you changed while shops were using it. How did you keep it running?",
    "Describe a service with Kubernetes that you changed while people were using it. How did you keep it running?",
  ])("may name the work as the posting does: %s", (text) => {
    expect(faultOf(text)).toBeNull();
  });

  test.each([
    [
      "a name",
      "Tell me about a service that you changed while Mercury people were using it. How did you keep it running?",
    ],
    [
      "the candidate's name",
      "Grace, tell me about a service that you changed while people were using it. How did you keep it running?",
    ],
    [
      "a number",
      "Tell me about a service that you changed while 900 people were using it. How did you keep it running?",
    ],
    [
      "a link",
      "Tell me about a service that you changed while people were using it, see https://evil.example. How did you keep it running?",
    ],
    [
      "an address",
      "Tell me about a service that you changed while @people were using it. How did you keep it running?",
    ],
    [
      "a fact about the company",
      "Tell me about a service that you changed while people were using it, since we doubled our revenue. How did you keep it running?",
    ],
    [
      "a fact about the candidate",
      "Tell me about the bank service that you changed while people were using it. How did you keep it running?",
    ],
    ["another question", "Tell me about a plan for Kubernetes that you own. How did you go?"],
    [
      "its contrary",
      "Tell me about a service that you never changed while people were using it. How did you keep it running?",
    ],
    ["a statement", "Tell me about a service that you changed while people were using it."],
    [
      "markup",
      "Tell me about a **service** that you changed while people were using it. How did you keep it running?",
    ],
    [
      "two lines",
      "Tell me about a service that you changed while people were using it.\nHow did you keep it running?",
    ],
    ["nothing", " "],
  ])("never brings in %s", (_, text) => {
    expect(faultOf(text)).not.toBeNull();
  });

  it("never asks what must not be asked, even in the posting's own words", () => {
    const asked = { text: "What do you need from others in this work?", followUps: [] };
    const posting = { title: "Nurse", text: "Ask what children they need from others." };
    const worded = { text: "What do your children need from others in this work?", followUps: [] };
    expect(faultOfWording(worded, asked, { ...GROUNDS, posting })).toBe(
      "something that should not be asked",
    );
  });

  it("keeps the number of follow-ups, and asks nothing twice", () => {
    expect(faultOf(DRAFTED.text, DRAFTED.followUps.slice(1))).toBe("another number of follow-ups");
    expect(
      faultOf(DRAFTED.text, ["What did you measure?", "What did you measure?"]),
    ).not.toBeNull();
    expect(
      faultOf(DRAFTED.text, ["What did you measure in Go?", "Who was told before, and how?"]),
    ).toBe(null);
  });
});

const question = (id: string, changes: Partial<NotedQuestion> = {}): NotedQuestion => ({
  id,
  competency: "Operations",
  ...DRAFTED,
  minutes: 10,
  shows: [{ label: "Weak", shows: "Names nothing." }],
  why: "The posting asks for it.",
  wordedBy: "bank",
  ...changes,
});

const draft = (): DraftedQuestions => ({
  ...GROUNDS,
  refused: [],
  sessions: [
    {
      sessionId: "talk",
      name: "Talk",
      minutes: { whole: 60, opening: 5, questions: 30, candidate: 10, spare: 15 },
      competencies: ["Operations"],
      questions: [question("a-01"), question("a-02"), question("a-03", { wordedBy: "person" })],
    },
  ],
});

describe("a wording of a set", () => {
  it("is taken question by question; what fails keeps the drafted words, and it is said", () => {
    const good = DRAFTED.text.replace("a service", "a billing service");
    const worded = putWording(draft(), {
      questions: [
        { id: "a-01", text: good, followUps: DRAFTED.followUps },
        { id: "a-02", text: "How old are you?", followUps: DRAFTED.followUps },
      ],
    });
    const [first, second, third] = worded.sessions[0]?.questions ?? [];
    expect(first).toEqual(question("a-01", { text: good, wordedBy: "model" }));
    expect(second).toEqual(question("a-02"));
    expect(third).toEqual(question("a-03", { wordedBy: "person" }));
    expect(worded.refused).toEqual(["a-02"]);
  });

  it("never touches what a person has written, nor shows it to a model", () => {
    expect(wordingOf(draft()).questions.map(({ id }) => id)).toEqual(["a-01", "a-02"]);
    const asked = { id: "a-03", text: DRAFTED.text, followUps: [...DRAFTED.followUps] };
    expect(faultsOf({ questions: [...wordingOf(draft()).questions, asked] }, draft())).toEqual([
      "a question is not one of the set's",
    ]);
    expect(JSON.stringify(wordingOf(draft()))).not.toContain("Grace");
  });

  it("is refused whole when a question is missing or comes twice", () => {
    const [one, two] = wordingOf(draft()).questions;
    if (!one || !two) throw new Error("two questions are drafted");
    expect(faultsOf({ questions: [one] }, draft())).toEqual(["a-02 is missing"]);
    expect(faultsOf({ questions: [one, two, one] }, draft())).toEqual(["a-01 comes twice"]);
    expect(faultsOf({ questions: [two, one] }, draft())).toEqual([]);
  });
});
