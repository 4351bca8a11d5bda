import { describe, expect, it } from "vitest";
import { type RouteFacts, routeEvent } from "../../../graphs/routes.ts";

const FACTS: RouteFacts = {
  exists: true,
  archived: false,
  hasPlan: true,
  standing: "nothing",
  outdated: false,
};
const route = (kind: string, change: Partial<RouteFacts> = {}) =>
  routeEvent({ source: "lever", kind, facts: { ...FACTS, ...change } });

const STARTS = [
  "candidateStageChange",
  "stage_change",
  "applicationCreated",
  "candidateArchiveChange",
  "caught_up",
];
const ASKED = ["interview_requested", "slot_lost"];
const REFRESHES = ["contactUpdated", "interviewCreated", "interviewUpdated", "interviewDeleted"];
const ENDS = ["candidateHired", "candidateDeleted"];
const EVERY = [...STARTS, ...ASKED, ...REFRESHES, ...ENDS, "somethingNew"];

describe("the routing table", () => {
  it("lets a candidate cancel whatever else has changed of what is booked", () => {
    const facts = { standing: "booked", mend: "change", outdated: true } as const;
    expect(route("candidate_wants_cancel", facts).action).toBe("cancel");
    expect(route("candidate_wants_move", facts).action).toBe("coordinate");
    expect(route("candidate_availability", facts).action).toBe("coordinate");
  });

  it.each([...STARTS, ...ASKED])("calls scheduling for %s at a stage with a plan", (kind) => {
    expect(route(kind)).toMatchObject({ action: "coordinate", specialists: ["scheduling"] });
  });

  it.each([...STARTS, ...ASKED])("leaves %s at a stage without a plan to people", (kind) => {
    expect(route(kind, { hasPlan: false })).toMatchObject({ action: "keep", specialists: [] });
  });

  it.each([...STARTS, ...ASKED])(
    "never proposes a second interview for %s once one is booked",
    (kind) => {
      expect(route(kind, { standing: "booked" }).action).toBe("keep");
    },
  );

  it.each(STARTS)("keeps what waits when %s comes again, unless its facts changed", (kind) => {
    expect(route(kind, { standing: "waiting" }).action).toBe("keep");
    expect(route(kind, { standing: "waiting", outdated: true }).action).toBe("coordinate");
  });

  it.each(ASKED)("makes a new proposal for %s even while one waits", (kind) => {
    expect(route(kind, { standing: "waiting" }).action).toBe("coordinate");
  });

  it.each(REFRESHES)("drafts again on %s only what waits on facts that changed", (kind) => {
    expect(route(kind, { standing: "waiting", outdated: true }).action).toBe("coordinate");
    for (const standing of ["nothing", "booked", "blocked"] as const) {
      expect(route(kind, { standing, outdated: true }).action).toBe("keep");
    }
    expect(route(kind, { standing: "waiting" }).action).toBe("keep");
  });

  it.each(ENDS)("ends the case on %s, whatever stands", (kind) => {
    for (const standing of ["nothing", "waiting", "booked", "blocked"] as const) {
      expect(route(kind, { standing, exists: false }).action).toBe("close");
    }
  });

  it.each(EVERY)("ends the case on %s when the opportunity is gone or archived", (kind) => {
    expect(route(kind, { exists: false }).action).toBe("close");
    expect(route(kind, { archived: true }).action).toBe("close");
  });

  it("does nothing about an event that it does not know", () => {
    expect(route("somethingNew")).toMatchObject({ action: "keep", specialists: [] });
  });

  it("gives a reason in one sentence for all of it, and calls nobody unless it coordinates", () => {
    const bools = [true, false];
    for (const kind of EVERY) {
      for (const exists of bools)
        for (const archived of bools)
          for (const hasPlan of bools)
            for (const outdated of bools)
              for (const standing of ["nothing", "waiting", "booked", "blocked"] as const) {
                const found = route(kind, { exists, archived, hasPlan, outdated, standing });
                expect(found.reason).toMatch(/^[A-Z][^.]*\.$/);
                expect(found.specialists.length > 0).toBe(found.action === "coordinate");
              }
    }
  });

  it("has what a candidate chose proposed, unless something is booked already", () => {
    for (const standing of ["nothing", "waiting", "offered", "blocked"] as const) {
      expect(route("candidate_picked", { standing }).action).toBe("pick");
    }
    expect(route("candidate_picked", { standing: "booked" }).action).toBe("keep");
    expect(route("candidate_picked", { archived: true }).action).toBe("close");
  });

  it("leaves a candidate with times to choose from alone, and looks anew when none is left", () => {
    for (const kind of [...STARTS, "slot_lost"]) {
      expect(route(kind, { standing: "offered" }).action).toBe("keep");
    }
    expect(route("slot_lost", { standing: "blocked" }).action).toBe("coordinate");
    expect(route("candidate_availability", { standing: "offered" }).action).toBe("coordinate");
  });

  it("looks again for a change that fitted nowhere, only while one is wanted and looked for", () => {
    const facts = { standing: "booked", isSearched: true } as const;
    expect(route("look_again", { ...facts, mend: "change" })).toMatchObject({
      action: "coordinate",
      reason: "No change of what is booked fitted before: it is looked for again.",
    });
    expect(route("look_again", facts).action).toBe("keep");
    expect(route("alert_due", facts).action).toBe("alert");
    for (const kind of ["look_again", "alert_due"]) {
      expect(route(kind, { standing: "booked" }).action).toBe("keep");
    }
  });

  it("has what was changed outside mended, and what has lost its stage or candidate taken back", () => {
    for (const kind of ["calendar_changed", "reconcile", "candidateStageChange"]) {
      expect(route(kind, { standing: "booked", mend: "change" })).toMatchObject({
        action: "coordinate",
        specialists: ["scheduling"],
      });
      expect(route(kind, { mend: "cancel" }).action).toBe("cancel");
    }
    expect(route("candidateArchiveChange", { archived: true, mend: "cancel" }).action).toBe(
      "cancel",
    );
    expect(route("candidateHired", { mend: "cancel" }).action).toBe("close");
  });

  it("does what a candidate wishes of what is booked, and hears it of what is not", () => {
    expect(route("candidate_wants_move", { standing: "booked" }).action).toBe("coordinate");
    expect(route("candidate_wants_cancel", { standing: "booked" }).action).toBe("cancel");
    for (const kind of ["candidate_wants_move", "candidate_wants_cancel"]) {
      for (const standing of ["nothing", "waiting", "offered"] as const) {
        expect(route(kind, { standing }).action).toBe("keep");
      }
    }
  });

  it("looks anew by what a candidate says of their times when they wait for another, else keeps it", () => {
    const standing = "booked" as const;
    expect(route("candidate_availability", { standing }).action).toBe("keep");
    expect(route("candidate_availability", { standing, isMoveWished: true })).toMatchObject({
      action: "coordinate",
      specialists: ["scheduling"],
    });
    expect(route("interview_requested", { standing, isMoveWished: true }).action).toBe("keep");
  });

  it.each(["needs", "wants_person"])("has people told of what a candidate sends: %s", (kind) => {
    for (const standing of ["nothing", "waiting", "offered", "booked"] as const) {
      expect(route(`candidate_${kind}`, { standing })).toMatchObject({ action: "chat" });
    }
  });

  it.each(["confirmed", "no_reminders"])(
    "changes nothing by itself when a candidate says %s",
    (kind) => {
      for (const standing of ["nothing", "waiting", "offered", "booked"] as const) {
        expect(route(`candidate_${kind}`, { standing }).action).toBe("keep");
      }
    },
  );
});
