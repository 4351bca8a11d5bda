/** Who may read what was written in a round: examples of each odd case, and over many worlds that nobody reads ahead. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StageId } from "../../../src/domain/ids.ts";
import type { Panel, SubmittedFeedback } from "../../../src/lever/port.ts";
import { roundAt } from "../../../src/feedback/round.ts";
import { type RoundFacts, isOfOpenRound, roundsFor } from "../../../src/feedback/reading.ts";
import {
  PEOPLE,
  anyFacts,
  anyWho,
  factsOf,
  form,
  hours,
  interview,
  owedBy,
  panel,
  person,
  user,
} from "../../support/feedback-worlds.ts";

/** What each reader gets of the form, and then whoever has no name. */
const readings = (facts: RoundFacts, one: SubmittedFeedback): string[] =>
  [...PEOPLE, null].map(
    (reader) => roundsFor(facts, reader === null ? null : user(reader))(one).reading,
  );

/** Ann at -5 h and Bob at -3 h, each with a form. */
const loop = panel("p1", {
  interviews: [
    interview("i1", hours(-5), { seats: [{ who: "ann" }] }),
    interview("i2", hours(-3), { seats: [{ who: "bob" }] }),
  ],
});
const anns = form("ann", { panelId: "p1", interviewId: "i1" });
const bobs = form("bob", { panelId: "p1", interviewId: "i2" });

