import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StageRule } from "../../../src/domain/plan.ts";
import { findStage, nextStageFault, unknownStage } from "../../../src/domain/stage-move.ts";
import { type RuledRound, judgeStageRule } from "../../../src/synthesis/stage-rule.ts";
import { LEVER_SCALE, card, chosen, formBy, overall } from "../../support/panel-forms.ts";

const RULE: StageRule = {
  when: "all_forms_in",
  scores: [{ field: "Rating", atLeast: 3 }],
  moveTo: "Onsite",
};
const CODING: StageRule = { ...RULE, scores: [{ field: "coding ", atLeast: 3 }] };
const judge = (forms: RuledRound["forms"], rule = RULE, change: Partial<RuledRound> = {}) =>
  judgeStageRule(rule, { forms, missing: [], hasEnded: true, ...change });

describe("a rule for a stage", () => {
  it("holds when each form gives what it asks for, with the forms' own figures, the lowest first", () => {
    const forms = [
      formBy("Ann", [overall("4 - Strong Hire")]),
      formBy("Bob", [overall("3 - Hire")]),
    ];
    expect(judge(forms)).toEqual({
      holds: true,
      reasons: [],
      scores: [
        {
          field: "Rating",
          atLeast: 3,
          of: 4,
          given: [
            { form: "feedback/bob", given: "3 - Hire", place: 3 },
            { form: "feedback/ann", given: "4 - Strong Hire", place: 4 },
          ],
        },
      ],
    });
  });

  it("never holds by what nobody is judged by, whatever the forms give", () => {
    const by = (field: string) => ({ ...RULE, scores: [{ field, atLeast: 1 }] });
    const form = formBy("Ann", [
      card([
        ["Age", 4],
        ["Code health", 4],
      ]),
    ]);
    expect(judge([form], by("Age"))).toEqual({
      holds: false,
      reasons: ["The rule asks for “Age”, which nobody is judged by: have it changed in the plan."],
      scores: [],
    });
    expect(judge([form], by("Code health")).holds).toBe(true);
  });

  it("takes a row of a scorecard by its name, whatever its case", () => {
    expect(judge([formBy("Ann", [card([["Coding", 3]])])], CODING).holds).toBe(true);
    expect(judge([formBy("Ann", [card([["Coding", 2]])])], CODING)).toMatchObject({
      holds: false,
      reasons: ["The form of Ann gives “coding ” 2 of 4; the rule asks for 3 at least."],
    });
  });

  it.each([
    ["no form by that name", [formBy("Ann", [card([["Coding depth", 4]])])], "gives no rating for"],
    [
      "a row that is left empty",
      [formBy("Ann", [card([["Coding", null]])])],
      "gives no rating for",
    ],
    [
      "two rows of one name",
      [
        formBy("Ann", [
          card([
            ["Coding", 4],
            ["Coding", 1],
          ]),
        ]),
      ],
      "gives more than one rating for",
    ],
    [
      "one form without it",
      [formBy("Ann", [card([["Coding", 4]])]), formBy("Bob", [card([["Design", 4]])])],
      "The form of Bob gives no rating for",
    ],
    [
      "another scale",
      [
        formBy("Ann", [
          chosen("dropdown", "Coding", [
            "5 - Great",
            ["1 - Poor", "2 - Weak", "3 - Fair", "4 - Good", "5 - Great"],
          ]),
        ]),
      ],
      "has a scale of 5 instead of 4 for",
    ],
    [
      "a scale that begins at nothing",
      [
        formBy("Ann", [
          chosen("dropdown", "Coding", [
            "3 - Great",
            ["0 - Poor", "1 - Weak", "2 - Fair", "3 - Great"],
          ]),
        ]),
      ],
      "has a scale that does not count from 1 upwards for",
    ],
    [
      "scales that are worded differently",
      [
        formBy("Ann", [card([["Coding", 4]])]),
        formBy("Bob", [
          chosen("dropdown", "Coding", [
            "4 - Great",
            ["1 - Poor", "2 - Weak", "3 - Fair", "4 - Great"],
          ]),
        ]),
      ],
      "on scales that are worded differently",
    ],
  ])("does not hold with %s, and says why", (_, forms, reason) => {
    const judged = judge(forms, CODING);
    expect(judged).toMatchObject({ holds: false, scores: [] });
    expect(judged.reasons.join(" ")).toContain(reason);
  });

  it("does not hold when its scale has no known direction", () => {
    const answer = overall("Maybe", ["Maybe", "Perhaps", "Possibly", "Yes"]);
    expect(judge([formBy("Ann", [answer])]).reasons).toEqual([
      "The form of Ann has a scale whose better end cannot be told for “Rating”.",
    ]);
  });

  it.each([
    [["0 - Not observed", "1 - Below", "2 - Meets", "3 - Exceeds"], 0, "gives no rating for"],
    [["1 - Best", "2 - Good", "3 - Middle", "4 - Worst"], 3, "say the contrary"],
    [["1 - Top", "2 - Average", "3 - Fair", "4 - Low"], 3, "say the contrary"],
    [["1 (high)", "2", "3", "4 (low)"], 3, "say the contrary"],
    [["1 - Sehr gut", "2 - Gut", "3 - Befriedigend", "4 - Mangelhaft"], 3, "cannot be told"],
    [["1 - None", "2 - Some", "3 - Much", "4 - Most"], 3, "cannot be told"],
  ])("never holds on %j", (options, at, reason) => {
    for (const answer of [
      overall(options[at] ?? "", options),
      chosen("dropdown", "Rating", [options[at] ?? "", options]),
    ]) {
      if (answer.kind === "dropdown" && options.includes("2")) continue;
      const judged = judge([formBy("Ann", [answer])], {
        ...RULE,
        scores: [{ field: "Rating", atLeast: 1 }],
      });
      expect(judged).toMatchObject({ holds: false, scores: [] });
      expect(judged.reasons.join(" ")).toContain(reason);
    }
  });

  it("never holds on a row that asks for what went wrong", () => {
    const rule = { ...RULE, scores: [{ field: "Coding concerns", atLeast: 3 }] };
    expect(judge([formBy("Ann", [card([["Coding concerns", 4]])])], rule).reasons).toEqual([
      "The form of Ann has a scale whose better end cannot be told for “Coding concerns”.",
    ]);
  });

  it("holds by ratings beside an option with which nobody rates, and not by that option", () => {
    const options = ["N/A", ...LEVER_SCALE];
    expect(judge([formBy("Ann", [overall("3 - Hire", options)])]).holds).toBe(true);
    expect(judge([formBy("Ann", [overall("N/A", options)])]).reasons).toEqual([
      "The form of Ann gives no rating for “Rating”.",
    ]);
  });

  it("says nothing of what others think while a form is missing, or an interview is to come", () => {
    const forms = [formBy("Ann", [overall("1 - Strong No Hire")])];
    const missing = [{ name: "Bob", session: "Coding" }];
    expect(judge(forms, RULE, { missing })).toEqual({
      holds: false,
      reasons: ["The form of Bob is still to be handed in."],
      scores: [],
    });
    expect(judge(forms, RULE, { hasEnded: false }).reasons).toEqual([
      "An interview of this round is still to come, or has not ended.",
    ]);
    expect(judge([]).reasons).toEqual(["Nobody has handed in a form."]);
  });

  it("says of whoever has several forms which one it means", () => {
    const forms = [
      formBy("Ann", [overall("4 - Strong Hire")]),
      formBy("Ann", [overall("2 - No Hire")], { id: "f2", interviewId: "i2", session: "Design" }),
    ];
    expect(judge(forms).reasons).toEqual([
      "The form of Ann for Design gives “Rating” 2 of 4; the rule asks for 3 at least.",
    ]);
  });

  it("goes by the newest of one person's forms for one interview", () => {
    const before = formBy("Ann", [overall("4 - Strong Hire")]);
    const after = formBy("Ann", [overall("2 - No Hire")], {
      id: "feedback/ann-again",
      at: "2026-11-20T11:00:00Z",
    });
    expect(judge([before, after]).holds).toBe(false);
    expect(judge([{ ...before, at: "2026-11-20T12:00:00Z" }, after]).holds).toBe(true);
  });

  it("holds exactly when the lowest rating will do", () => {
    const places = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 4 }), (given, atLeast) => {
        const forms = given.map((place, index) =>
          formBy(`P${index}`, [overall(LEVER_SCALE[4 - place] ?? "")]),
        );
        const rule = { ...RULE, scores: [{ field: "Rating", atLeast }] };
        const { holds, scores } = judge(forms, rule);
        expect(holds).toBe(Math.min(...given) >= atLeast);
        const sorted = given.toSorted((one, other) => one - other);
        expect(scores[0]?.given.map(({ place }) => place)).toEqual(holds ? sorted : undefined);
      }),
    );
  });
});

