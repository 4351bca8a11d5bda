import express from "express";
import { createGuesses } from "../../../src/http/auth/guesses.ts";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ROLES, faultOfRule, isInScope, mayAccess, scopeOf } from "../../../src/domain/access.ts";
import { defineRoute, mountRoutes } from "../../../src/http/api/route.ts";
import { checkToolRules, defineTool } from "../../../tools/define-tool.ts";

const route = defineRoute({
  method: "get",
  path: "/api/things/{id}",
  summary: "A thing",
  access: "read",
  about: { thing: "case", in: "id" },
  params: z.object({ id: z.string() }),
  answer: z.object({}),
  handler: async () => await Promise.resolve({}),
});
const tool = defineTool({
  name: "get_thing",
  title: "Get a thing",
  description: "Gets it",
  effect: "read",
  access: "read",
  about: { thing: "case", in: "caseId" },
  input: z.object({ caseId: z.string() }),
  output: z.object({}),
  run: async () => await Promise.resolve({}),
});

describe("whom a request is about", () => {
  const asked: unknown[] = [];
  const trial = defineRoute({
    ...route,
    method: "post",
    path: "/api/things/try",
    about: { thing: "opportunity", in: "opportunityId" },
    params: z.object({}),
    body: z.object({ opportunityId: z.string() }),
    answer: z.object({ tried: z.string() }),
    handler: async ({ body, ...rest }) => {
      asked.push(rest.query);
      return await Promise.resolve({ tried: body.opportunityId });
    },
  });
  const call = (parts: object) =>
    trial.call(
      {
        ...({ request: {}, response: {} } as Pick<
          Parameters<typeof trial.call>[0],
          "request" | "response"
        >),
        params: {},
        query: {},
        body: {},
        principal: {
          name: "Ada",
          role: "recruiter",
          scope: { teams: ["Mine"], requisitions: [] },
          email: null,
          via: "token",
        },
        ...parts,
      },
      async (_scope, _thing, id) => await Promise.resolve(id === "mine"),
    );

  it("is said by the part that the route takes it in, and by no other", async () => {
    const mine = { opportunityId: "mine" };
    const foreign = { opportunityId: "foreign" };
    expect(await call({ body: mine, params: foreign })).toEqual({ tried: "mine" });
    expect(asked).toEqual([{}]);
    for (const query of [mine, foreign]) {
      await expect(call({ body: mine, query })).rejects.toMatchObject({ code: "input_invalid" });
    }
    await expect(call({ body: foreign, params: mine })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("is taken in one part alone", () => {
    const both = { ...trial, query: z.object({ opportunityId: z.string() }) };
    const door = {
      publicUrl: "http://127.0.0.1",
      findPrincipal: async () => await Promise.resolve(null),
      reach: async () => await Promise.resolve(true),
      guesses: createGuesses(1),
    };
    expect(() => mountRoutes(express.Router(), [both], door)).toThrow("in two parts");
  });
});

describe("a route or tool without a rule", () => {
  const mount = (rule: object): void => {
    const door = {
      publicUrl: "http://127.0.0.1",
      findPrincipal: async () => await Promise.resolve(null),
      reach: async () => await Promise.resolve(true),
      guesses: createGuesses(1),
    };
    mountRoutes(express.Router(), [{ ...route, ...rule }], door);
  };
  it.each([
    ["of who may", { access: undefined }, "does not say who may"],
    ["that nobody knows", { access: "everyone" }, "does not say who may"],
    ["of whom it is about", { about: undefined }, "does not say whom it is about"],
    [
      "of a thing that nobody knows",
      { about: { thing: "x", in: "id" } },
      "a thing that nobody knows",
    ],
    ["of a field that it does not take", { about: { thing: "case", in: "x" } }, "no such field"],
  ])("stops the start: %s", (_, rule, words) => {
    expect(() => mount({})).not.toThrow();
    expect(() => mount(rule)).toThrow(words);
    expect(() => checkToolRules([tool])).not.toThrow();
    const withRule = { ...tool, ...rule } as typeof tool;
    expect(() => checkToolRules([withRule])).toThrow(words);
  });

  it("is public by a word that routes alone may say", () => {
    expect(
      faultOfRule({ access: "public", about: "asker" }, { fields: [], isPublicAllowed: true }),
    ).toBeNull();
    expect(
      faultOfRule({ access: "public", about: "asker" }, { fields: [], isPublicAllowed: false }),
    ).not.toBeNull();
  });
});

describe("roles and scopes", () => {
  it("are what the documents say", () => {
    const needs = ["own", "settings", "audit", "oversee", "read", "decide", "admin"] as const;
    expect(
      Object.fromEntries(
        ROLES.map((role) => [role, needs.filter((need) => mayAccess({ role }, need))]),
      ),
    ).toEqual({
      admin: ["own", "settings", "audit", "oversee", "read", "decide", "admin"],
      recruiter: ["own", "settings", "audit", "read", "decide"],
      hiring_manager: ["own", "settings", "read"],
      interviewer: ["own"],
      auditor: ["own", "settings", "audit", "oversee"],
    });
  });

  it("reach what was named, by team or by requisition, and a hiring manager nothing else", () => {
    const data = { team: "Data", requisitions: ["R-1"] };
    expect(isInScope(scopeOf("recruiter", { teams: null, requisitions: null }), data)).toBe(true);
    expect(isInScope(scopeOf("hiring_manager", { teams: null, requisitions: null }), data)).toBe(
      false,
    );
    expect(isInScope({ teams: ["Data"], requisitions: [] }, data)).toBe(true);
    expect(isInScope({ teams: [], requisitions: ["R-1"] }, data)).toBe(true);
    expect(isInScope({ teams: ["data"], requisitions: ["r-1"] }, data)).toBe(false);
    expect(isInScope({ teams: [""], requisitions: [] }, { team: null, requisitions: [] })).toBe(
      false,
    );
  });
});
