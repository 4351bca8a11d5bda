import { describe, expect, it } from "vitest";
import { parsePlans } from "../../../src/plans/parse.ts";

const ROOMS = [
  "    rooms:",
  "      - { email: small@example.com, name: Small, capacity: 2 }",
  "      - { email: large@example.com, name: Large, capacity: 4 }",
];
/** Three people and a room, unless said otherwise; places begin at line 11. */
const planWith = ({
  room = "true",
  rooms = ROOMS,
  places = ["{ role: recruiter }", "{ role: hiring_manager }", "{ person: ada@example.com }"],
}): string =>
  [
    "plans:",
    "  - id: a",
    "    match:",
    "      stages: [Onsite]",
    "    sessions:",
    "      - id: s",
    "        name: S",
    "        format: onsite",
    "        durationMinutes: 45",
    "        places:",
    `          - { room: ${room} }`,
    ...places.map((place) => `          - ${place}`),
    ...rooms,
  ].join("\n");
const faultsOf = (change: Parameters<typeof planWith>[0]) =>
  parsePlans("plans.yaml", planWith(change)).faults.map(
    ({ line, message }) => `${line}: ${message.replace(/^plan a: /, "")}`,
  );

describe("a room in a plan", () => {
  it("may be any that seats everybody, or one of those named", () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ room: "[Large]" })).toEqual([]);
    expect(faultsOf({ room: "[Small, Large]" })).toEqual([]);
  });

  it.each<[string, Parameters<typeof planWith>[0], string[]]>([
    ["one that is not there", { room: "[Attic]" }, ['11: there is no room "Attic" in this plan']],
    ["none at all", { rooms: [] }, ["11: this plan has no rooms"]],
    ["too small", { room: "[Small]" }, ["11: no such room seats 4"]],
    [
      "two",
      { places: ["{ role: recruiter }", "{ room: true }"] },
      ["13: a session takes one room"],
    ],
    ["a room alone", { places: [] }, ["10: a room alone interviews nobody"]],
    [
      "one name twice",
      { rooms: [...ROOMS, "      - { email: other@example.com, name: Small, capacity: 9 }"] },
      ["18: two rooms have this name or address"],
    ],
  ])("is refused: %s", (_, change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });

  it("is nobody: a place has one kind of taker", () => {
    expect(faultsOf({ places: ["{ role: recruiter, room: true }"] })).toEqual([
      expect.stringContaining("needs exactly one of person, role, pool or room"),
    ]);
  });
});
