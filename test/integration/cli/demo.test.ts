import { expect, it } from "vitest";
import { runConvene } from "../../support/convene.ts";

it("the demo of a loop books five interviews in two calendars, and sees them everywhere", async () => {
  const { code, out, err } = await runConvene(["demo", "--story", "loop", "--json"], {
    PATH: process.env["PATH"],
  });
  expect(err).not.toMatch(/Not seen/);
  expect(JSON.parse(out)).toMatchObject({ ok: true });
  expect(code).toBe(0);
}, 120_000);

it("the demo of a brief sends it to everybody of the panel, and shows it", async () => {
  const { code, out, err } = await runConvene(["demo", "--story", "brief"], {
    PATH: process.env["PATH"],
  });
  expect(err).not.toMatch(/Not seen/);
  expect(out).toMatch(/each of the panel has theirs in Slack/);
  expect(out).toMatch(/For .+:/);
  expect(out).toContain("POINTS TO PROBE");
  expect(code).toBe(0);
}, 120_000);
