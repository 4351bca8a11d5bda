import { describe, expect, it, test } from "vitest";
import { draftBrief } from "../../../agents/briefing/draft.ts";
import { BRIEFING_PROMPT } from "../../../agents/briefing/prompt.ts";
import { BriefWording, faultsOf, putWording, wordingOf } from "../../../agents/briefing/wording.ts";
import { measureSupport } from "../../../evals/scorers/brief-support.ts";
import { plainMaterial } from "../../support/briefing.ts";

const material = plainMaterial();
const { brief } = draftBrief(material);
const drafted = wordingOf(brief, material);

const worded = (id: string, change: (text: string) => string): BriefWording => ({
  sentences: drafted.sentences.map((one) => (one.id === id ? { id, text: change(one.text) } : one)),
});

describe("a wording", () => {
  it("has our own sentences and how to ask, and nothing that is quoted from people", () => {
    expect(BriefWording.parse(drafted).sentences.map(({ id }) => id)).toEqual([
      "highlight-1",
      "highlight-2",
      "probe-1",
      "ask-1",
    ]);
  });

  it("that changes nothing gives the same brief", () => {
    expect(faultsOf(drafted, brief, material)).toEqual([]);
    expect(putWording(brief, drafted, material)).toEqual({ brief, refused: [] });
  });

  it("that is better is taken, and the brief stays supported", () => {
    const better = worded(
      "probe-1",
      () => "A must: “Kafka or another event log”, not found in the resume.",
    );
    const { brief: put, refused } = putWording(brief, better, material);
    // The order of what counts is another: it is refused, and the draft stands.
    expect([put.probe, refused]).toEqual([brief.probe, ["probe-1"]]);
    const good = worded(
      "ask-1",
      () => "“Kafka or another event log”: what is your experience with it?",
    );
    const taken = putWording(brief, good, material);
    expect(taken.refused).toEqual([]);
    expect(taken.brief.probe[0]?.ask).toBe(
      "“Kafka or another event log”: what is your experience with it?",
    );
    expect(measureSupport(taken.brief, material).faults).toEqual([]);
    expect(taken.brief.leftOut).toEqual([]);
  });

  const refused: [string, string, (text: string) => string][] = [
    ["adds a fact", "highlight-1", (text) => `${text} Ada led it.`],
    ["praises", "highlight-1", (text) => `Excellent: ${text}`],
    ["changes a number", "highlight-1", (text) => text.replace("7 years", "17 years")],
    [
      "leaves a number out",
      "highlight-1",
      (text) => text.replace(", in a job of 7 years 9 months", ""),
    ],
    ["changes a quotation", "highlight-1", (text) => text.replace("forty", "four")],
    ["says found for not found", "probe-1", (text) => text.replace("not found", "found")],
    ["makes a must of a plus", "highlight-2", (text) => text.replace("A plus", "A must")],
    ["adds a link", "ask-1", (text) => `${text} See https://evil.example.`],
    ["adds markup", "ask-1", (text) => `<b>${text}</b>`],
    ["asks what must not be asked", "ask-1", (text) => `${text} How old are you?`],
    ["is empty", "ask-1", () => " "],
    ["is too long", "ask-1", (text) => `${text} ${"and ".repeat(70)}`],
  ];
  test.each(refused)("that %s is refused, and the drafted sentence stands", (_, id, change) => {
    const put = putWording(brief, worded(id, change), material);
    expect(put.refused).toEqual([id]);
    expect({ ...put.brief, leftOut: [] }).toEqual(brief);
    expect(put.brief.leftOut).toEqual([
      "A model's wording of one sentence did not pass the checks; code's own words stand there.",
    ]);
  });

  const whole: [string, BriefWording, string][] = [
    ["missing", { sentences: drafted.sentences.slice(1) }, "highlight-1 is missing"],
    [
      "twice",
      { sentences: [...drafted.sentences, ...drafted.sentences.slice(0, 1)] },
      "highlight-1 comes twice",
    ],
    [
      "unknown",
      { sentences: [...drafted.sentences, { id: "evil-1", text: "x" }] },
      "a sentence is not one of the brief's",
    ],
  ];
  test.each(whole)("with a sentence %s is refused as a whole", (_, wording, fault) => {
    expect(faultsOf(wording, brief, material)).toContain(fault);
    expect(() => putWording(brief, wording, material)).toThrow(fault);
  });

  it("never shows a model the candidate's name", () => {
    const named = plainMaterial({
      resumes: [
        "Ada Example\n\nWork experience\nEngineer, Ada Example Consulting\tMarch 2019 – present\n- Ada moved forty services to Kubernetes\n- Kept the clusters of Kubernetes small",
      ],
    });
    const texts = JSON.stringify(wordingOf(draftBrief(named).brief, named));
    expect(texts).toContain("Kubernetes");
    expect(texts).not.toMatch(/Ada|Example/);
  });
});

it("the prompt has a version and asks for what the checks ask for", () => {
  expect(BRIEFING_PROMPT.version).toMatch(/^briefing-wording\/\d+$/);
  expect(BRIEFING_PROMPT.system).toContain(
    "Whatever stands between “ and ” stays exactly as it is",
  );
});
