/** What a credential of Lever's may, by what Lever tells of it: the scopes of a token, or a harmless read for each area. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { tellLeverAccess } from "../../../src/cli/tell-lever-access.ts";
import type { LeverAuth } from "../../../src/lever/http.ts";
import {
  type LeverTokenStore,
  type LeverTokens,
  createAccessTokens,
} from "../../../src/lever/oauth.ts";
import { openLeverClient } from "../../support/lever-client.ts";

const LEAST =
  "offline_access opportunities:read:admin contact:read:admin applications:read:admin stages:read:admin postings:read:admin users:read:admin panels:write:admin interviews:write:admin resumes:read:admin files:read:admin feedback:read:admin feedback_templates:read:admin requisitions:read:admin notes:write:admin";

let company: Company;
beforeAll(async () => {
  company = await startCompany({ rateLimit: "off", candidates: 20 });
});
afterAll(async () => {
  await company.close();
});

/** Shape: what is found, how often the bucket was asked, how often Lever was. */
const look = async (auth: LeverAuth) => {
  let taken = 0;
  const bucket = {
    take: async () => {
      taken += 1;
      await Promise.resolve();
    },
  };
  const { lookAtAccess } = openLeverClient(company.leverUrl, { auth, bucket });
  const [calls, entries] = [company.lever.calls(), company.journal.list().length];
  const found = await lookAtAccess();
  // Nothing was written.
  expect(company.journal.list()).toHaveLength(entries);
  return { found, taken, calls: company.lever.calls() - calls };
};
const byKey = async (...areas: string[]) => {
  company.lever.setAreasOff(areas);
  return await look({ apiKey: company.leverApiKey });
};
let refreshToken = "refresh-0";
const byToken = async (scopes: string | null) => {
  company.lever.setAreasOff([]);
  company.lever.setScopes(scopes);
  let kept: LeverTokens | null = null;
  const store: LeverTokenStore = {
    load: async () => await Promise.resolve(kept),
    save: async (tokens) => {
      kept = tokens;
      ({ refreshToken } = tokens);
      await Promise.resolve();
    },
    inTurn: async (work) => await work({ wasAbandoned: false, abandon: () => {} }),
  };
  const accessTokens = createAccessTokens({
    tokenUrl: `${company.leverUrl}/oauth/token`,
    clientId: "app",
    clientSecret: "secret",
    refreshToken,
    store,
    clock: company.clock,
  });
  return await look({ accessTokens });
};

it("finds nothing wrong with a key that may everything, by one paced read for each area", async () => {
  const { found, taken, calls } = await byKey();
  expect(found).toEqual([]);
  expect([calls, taken]).toEqual([15, 15]);
});

it("names the areas that are off for a key, each with what will not work", async () => {
  const { found } = await byKey("notes", "requisitions", "contact");
  expect(found.map(({ area, kind }) => [area, kind])).toEqual([
    ["requisitions", "missing"],
    ["contact", "missing"],
    ["notes", "missing"],
  ]);
  expect(found[2]?.message).toBe(
    'Lever answers 403 to GET /opportunities/:id/notes: the credential lacks the permission "Notes: read and write", so no note is left or found again. Access of a key cannot be changed later: make another one.',
  );
  const all = await byKey("opportunities");
  expect(all.found.map(({ area }) => area)).toEqual(["opportunities"]);
});

it("finds nothing wrong with a token of the scopes that the docs name, and asks Lever for nothing", async () => {
  expect(await byToken(LEAST)).toMatchObject({ found: [], taken: 0 });
  const more = LEAST.replace("opportunities:read", "opportunities:write");
  expect((await byToken(more)).found).toEqual([]);
});

it("names the scopes that a token lacks, and those that it has without need", async () => {
  const { found } = await byToken(
    `${LEAST.replace("notes:write:admin", "notes:read:admin")} contact:write:admin offers:read:admin`,
  );
  expect(found.map(({ area, kind }) => [area, kind])).toEqual([
    ["notes", "missing"],
    ["contact", "too_many"],
    ["offers", "too_many"],
  ]);
  expect(found[0]?.message).toContain('lacks the scope "notes:write:admin", so no note is left');
  expect(found[2]?.message).toContain("which opens protected or confidential data: take it away");
});

it("asks area by area where the token's answer says no scopes", async () => {
  expect(await byToken(null)).toMatchObject({ found: [], taken: 15 });
});

it("is told at start, thing by thing, but not of a sandbox company", async () => {
  company.lever.setAreasOff(["notes", "files"]);
  const { lookAtAccess } = openLeverClient(company.leverUrl, {
    auth: { apiKey: company.leverApiKey },
  });
  const told: string[] = [];
  const log = { warn: (words: string) => void told.push(words) };
  await tellLeverAccess({ isSandbox: false, lookAtAccess, log });
  expect(told).toEqual([
    expect.stringContaining('"Files: read", so briefs rest on no file'),
    expect.stringContaining('"Notes: read and write"'),
  ]);
  await tellLeverAccess({ isSandbox: true, lookAtAccess, log });
  expect(told).toHaveLength(2);
});
