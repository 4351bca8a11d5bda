import { expect, it } from "vitest";
import {
  appendAt,
  readPlan,
  renameLink,
  renamePool,
  textAt,
  writeAt,
} from "../../../web/src/plans/plan-text.ts";

const TEXT = `# Of everybody.
id: talk # short
match:
  stages: [Phone Screen] # one
pools:
  # The old hands.
  seniors:
    - a@b.test
sessions:
  - id: talk
    name: "Talk: first" # said so
    durationMinutes: 30
    places:
      - pool: seniors
`;

it("writes one value and leaves every other letter as it was", () => {
  expect(writeAt(TEXT, ["sessions", 0, "name"], "Call: second")).toBe(
    TEXT.replace("Talk: first", "Call: second"),
  );
  expect(writeAt(TEXT, ["sessions", 0, "durationMinutes"], 45)).toBe(TEXT.replace("30", "45"));
  expect(writeAt(TEXT, ["match", "stages"], ["Onsite", "Panel"])).toBe(
    TEXT.replace("[Phone Screen]", "[Onsite, Panel]"),
  );
});

it("makes what is not there, also where a key has no value, and takes away what is empty then", () => {
  const ruled = writeAt(TEXT, ["rules", "bufferMinutes"], 10);
  expect(ruled).toBe(`${TEXT}rules:\n  bufferMinutes: 10\n`);
  expect(writeAt(ruled, ["rules", "bufferMinutes"], undefined)).toBe(TEXT);
  expect(writeAt(`${TEXT}rules:\n`, ["rules", "bufferMinutes"], 10)).toBe(ruled);
  expect(writeAt(`${TEXT}rules: none\n`, ["rules", "bufferMinutes"], 10)).toBe(ruled);
});

it("adds to lists and takes from them", () => {
  const two = appendAt(TEXT, ["sessions", 0, "places"], { role: "recruiter" });
  expect(two).toBe(`${TEXT}      - role: recruiter\n`);
  expect(writeAt(two, ["sessions", 0, "places", 1], undefined)).toBe(TEXT);
  expect(readPlan(appendAt("id: x\n", ["sessions"], { id: "y" }))).toEqual({
    id: "x",
    sessions: [{ id: "y" }],
  });
});

it("renames a pool with the places and seats that name it, but not to one that is there", () => {
  const taught = `${TEXT}    training:\n      - kind: shadow\n        pool: seniors\n`;
  expect(renamePool(taught, "seniors", "elders")).toBe(taught.replaceAll("seniors", "elders"));
  expect(renamePool(TEXT, "seniors", "seniors")).toBe(TEXT);
  expect(renamePool(TEXT, "nobody", "elders")).toBe(TEXT);
});

it("gives a person's own link another address, in its place", () => {
  const linked = writeAt(TEXT, ["links", ""], "");
  const named = renameLink(linked, "", "ada@b.test");
  expect(readPlan(named)).toMatchObject({ links: { "ada@b.test": "" } });
  expect(named.startsWith(TEXT)).toBe(true);
  expect(renameLink(named, "ada@b.test", "ada@b.test")).toBe(named);
  expect(writeAt(named, ["links", "ada@b.test"], undefined)).toBe(TEXT);
});

it("leaves alone what is no YAML, and reads values whatever they are", () => {
  for (const broken of ["id: [", "a: &a [1]\nb: [*c]", "- list", "", "[", "id: 1\nid: 2"]) {
    expect(readPlan(broken)).toBeNull();
    expect(writeAt(broken, ["id"], "x")).toBe(broken);
    expect(appendAt(broken, ["sessions"], {})).toBe(broken);
    expect(renamePool(broken, "a", "b")).toBe(broken);
  }
  expect(textAt(readPlan("id: 5\nmatch: no\n"), ["match", "stages", 0])).toBe("");
  expect(textAt(readPlan("id: 5"), ["id"])).toBe("5");
});

/** As people write: wide, in brackets, with quotes, tags of their own, and empty lines. */
const ODD = `id:    talk
match: {stages: [ "Phone Screen" ],teams: []}   # two


sessions:
    -   id: "talk"
        name: 'Talk, first'
        durationMinutes: 0x1e
        places: [{role: recruiter,key: false}]
rules:
      weights: {   load_balance: 40 }
      hours: {start: "09:00",   end: "17:30", days: [mon,
        tue]}
reminders: {candidate: []}
`;

it("leaves a text as it is to the letter when what is written stands there already", () => {
  const plan = readPlan(ODD);
  const written: string[] = [];
  const writeAll = (value: unknown, path: (string | number)[]): void => {
    written.push(path.join("."));
    expect(writeAt(ODD, path, structuredClone(value))).toBe(ODD);
    if (typeof value !== "object" || value === null) return;
    for (const [key, inside] of Object.entries(value)) {
      writeAll(inside, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  for (const [key, value] of Object.entries(plan ?? {})) writeAll(value, [key]);
  expect(written).toContain("sessions.0.places.0.key");
  expect(written).toContain("reminders.candidate");
  expect(writeAt(ODD, ["debrief"], undefined)).toBe(ODD);
  expect(writeAt(ODD, ["reminders", "candidate"], undefined)).not.toBe(ODD);
});