describe("what somebody wrote in a round", () => {
  it("does not wait for an interview that was taken off its panel before it began", () => {
    const facts = (canceledAt: Temporal.Instant) =>
      factsOf({
        panels: [
          {
            ...loop,
            interviews: loop.interviews.map((each) =>
              each.id === "i2" ? { ...each, canceledAt } : each,
            ),
          },
        ],
        forms: [anns],
      });
    expect(readings(facts(hours(-4)), anns)[3]).toBe("allowed");
    expect(readings(facts(hours(-2)), anns)[3]).toBe("not_over");
  });

  it("waits for nobody of an interview that the candidate missed, and is no word of that one", () => {
    const first = panel("p0", {
      interviews: [interview("m1", hours(-50), { seats: [{ who: "ann" }, { who: "cleo" }] })],
    });
    const wrote = form("cleo", { panelId: "p0", interviewId: "m1" });
    const instead = { ...loop, createdAt: hours(-49) };
    const known = factsOf({ panels: [first, instead], forms: [anns, bobs, wrote] });
    expect(readings(known, bobs)).toEqual(["own_missing", "not_over", "allowed", "not_over"]);
    const owing = ({ seats }: ReturnType<typeof roundAt>) =>
      seats.filter(({ isOwed }) => isOwed).map(({ userId }) => userId);
    expect(owing(roundAt(known, "onsite"))).toEqual(["ann"]);
    const facts = { ...known, missed: [{ panelId: "p0", startsAt: hours(-50) }] };
    expect(readings(facts, bobs)).toEqual(["allowed", "allowed", "allowed", "allowed"]);
    const round = roundAt(facts, "onsite");
    expect(owing(round)).toEqual([]);
    expect(round.seats.map(({ interview: { id } }) => id)).toEqual(["i1", "i2"]);
    expect(round.forms).toEqual([anns, bobs]);
    expect(round.silent).toEqual([]);
  });

  it("shows whoever says that the candidate missed their interview no more than before", () => {
    const missed = [{ panelId: "p1", startsAt: hours(-5) }];
    const facts = factsOf({ panels: [loop], forms: [bobs], missed });
    // Cleo has nothing to say there, and is not kept waiting; whoever has no name may be Ann.
    expect(readings(facts, bobs)).toEqual(["own_missing", "allowed", "allowed", "not_over"]);
    expect(roundsFor(facts, user("cleo"))(bobs).isOver).toBe(false);
    const round = roundAt(facts, "onsite");
    expect([round.isOver, round.silent]).toEqual([true, [user("ann")]]);
    expect(readings({ ...facts, forms: [anns, bobs] }, bobs)).toEqual(
      Array.from({ length: 4 }, () => "allowed"),
    );
    const gone = { ...facts, users: [person("ann", true), person("bob"), person("cleo")] };
    expect(readings(gone, bobs)).toEqual(["own_missing", "allowed", "allowed", "allowed"]);
  });

  it("of an interview that was missed is nobody's to read", () => {
    const both = panel("p1", {
      interviews: [interview("i1", hours(-5), { seats: [{ who: "ann" }, { who: "bob" }] })],
    });
    const wrote = form("bob", { panelId: "p1", interviewId: "i1" });
    const missed = [{ panelId: "p1", startsAt: hours(-5) }];
    const facts = factsOf({ panels: [both], forms: [wrote], missed });
    expect(readings(facts, wrote)).toEqual(["own_missing", "not_over", "not_over", "not_over"]);
    expect(roundsFor(facts, user("cleo"))(wrote).isOver).toBe(false);
  });

  it("is read after a missed interview once the one that was booked instead is over, by its panel or others", () => {
    const missed = [{ panelId: "p1", startsAt: hours(-5) }];
    const made = (who: string, createdAt: Temporal.Instant | null) => ({
      ...panel("p2", {
        interviews: [interview("j1", hours(-2), { seats: [{ who }] })],
      }),
      createdAt,
    });
    const of = (other: Panel, ...forms: SubmittedFeedback[]) =>
      readings(factsOf({ panels: [loop, other], forms: [bobs, ...forms], missed }), bobs);
    const cleos = form("cleo", { panelId: "p2", interviewId: "j1" });
    expect(of(made("cleo", hours(-4)))[0]).toBe("own_missing");
    expect(of(made("cleo", hours(-4)), cleos)).toEqual(Array.from({ length: 4 }, () => "allowed"));
    const ofAnn = form("ann", { panelId: "p2", interviewId: "j1" });
    expect(of(made("ann", hours(-4)), ofAnn)[0]).toBe("allowed");
    // What was booked beside it, or nobody knows when, is none instead of it.
    for (const at of [hours(-6), null]) {
      expect(of(made("cleo", at), cleos)[0]).toBe("own_missing");
      expect(of(made("ann", at), ofAnn)[0]).toBe("own_missing");
    }
  });

  it("is read there by whoever has handed in, and elsewhere once everybody has", () => {
    const half = factsOf({ panels: [loop], forms: [anns] });
    expect(readings(half, anns)).toEqual(["allowed", "own_missing", "not_over", "not_over"]);
    const whole = factsOf({ panels: [loop], forms: [anns, bobs] });
    expect(readings(whole, anns)).toEqual(["allowed", "allowed", "allowed", "allowed"]);
    expect(roundsFor(whole, user("bob"))(anns)).toEqual({
      panelId: "p1",
      isOver: true,
      isReaders: true,
      reading: "allowed",
    });
    expect(roundsFor(whole, user("cleo"))(anns)).toMatchObject({ isReaders: false });
  });

  it("waits for the last interview to end, whoever has handed in before", () => {
    const later = { ...loop, interviews: [...loop.interviews] };
    later.interviews.push(
      interview("i3", hours(0), { seats: [{ who: "cleo", form: "no-feedback" }] }),
    );
    const facts = factsOf({ panels: [later], forms: [anns, bobs] });
    // Cleo has no form there: nothing to hand in, and nothing to read before it is over.
    expect(readings(facts, anns)).toEqual(["allowed", "allowed", "not_over", "not_over"]);
    expect(readings({ ...facts, now: hours(1) }, anns)[2]).toBe("allowed");
  });

  it("is read after each of one's interviews is handed in, not the first", () => {
    const twice = panel("p1", {
      interviews: [
        interview("i1", hours(-5), { seats: [{ who: "ann" }, { who: "bob" }] }),
        interview("i2", hours(5), { seats: [{ who: "ann" }] }),
      ],
    });
    const forms = [anns, form("bob", { panelId: "p1", interviewId: "i1" })];
    const facts = factsOf({ panels: [twice], forms });
    expect(readings(facts, anns).slice(0, 2)).toEqual(["own_missing", "allowed"]);
  });

  it("takes one of several forms for handed in, of whichever template", () => {
    const other = { ...bobs, id: "other", templateId: "another" };
    const facts = factsOf({ panels: [loop], forms: [anns, bobs, other] });
    expect(readings(facts, anns)).toEqual(["allowed", "allowed", "allowed", "allowed"]);
    expect(readings(factsOf({ panels: [loop], forms: [anns, other] }), anns)[1]).toBe("allowed");
  });

  it("does not wait for who was deactivated, and does for who is not known at all", () => {
    const facts = factsOf({ panels: [loop], forms: [anns] });
    const gone = [person("ann"), person("bob", true)];
    expect(readings({ ...facts, users: gone }, anns)).toEqual([
      "allowed",
      // Somebody who comes back reads it as anybody who has not handed in.
      "own_missing",
      "allowed",
      "allowed",
    ]);
    expect(readings({ ...facts, users: [] }, anns)[3]).toBe("not_over");
  });

  it("is not read by who came instead of its writer, but by the writer who left when it is over", () => {
    const changed = panel("p1", {
      interviews: [interview("i1", hours(-5), { seats: [{ who: "bob" }] })],
    });
    const facts = factsOf({ panels: [changed], forms: [anns] });
    expect(readings(facts, anns)).toEqual(["not_over", "own_missing", "not_over", "not_over"]);
  });

  it("stays what it was when its interview is no more in its panel", () => {
    const changed = panel("p1", {
      interviews: [interview("i9", hours(5), { seats: [{ who: "ann" }] })],
    });
    const facts = factsOf({ panels: [changed], forms: [anns] });
    // The new interview is another one: Ann has handed in nothing for it.
    expect(readings(facts, anns)).toEqual(["own_missing", "not_over", "not_over", "not_over"]);
  });

  it("counts in each panel of the same stage, and in none of another", () => {
    const again = panel("p2", {
      interviews: [interview("j1", hours(20), { seats: [{ who: "cleo" }] })],
    });
    const facts = factsOf({ panels: [loop, again], forms: [anns, bobs] });
    expect(readings(facts, anns)).toEqual(["not_over", "not_over", "own_missing", "not_over"]);
    const next = { ...again, stageId: StageId.parse("final") };
    expect(readings({ ...facts, panels: [loop, next] }, anns)).toEqual(
      Array.from({ length: 4 }, () => "allowed"),
    );
    const unknown = { ...again, stageId: null };
    expect(readings({ ...facts, panels: [loop, unknown] }, anns)[2]).toBe("own_missing");
  });

  it("of a cancelled panel waits for those who had begun, and for the panel made instead", () => {
    const cancelled = { ...loop, canceledAt: hours(-4) };
    const alone = factsOf({ panels: [cancelled], forms: [anns] });
    expect(readings(alone, anns)).toEqual(["allowed", "allowed", "allowed", "allowed"]);
    const none = factsOf({ panels: [cancelled], forms: [bobs] });
    expect(readings(none, bobs)).toEqual(["own_missing", "not_over", "not_over", "not_over"]);
    const instead = panel("p2", {
      interviews: [interview("j1", hours(20), { seats: [{ who: "bob" }] })],
    });
    const moved = factsOf({ panels: [cancelled, instead], forms: [anns] });
    expect(readings(moved, anns)).toEqual(["not_over", "own_missing", "not_over", "not_over"]);
  });

  it("of a panel that is gone may be of any that there is", () => {
    const lost = form("ann", { panelId: "gone", interviewId: "gone" });
    expect(readings(factsOf({ forms: [lost] }), lost)[3]).toBe("allowed");
    const facts = factsOf({ panels: [loop], forms: [lost, anns] });
    expect(readings(facts, lost)).toEqual(["allowed", "own_missing", "not_over", "not_over"]);
  });

  it("by hand is of an earlier time, unless there was a panel by then", () => {
    const early = form("ann", { completedAt: hours(-101) });
    const late = form("ann", { completedAt: hours(-99) });
    const changed = form("ann", { completedAt: hours(-101), updatedAt: hours(-2) });
    const facts = factsOf({ panels: [loop], forms: [early, late, changed] });
    expect(readings(facts, early)[1]).toBe("allowed");
    expect(roundsFor(facts, user("bob"))(early)).toMatchObject({ panelId: null, isOver: true });
    for (const one of [late, changed]) expect(readings(facts, one)[1]).toBe("own_missing");
    // It is nobody's own form of an interview.
    expect(readings(facts, late)[0]).toBe("own_missing");
    const undated = { ...loop, createdAt: null };
    expect(readings({ ...facts, panels: [undated] }, early)[1]).toBe("own_missing");
  });

  it("says whose round it is where it names the interview alone", () => {
    const half = form("ann", { interviewId: "i1" });
    const facts = factsOf({ panels: [loop], forms: [half] });
    expect(roundsFor(facts, user("ann"))(half)).toMatchObject({ panelId: "p1", isReaders: true });
    expect(readings(facts, half)[1]).toBe("own_missing");
  });
});

