import { expect, it } from "vitest";
import { isHouseName } from "../../../src/domain/administrator.ts";
import { TokenToMake } from "../../../src/http/api/access-schemas.ts";

const TOKEN = { person: null, role: "admin", teams: null, requisitions: null, days: 1 };

it.each([
  "convene",
  "Convene",
  " POLICY",
  "Admin",
  "command  line",
  "ｎｏｂｏｄｙ",
  "con\u00advene",
])("%j is a name of the house, and of nobody's token", (name) => {
  expect(isHouseName(name)).toBe(true);
  expect(TokenToMake.safeParse({ ...TOKEN, name }).success).toBe(false);
});

it.each(["Ada Lovelace", "Convene backup", "administrator", "ada@company.test"])(
  "%j is anybody's",
  (name) => {
    expect(isHouseName(name)).toBe(false);
    expect(TokenToMake.safeParse({ ...TOKEN, name }).success).toBe(true);
  },
);
