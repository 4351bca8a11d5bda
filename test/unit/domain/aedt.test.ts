/** New York City's rule: what holds a feature back, and until when. */
import { describe, expect, it } from "vitest";
import {
  type AedtQuestion,
  type AedtRecord,
  standingOfAedt,
  whyAedtHolds,
} from "../../../src/domain/aedt.ts";

const record = (said: Partial<AedtRecord> & Pick<AedtRecord, "kind" | "dated">): AedtRecord => ({
  id: `aedt_${said.kind}`,
  postingId: null,
  feature: null,
  isClassed: null,
  firstDay: null,
  note: "wiki",
  recordedBy: "Ada",
  recordedAt: Temporal.Instant.from("2026-03-02T12:00:00Z"),
  ...said,
});
const NOTICE = record({ kind: "notice", dated: "2026-03-02", firstDay: "2026-03-16" });
const AUDIT = record({ kind: "audit", dated: "2026-01-10" });

const asked = (today: string, more: Partial<AedtQuestion> = {}): AedtQuestion => ({
  feature: "synthesis",
  postingId: "posting-1",
  jurisdictions: ["us-nyc"],
  today: Temporal.PlainDate.from(today),
  ...more,
});

describe("a feature in the City", () => {
  it("waits for a notice and an audit, and says what is missing", () => {
    const standing = standingOfAedt([], asked("2026-03-20"));
    expect(standing).toMatchObject({ isClassed: true, mayRun: false });
    expect(whyAedtHolds("synthesis", standing)).toBe(
      "The synthesis of feedback is held back for this posting by New York City's rule on tools that help to decide. No notice to candidates is on record. No bias audit is on record. An admin records both under Settings.",
    );
  });

  it("waits until the tenth business day and not a day longer", () => {
    const early = standingOfAedt([NOTICE, AUDIT], asked("2026-03-15"));
    expect(early.missing).toEqual([
      "The notice to candidates has not been out for 10 business days: it may run from 2026-03-16.",
    ]);
    const then = standingOfAedt([NOTICE, AUDIT], asked("2026-03-16"));
    expect(then).toEqual({ isClassed: true, mayRun: true, missing: [], firstDay: "2026-03-16" });
    expect(whyAedtHolds("synthesis", then)).toBeNull();
  });

  it("stops on the day on which its audit is twelve months old, and goes on with the next", () => {
    expect(standingOfAedt([NOTICE, AUDIT], asked("2027-01-09")).mayRun).toBe(true);
    const old = standingOfAedt([NOTICE, AUDIT], asked("2027-01-10"));
    expect(old.missing).toEqual([
      "The last bias audit on record, of 2026-01-10, is 12 months old or older: it held until 2027-01-10.",
    ]);
    const next = record({ kind: "audit", dated: "2027-01-08" });
    expect(standingOfAedt([NOTICE, AUDIT, next], asked("2027-01-10")).mayRun).toBe(true);
  });

  it("is not let run by what is recorded of another posting or of another feature", () => {
    const ofOther = { ...NOTICE, postingId: "posting-2" };
    expect(standingOfAedt([ofOther, AUDIT], asked("2026-03-20")).mayRun).toBe(false);
    const ofRule = { ...AUDIT, feature: "stage_rule" as const };
    expect(standingOfAedt([NOTICE, ofRule], asked("2026-03-20")).mayRun).toBe(false);
    const rule = asked("2026-03-20", { feature: "stage_rule" });
    expect(standingOfAedt([NOTICE, ofRule], rule).mayRun).toBe(true);
  });
});

describe("whether it counts as such a tool", () => {
  it("goes by the place until somebody says otherwise; a place that is not known may be the City", () => {
    const isClassed = (more: Partial<AedtQuestion>) =>
      standingOfAedt([], asked("2026-03-20", more)).isClassed;
    expect(isClassed({ jurisdictions: null })).toBe(true);
    expect(isClassed({ jurisdictions: ["us-ca"] })).toBe(false);
    expect(isClassed({ jurisdictions: [] })).toBe(false);
  });

  it("is what was said last, of this posting before all", () => {
    const all = record({ kind: "class", dated: "2026-03-02", isClassed: false });
    expect(standingOfAedt([all], asked("2026-03-20")).mayRun).toBe(true);
    const later = record({
      ...all,
      isClassed: true,
      recordedAt: Temporal.Instant.from("2026-03-03T12:00:00Z"),
    });
    expect(standingOfAedt([all, later], asked("2026-03-20")).mayRun).toBe(false);
    const here = record({ ...all, postingId: "posting-1", isClassed: false });
    expect(standingOfAedt([later, here], asked("2026-03-20")).mayRun).toBe(true);
    const elsewhere = asked("2026-03-20", { jurisdictions: ["eu"] });
    expect(standingOfAedt([later], elsewhere).mayRun).toBe(false);
  });
});
