import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startCompany, type Company } from "../../../sandbox/company.ts";
import { runConvene } from "../../support/convene.ts";
import { fillFolder } from "../../support/database.ts";

let company: Company;
let folder: string;
beforeAll(async () => {
  company = await startCompany({ rateLimit: "off" });
  folder = await mkdtemp(join(tmpdir(), "convene-link-"));
  await fillFolder(folder);
});
afterAll(async () => {
  await company.close();
  await rm(folder, { recursive: true, force: true });
});

const link = async (email: string, env: Record<string, string> = {}) =>
  await runConvene(["link", "--interviewer", email], {
    PATH: process.env["PATH"],
    DATA_DIR: folder,
    LEVER_API_KEY: company.leverApiKey,
    LEVER_API_URL: company.leverUrl,
    PUBLIC_URL: "https://convene.example.test",
    ...env,
  });

it("convene link prints a personal link, and until when it is good", async () => {
  const { code, out, err } = await link("priya.okafor@lumenharbor.test");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/^https:\/\/convene\.example\.test\/me\/[\w-]+\.[\w-]+\.[\w-]+\n/);
  expect(out).toMatch(/settings of Priya Okafor\. It is good until \d{4}-\d\d-\d\dT\d\d:\d\dZ\./);
});

it("convene link knows nobody who is not in Lever, and says what is missing", async () => {
  const nobody = await link("nobody@lumenharbor.test");
  expect([nobody.code, nobody.err]).toEqual([
    1,
    "--interviewer: no active Lever user has this address.\n",
  ]);
  const nowhere = await link("priya.okafor@lumenharbor.test", { PUBLIC_URL: "" });
  expect([nowhere.code, nowhere.err]).toEqual([
    1,
    expect.stringContaining("PUBLIC_URL: is not set"),
  ]);
});
