import { describe, expect, it } from "vitest";
import { type People, readNamed, withNames } from "../../../src/cases/named-people.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { UserId } from "../../../src/domain/ids.ts";
import type { Decider } from "../../../src/policy/deciders.ts";

type User = Awaited<ReturnType<People["listUsers"]>>[number];

const user = (id: string, name: string, more: Partial<User> = {}): User => ({
  id: UserId.parse(id),
  name,
  email: `${id}@c.test`,
  username: id,
  createdAt: null,
  deactivated: false,
  ...more,
});
const decider = (name: string, more: Partial<Decider> = {}): Decider => ({
  name,
  role: "recruiter",
  ...more,
});
const GRACE = user("grace", "Grace Hopper");
const meant = async (users: readonly User[], deciders: readonly Decider[] = []) =>
  await readNamed(["Grace Hopper"], {
    deciders,
    people: { listUsers: async () => await Promise.resolve([...users]) },
  });
const FOUND = [{ name: "Grace Hopper", id: "grace", email: "grace@c.test" }];

describe("somebody whom a rule names by their name", () => {
  it("is the one user of Lever who has it", async () => {
    expect(await meant([GRACE, user("ada", "Ada Byron")])).toEqual(FOUND);
    expect(await meant([user("grace", "grace hopper")])).toEqual(FOUND);
  });

  it("is nobody where two have it, or nobody has any more", async () => {
    expect(await meant([GRACE, user("other", "Grace Hopper")])).toEqual([]);
    expect(await meant([GRACE, user("gone", "Grace Hopper", { deactivated: true })])).toEqual([]);
    expect(await meant([user("gone", "Grace Hopper", { deactivated: true })])).toEqual([]);
    expect(await meant([])).toEqual([]);
  });

  it("is nobody where a sign-in of that name is another's", async () => {
    const own = decider("Grace Hopper", { email: "grace@c.test" });
    const plain = decider("Grace Hopper");
    expect(await meant([GRACE], [own])).toEqual(FOUND);
    expect(await meant([GRACE], [own, plain])).toEqual(FOUND);
    expect(await meant([GRACE], [decider("Grace Hopper", { email: "else@c.test" })])).toEqual([]);
    expect(await meant([GRACE], [decider("Grace Hopper", { person: "else" })])).toEqual([]);
  });

  it("is meant by their Lever user or their address, and not by what a token is called", async () => {
    const named = await meant([GRACE]);
    const called = (one: Decider) => withNames(one, named).called ?? [];
    expect(called(decider("x", { person: "grace" }))).toEqual(["Grace Hopper"]);
    expect(called(decider("GRACE@c.test"))).toEqual(["Grace Hopper"]);
    expect(called(decider("Grace Hopper"))).toEqual([]);
    expect(called(decider("y", { person: "else", email: "grace@c.test" }))).toEqual([]);
  });

  it("is nobody while Lever cannot be read, and Lever is not asked of addresses", async () => {
    const listUsers = async (): Promise<User[]> => {
      await Promise.resolve();
      throw new AppError({ code: "lever_unavailable", fault: "upstream", message: "away" });
    };
    expect(await readNamed(["Grace Hopper"], { deciders: [], people: { listUsers } })).toEqual([]);
    const never = async () => await Promise.reject(new Error("asked Lever"));
    const people = { listUsers: never };
    expect(await readNamed(["a@c.test", "admin"], { deciders: [], people })).toEqual([]);
  });
});
