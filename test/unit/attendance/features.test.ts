import { describe, expect, it } from "vitest";
import { COLUMNS, encode } from "../../../src/attendance/columns.ts";
import {
  AttendanceFacts,
  FEATURE_NAMES,
  factsOfTime,
  NEEDS_CONSENT,
  STAGE_KINDS,
  withConsent,
} from "../../../src/attendance/features.ts";
import { PRIOR } from "../../../src/attendance/prior.ts";
import { protectedTraitIn } from "../../../src/attendance/protected-traits.ts";
import { INTERVIEW_KINDS } from "../../../src/plans/interview-kinds.ts";

const FACTS: AttendanceFacts = {
  leadDays: 0,
  hour: 10,
  weekday: 3,
  confirmed: false,
  pageOpened: false,
  chatUsed: false,
  reschedules: 0,
  stageKind: "screen",
  format: "video",
  attendedBefore: 0,
  missedBefore: 0,
};

const encoded = (facts: AttendanceFacts): number[] => {
  const into = new Float64Array(COLUMNS.length);
  encode(facts, into);
  return [...into];
};

describe("what a risk may look at", () => {
  it("is this list and no more: whoever adds to it changes this line, and says why", () => {
    expect(FEATURE_NAMES).toEqual([
      "leadDays",
      "hour",
      "weekday",
      "confirmed",
      "pageOpened",
      "chatUsed",
      "reschedules",
      "stageKind",
      "format",
      "attendedBefore",
      "missedBefore",
    ]);
  });

  it("speaks of no protected trait, in no name, level or description", () => {
    const said = [
      ...FEATURE_NAMES,
      ...COLUMNS.map(({ level }) => level),
      ...FEATURE_NAMES.map((name) => AttendanceFacts.shape[name].description ?? ""),
    ];
    expect(said.map(protectedTraitIn).filter((trait) => trait !== null)).toEqual([]);
  });

  it.each(["gender", "age", "name", "nationality", "maritalStatus", "photo", "disability", "zip"])(
    "has no room for %s",
    (trait) => {
      expect(protectedTraitIn(trait)).not.toBeNull();
      expect(AttendanceFacts.safeParse({ ...FACTS, [trait]: 1 }).success).toBe(false);
    },
  );

  it("tells each value that is not known from the lowest one, and from every other", () => {
    for (const name of FEATURE_NAMES) {
      const unknown = encoded({ ...FACTS, [name]: null });
      expect(unknown).not.toEqual(encoded(FACTS));
      const column = COLUMNS.findIndex(
        ({ feature, level }) => feature === name && level === "unknown",
      );
      expect([unknown[column], encoded(FACTS)[column]]).toEqual([1, 0]);
    }
  });

  it("forgets without consent what needs it, and that alone", () => {
    expect(NEEDS_CONSENT).toEqual(["pageOpened", "chatUsed"]);
    expect(withConsent(FACTS, true)).toEqual(FACTS);
    expect(withConsent(FACTS, false)).toEqual({ ...FACTS, pageOpened: null, chatUsed: null });
  });

  it("knows stages by the kinds that plans know", () => {
    expect(STAGE_KINDS.toSorted()).toEqual(INTERVIEW_KINDS.map(({ id }) => id).toSorted());
  });

  it("has an opinion before there is history of each column, with its reason", () => {
    expect(PRIOR.beliefs.map(({ feature, level }) => [feature, level])).toEqual(
      COLUMNS.map(({ feature, level }) => [feature, level]),
    );
    for (const { why, weight, scale } of PRIOR.beliefs) {
      expect(why.length).toBeGreaterThan(10);
      expect(Math.abs(weight)).toBeLessThanOrEqual(1);
      expect(scale).toBeGreaterThan(0);
    }
  });
});