describe("words in a note", () => {
  const facts = factsOf({ panels: [loop], forms: [anns] });
  it("are of a round that is not over when an interviewer wrote them after it began", () => {
    const isOpen = (by: string | null, at: number, of = facts) =>
      isOfOpenRound({ by: by === null ? null : user(by), at: hours(at) }, of);
    expect([isOpen("ann", -1), isOpen("bob", -4), isOpen(null, -1)]).toEqual([true, true, true]);
    expect([isOpen("ann", -6), isOpen("cleo", -1)]).toEqual([false, false]);
    const over = { ...facts, forms: [anns, bobs] };
    expect([isOpen("ann", -1, over), isOpen(null, -1, over)]).toEqual([false, false]);
    const replaced = panel("p1", {
      interviews: [interview("i1", hours(-5), { seats: [{ who: "bob" }] })],
    });
    expect(isOpen("ann", -1, { ...facts, panels: [replaced] })).toBe(true);
    const missed = { ...facts, forms: [bobs], missed: [{ panelId: "p1", startsAt: hours(-5) }] };
    expect([isOpen("bob", -1, missed), isOpen("ann", -1, missed)]).toEqual([true, true]);
  });
});

const RUNS = { numRuns: 3_000 };

/** The same in which interviews were missed, and nobody knows what was booked since. */
const anyMissedFacts: fc.Arbitrary<RoundFacts> = anyFacts.chain((facts) => {
  const ended = facts.panels.flatMap(({ id, interviews }) =>
    interviews
      .filter(({ startsAt }) => Temporal.Instant.compare(startsAt, hours(-1)) <= 0)
      .map(({ startsAt }) => ({ panelId: id, startsAt })),
  );
  const panels = facts.panels.map((each) => ({ ...each, createdAt: null }));
  return fc.subarray(ended).map((missed) => ({ ...facts, panels, missed }));
});

