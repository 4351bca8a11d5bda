import { expect, it } from "vitest";
import { isSeated, whoIsTold } from "../../../src/cases/who-is-told.ts";
import { UserId } from "../../../src/domain/ids.ts";
import type { LeverUser } from "../../../src/lever/port.ts";

const id = (name: string): UserId => UserId.parse(name);
const user = (name: string, deactivated = false): LeverUser => ({
  id: id(name),
  name,
  email: `${name}@example.com`,
  username: name,
  createdAt: null,
  deactivated,
});
const lever = {
  getUser: async (asked: UserId) => await Promise.resolve(user(asked, asked === "gone")),
};
const of = {
  opportunity: { ownerId: id("owner"), followerIds: [id("gone"), id("follower")] },
  posting: { ownerId: id("owner"), hiringManagerId: id("manager") },
};

it.each([
  [[], "owner", false],
  [["OWNER@example.com"], "manager", false],
  [["owner", "manager"], "follower", false],
  [["owner", "manager", "follower"], "owner", true],
])("tells, of those who sit on no panel, the first: %j sit", async (names, told, sits) => {
  const seated = new Set(names.map((name) => name.toLowerCase()));
  expect(await whoIsTold(of, { lever, seated })).toMatchObject({ user: { name: told }, sits });
});

it("tells nobody where nobody is active", async () => {
  const opportunity = { ownerId: id("gone"), followerIds: [] };
  expect(await whoIsTold({ opportunity, posting: null }, { lever, seated: new Set() })).toBeNull();
});

it("knows somebody by name or address, in capitals or not", () => {
  const seated = new Set(["jonas iyer", "jonas@example.com"]);
  expect(isSeated(seated, "Jonas Iyer")).toBe(true);
  expect(isSeated(seated, "JONAS@example.com")).toBe(true);
  expect(isSeated(seated, "Jonas")).toBe(false);
});