describe("the facts of time", () => {
  const startsAt = Temporal.Instant.from("2026-03-29T07:30:00Z");
  const bookedAt = Temporal.Instant.from("2026-03-19T19:30:00Z");

  it("are the candidate's own, on the day that the clocks change too", () => {
    expect(factsOfTime({ bookedAt, startsAt, zone: "Asia/Kolkata" })).toEqual({
      leadDays: 9.5,
      hour: 13,
      weekday: 7,
    });
    expect(factsOfTime({ bookedAt, startsAt, zone: "Europe/Lisbon" }).hour).toBe(8);
  });

  it("are not guessed without a zone or a booking", () => {
    expect(factsOfTime({ bookedAt: null, startsAt, zone: null })).toEqual({
      leadDays: null,
      hour: null,
      weekday: null,
    });
  });
});

describe("the name of a column", () => {
  it.each([
    ["Stage", null],
    ["Stage name", null],
    ["Package", null],
    ["Phone screen date", null],
    ["Job title", null],
    ["Rescheduled by candidate", null],
    ["Confirmed?", null],
    ["Age", "age"],
    ["Graduated", "age"],
    ["Maternity leave", "family"],
    ["University", "schooling"],
    ["Mr/Mrs", "gender"],
    ["Herr/Frau", "gender"],
    ["Union member", "opinion"],
    ["Veteran status", "military service"],
    ["Candidate's age", "age"],
    ["dateOfBirth", "age"],
    ["Geburtsdatum", "age"],
    ["Candidate Name", "name"],
    ["first_name", "name"],
    ["Prénom", "name"],
    ["Sex", "gender"],
    ["ZIP code", "address"],
    ["Estado civil / família", "family"],
    ["Behinderung", "health"],
    ["Country of origin", "origin"],
    // In other languages.
    ["Sexe", "gender"],
    ["Männlich / weiblich", "gender"],
    ["Hombre/Mujer", "gender"],
    ["Ethnie", "origin"],
    ["Etnia", "origin"],
    ["Ethnische Zugehörigkeit", "origin"],
    ["Origine", "origin"],
    ["Staatsbürgerschaft", "origin"],
    ["STAATSBUERGERSCHAFT", "origin"],
    ["Glaube", "religion"],
    ["Situation familiale", "family"],
    ["État civil", "family"],
    ["Estado civil", "family"],
    ["Grossesse", "family"],
    ["Minusvalía", "health"],
    ["Straße", "address"],
    ["Código postal", "address"],
    // By letters.
    ["M/F", "gender"],
    ["m / w / d", "gender"],
    ["H/F", "gender"],
    ["Kandidat (m/w)", "gender"],
    ["M_F", "gender"],
    ["MF", "gender"],
    // Written together.
    ["DATEOFBIRTH", "age"],
    ["GEBURTSDATUMKANDIDAT", "age"],
    ["DATEDENAISSANCE", "age"],
    ["FECHANACIMIENTO", "age"],
    ["CANDIDATEGENDER", "gender"],
    ["GENDERCODE", "gender"],
    ["MARITALSTATUS", "family"],
    ["CANDIDATEFIRSTNAME", "name"],
    ["HOMEADDRESS", "address"],
    ["Religionszugehörigkeit", "religion"],
    ["Schwerbehinderungsgrad", "health"],
    // Written as several words.
    ["D.O.B.", "age"],
    ["Post Code", "address"],
    ["Familien-Stand", "family"],
    ["Sur name", "name"],
    ["S.E.X.", "gender"],
    // None of them.
    ["Folgender Termin", null],
    ["Connaissance du produit", null],
    ["Verhinderungsgrund", null],
    ["Start (H:M)", null],
    ["Formulaire reçu", null],
    ["Bestätigt", null],
    ["Confirmé", null],
    ["Confirmado", null],
    ["Termin bestätigt (j/n)", null],
    ["Internet nicht erreichbar", null],
    ["International loop", null],
    ["Available Mon-Fri", null],
    ["Time to first message", null],
    ["Terrasse", null],
    ["Filename", null],
  ])("%s: %s", (name, trait) => {
    expect(protectedTraitIn(name)).toBe(trait);
  });
});