const isNaming = (one: SubmittedFeedback, { id, interviews }: Panel): boolean =>
  id === one.panelId || interviews.some((each) => each.id === one.interviewId);

/** Panels that the form is of, or may be: it names them, they are of the same stage, or what it names is gone. */
const possible = (one: SubmittedFeedback, { panels }: RoundFacts): Panel[] => {
  const named = panels.filter((each) => isNaming(one, each));
  const isLost = named.length === 0 && (one.panelId !== null || one.interviewId !== null);
  return panels.filter(
    ({ stageId }) =>
      isLost ||
      named.some((each) => each.stageId === stageId || (each.stageId ?? stageId) === null),
  );
};

describe("in no world", () => {
  it("does saying that a candidate did not come show anything to whoever owes a form, or has no name", () => {
    let changed = 0;
    fc.assert(
      fc.property(anyMissedFacts, anyWho, (facts, who) => {
        const before = { ...facts, missed: [] };
        const owing = facts.panels.filter((each) => owedBy(who, each, facts).length > 0);
        for (const reader of [user(who), null]) {
          const [then, now] = [roundsFor(before, reader), roundsFor(facts, reader)];
          const shown = facts.forms.filter(
            (one) =>
              now(one).reading === "allowed" &&
              then(one).reading !== "allowed" &&
              (reader === null || possible(one, facts).some((each) => owing.includes(each))),
          );
          expect(shown).toEqual([]);
          if (facts.forms.some((one) => now(one).reading !== then(one).reading)) changed += 1;
        }
      }),
      { numRuns: 1_000 },
    );
    expect(changed).toBeGreaterThan(20);
  });

  it("does anybody read a word of a round in which they have something to hand in", () => {
    const seen = { allowed: 0, own_missing: 0, not_over: 0 };
    fc.assert(
      fc.property(anyFacts, anyWho, (facts, who) => {
        const roundOf = roundsFor(facts, user(who));
        const read = facts.forms.filter((one) => roundOf(one).reading === "allowed");
        for (const one of facts.forms) seen[roundOf(one).reading] += 1;
        const owing = facts.panels.filter((each) => owedBy(who, each, facts).length > 0);
        const ahead = read.filter((one) =>
          owing.some((each) => isNaming(one, each) || possible(one, facts).includes(each)),
        );
        expect(ahead).toEqual([]);
      }),
      RUNS,
    );
    // Each answer was given often enough to mean something.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(500);
  });

  it("is what is over kept from an active person, or anything else given to nobody in particular", () => {
    fc.assert(
      fc.property(anyFacts, anyWho, (facts, who) => {
        const isActive = facts.users.some(({ id, deactivated }) => id === who && !deactivated);
        const [forAll, forOne] = [roundsFor(facts, null), roundsFor(facts, user(who))];
        const wrong = facts.forms.filter((one) => {
          const [all, found] = [forAll(one), forOne(one)];
          const isKept = all.isOver && isActive && found.reading !== "allowed";
          const isGiven = found.reading === "allowed" && !found.isOver && !found.isReaders;
          const isTold = (all.reading === "allowed") !== all.isOver || all.isReaders;
          return isKept || isGiven || isTold || all.isOver !== found.isOver;
        });
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });
});