describe("the stage that a rule names", () => {
  const STAGES = [
    { id: "s1", text: "Phone Screen" },
    { id: "s2", text: "Onsite" },
    { id: "s3", text: "Talk" },
    { id: "s4", text: "talk" },
  ];

  it("is found by its id, or by a name that one alone has", () => {
    expect(findStage("s3", STAGES)?.id).toBe("s3");
    expect(findStage(" onsite", STAGES)?.id).toBe("s2");
    expect(findStage("Talk", STAGES)).toBeNull();
    expect(findStage("Hired", STAGES)).toBeNull();
    expect(unknownStage(" onsite", STAGES)).toBeNull();
    expect(unknownStage("Hired", STAGES)).toMatch(
      /^Lever has no stage “Hired”\. It has Phone Screen, Onsite, /,
    );
    expect(unknownStage("Talk", STAGES)).toMatch(
      /2 stages called “Talk”: .* its id, s\d or s\d\.$/,
    );
  });

  it("is never one before, the same, or one that is not in the pipeline", () => {
    const fault = (from: string, to: string) => nextStageFault({ from, to }, STAGES);
    expect(fault("s1", "s2")).toBeNull();
    expect(fault("s2", "s1")).toMatch("Phone Screen does not come after");
    expect(fault("s2", "s2")).toMatch("does not come after");
    expect(fault("s1", "gone")).toMatch("no such stage");
    expect(fault("gone", "s2")).toMatch("does not list");
  });
});
