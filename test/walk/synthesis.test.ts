/** The synthesis of a round's feedback: off until it is switched on, decided by a person, left as a note once, made anew when
 * more is in. */
import { afterEach, expect, it } from "vitest";
import { SYNTHESIS_OFF } from "../../src/cases/synthesis.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import { openApi, problemOf } from "../support/api.ts";
import { bookedScreen, until } from "../support/briefs-walk.ts";
import { describeOneDatabase } from "../support/database.ts";
import { advance } from "../support/nothing-fits.ts";
import {
  handIn,
  owingOf,
  setEvaluative,
  synthesesOf,
  synthesised,
  synthesisOf,
  untilSynthesised,
} from "../support/panel-walk.ts";
import { type Walk, startWalk } from "../support/walk.ts";

const HEAD = /^(?:Partial s|S)ynthesis of feedback: /;
const SCORES: [number, string][] = [
  [4, ""],
  [3, ""],
];
const SCORES_OF_OTHERS: [number, string][] = [[2, ""]];
const SEEN = "The candidate explained the cache clearly. The load test was unclear.";

describeOneDatabase("postgres", "the synthesis of a round", (open) => {
  let walk: Walk;
  afterEach(async () => await walk.close());

  it("is made of what is in when somebody asks, and by itself when all is", async () => {
    walk = await startWalk(open);
    const booked = await bookedScreen(walk);
    const path = `/api/cases/${booked.caseId}/synthesis`;
    const off = await walk.api.send("POST", path);
    expect(problemOf(off)).toMatchObject({ status: 409, detail: SYNTHESIS_OFF });
    await setEvaluative(walk, "on");
    await until(walk, booked, 0);
    await advance(walk, 2);

    const without = await synthesised(walk, booked, ({ problem }) => problem !== null);
    expect(without.problem).toMatchObject({
      code: "synthesis_not_posted",
      message: expect.stringContaining("Nobody of the panel has handed in"),
    });

    const [first, ...others] = await owingOf(walk, booked);
    if (!first || others.length === 0) throw new Error("the screen has too few people");
    await handIn(walk, booked, {
      owing: first,
      rating: "4 - Strong Hire",
      words: SEEN,
      scores: SCORES,
    });
    const partly = await synthesised(
      walk,
      booked,
      (case_) => synthesesOf(case_)[0]?.status === "waiting",
    );
    const [partial] = synthesesOf(partly);
    expect(partial).toMatchObject({ class: "evaluative", audience: "internal", risk: "high" });
    const { payload } = await synthesisOf(walk, partial?.id ?? "");
    expect(payload).toMatchObject({
      overall: [{ given: "4 - Strong Hire", on: { place: 4, of: 4 } }],
    });
    expect(payload.missing).toHaveLength(others.length);
    expect(payload.quotes.map(({ kind, text }) => [kind, text])).toEqual([
      ["strength", "The candidate explained the cache clearly."],
      ["concern", "The load test was unclear."],
    ]);
    // Who has still to hand in is shown nothing of it.
    const token = await createToken(
      {
        name: payload.missing[0]?.name ?? "",
        role: "recruiter",
        kind: "token",
        validFor: Temporal.Duration.from({ hours: 1 }),
      },
      walk.running.deps,
    );
    const refused = await openApi(walk.url, token).send("GET", `/api/proposals/${partial?.id}`);
    expect(problemOf(refused)).toMatchObject({ status: 403 });

    for (const owing of others) {
      await handIn(walk, booked, {
        owing,
        rating: "2 - No Hire",
        words: "",
        scores: SCORES_OF_OTHERS,
      });
    }
    // Nobody asks: that the last form is in is seen at the next look.
    await advance(walk, 1);
    const whole = await untilSynthesised(walk, booked, (case_) => {
      const statuses = synthesesOf(case_).map(({ status }) => status);
      return statuses.toSorted().join() === "superseded,waiting";
    });
    const newest = synthesesOf(whole).find(({ status }) => status === "waiting");
    expect(newest?.id).not.toBe(partial?.id);
    expect(newest?.risk).toBe("medium");
    await walk.api.setMode("managed");
    await walk.api.approve({ id: newest?.id ?? "", digest: newest?.digest ?? "" });
    const notes = async () =>
      (await walk.eyes.notes(booked.payload.opportunityId)).filter((text) => HEAD.test(text));
    await untilSynthesised(walk, booked, (case_) =>
      synthesesOf(case_).some(({ status }) => status === "done"),
    );
    expect(await notes()).toHaveLength(1);
    const shown = await synthesisOf(walk, newest?.id ?? "");
    expect((await notes())[0]?.startsWith(shown.rendered.note)).toBe(true);
    expect(shown.payload.missing).toEqual([]);
    expect(
      shown.payload.topics.map(({ name, view, voices }) => [
        name,
        view,
        ...voices.map(({ place, of }) => `${place} of ${of}`),
      ]),
    ).toEqual([
      ["Writing software", "differ", ...others.map(() => "2 of 4"), "4 of 4"],
      ["Communication", "one_voice", "3 of 4"],
    ]);
    expect(shown.effects).toMatchObject([{ kind: "synthesis_note", status: "done" }]);

    // The same again is nothing new; what a run keeps holds no word of the forms.
    const again = await synthesised(walk, booked, ({ runs }) =>
      runs.some(({ outcome }) => outcome === "The synthesis is as it was left in Lever."),
    );
    expect(synthesesOf(again)).toHaveLength(2);
    expect(again).toMatchObject({ status: "booked", problem: null });
    for (const { id } of again.runs) {
      const kept = JSON.stringify(await walk.api.run(id));
      for (const words of ["cache clearly", "load test", "recommendations"])
        expect(kept).not.toContain(words);
    }
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });
});
