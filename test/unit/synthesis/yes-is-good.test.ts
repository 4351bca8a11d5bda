/** A yes is a score only where the whole question is known as one to which yes is the better answer. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf } from "../../../src/synthesis/figures.ts";
import { asksForFaults, isYesGood } from "../../../src/synthesis/yes-is-good.ts";
import { COMPETENCIES, chosen, formBy } from "../../support/panel-forms.ts";

const GOOD = [
  "Did the candidate demonstrate coding?",
  "Does she show strong collaboration skills?",
  "Did he clearly explain the system design?",
  "Can they solve the coding exercise independently?",
  "Is the candidate able to explain system design?",
  "Is she ready for coding in this role?",
  "Was he comfortable with system design?",
  "Is the candidate strong in collaboration?",
  "Did the candidate meet our expectations for coding?",
  "Does the coding meet the bar?",
  "Was the coding at the level we need?",
  "Would you hire her for coding?",
  "Would you like to work with the candidate on system design?",
  "Would you recommend them for system_design work?",
  "Collaboration as we need it?",
];

const NOT_KNOWN = [
  "Any red flags in collaboration?",
  "Did the candidate struggle with coding?",
  "Is coding a blocker?",
  "Was the coding below the level?",
  "Does she need coaching in coding?",
  "Did you have to help with system design?",
  "Would poor collaboration block an offer?",
  "Coding concerns?",
  "Did you have to explain coding to the candidate?",
  "Did the candidate show arrogance in collaboration?",
  "Did he show coding that was hard to read?",
  "Was the coding too slow?",
  "Was the coding good in spite of hints?",
  "Would you recommend coaching in coding?",
  "Would you hire her despite her coding?",
  "Would you recommend her for coding practice?",
  "Is she strong in coding or collaboration?",
  "Is she stronger in coding than others?",
  "Isn't she strong in coding?",
  "Is she only strong in coding?",
  "Does anyone else have to ask about coding?",
  "Did we cover coding?",
  "Coding?",
];

const read = (question: string, answer = "Yes") =>
  figuresOf([formBy("Ines", [chosen("yes-no", question, [answer])])], COMPETENCIES);

describe("a yes", () => {
  it.each(GOOD)("is the better answer to %s", (question) => {
    expect(isYesGood(question, COMPETENCIES)).toBe(true);
    expect(read(question).topics).toMatchObject([{ voices: [{ given: "Yes", level: 1 }] }]);
    expect(read(question, "No").topics).toMatchObject([{ voices: [{ given: "No", level: 0 }] }]);
  });

  it.each(NOT_KNOWN)("is no score for %s, and that is said with the answer", (question) => {
    const { topics, notes } = read(question);
    expect(topics).toEqual([]);
    expect(notes[0]).toContain(
      `Whether “yes” is the better answer to “${question}” cannot be told: “Yes” is shown`,
    );
  });

  it("is no score once any word is put into a known question that is not of its wording", () => {
    const words = fc.constantFrom(
      ..."not never barely too less more only hardly without poor weak below fail need help hints concerns risk gaps struggle but despite slow wrong".split(
        " ",
      ),
    );
    const cases = fc.tuple(fc.constantFrom(...GOOD), words, fc.nat());
    fc.assert(
      fc.property(cases, ([question, word, place]) => {
        const all = question.split(" ");
        const at = 1 + (place % (all.length - 1));
        const other = [...all.slice(0, at), word, ...all.slice(at)].join(" ");
        expect(isYesGood(other, COMPETENCIES)).toBe(false);
      }),
    );
  });

  it("is asked of a fault by words for one, and not by work on faults or a competency's name", () => {
    const all = [{ id: "risk", name: "Risk" }];
    const of = (label: string) => asksForFaults(label, all);
    expect(["Problem solving", "Error handling", "Solving hard problems", "Risk"].map(of)).toEqual(
      Array(4).fill(false),
    );
    expect(["Gaps in coding", "Needs help", "Red flags", "Weaknesses"].map(of)).toEqual(
      Array(4).fill(true),
    );
  });
});
