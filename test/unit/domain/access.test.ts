import express from "express";
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

describe("a route or tool without a rule", () => {
  const mount = (rule: object): void => {
    const door = {
      publicUrl: "http://127.0.0.1",
      findPrincipal: async () => await Promise.resolve(null),
      reach: async () => await Promise.resolve(true),
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
