import { expect, it } from "vitest";
import { runConvene } from "../../support/convene.ts";

it("the demo of a loop books five interviews in two calendars, and sees them everywhere", async () => {
  const { code, out, err } = await runConvene(["demo", "--story", "loop", "--json"], {
    PATH: process.env["PATH"],
  });
  expect(err).not.toMatch(/Not seen/);
  expect(JSON.parse(out)).toMatchObject({ ok: true });
  expect(code).toBe(0);
});

it("the demo tells the whole story, from a stage move to the question of the next one", async () => {
  const { code, out, err } = await runConvene(["demo", "--json"], { PATH: process.env["PATH"] });
  expect(err).not.toMatch(/Not seen/);
  const { ok, steps } = JSON.parse(out) as { ok: boolean; steps: { name: string; ok: boolean }[] };
  expect(ok).toBe(true);
  const told = steps.map(({ name }) => name).join("\n");
  for (const part of [
    "stage move",
    "brief",
    "reminder",
    "hands in a form",
    "a note",
    "debrief is booked",
    "nobody was",
  ])
    expect(told).toContain(part);
  expect(code).toBe(0);
});

it("the demo of a brief sends it to everybody of the panel, and shows it", async () => {
  const { code, out, err } = await runConvene(["demo", "--story", "brief"], {
    PATH: process.env["PATH"],
  });
  expect(err).not.toMatch(/Not seen/);
  expect(out).toMatch(/each of the panel has theirs in Slack/);
  expect(out).toMatch(/For .+:/);
  expect(out).toContain("POINTS TO PROBE");
  expect(code).toBe(0);
});

it("the demo of a chat answers, confirms by a press alone, and has a person answer the rest", async () => {
  const { code, out, err } = await runConvene(["demo", "--story", "chat"], {
    PATH: process.env["PATH"],
  });
  expect(err).not.toMatch(/Not seen/);
  for (const part of [
    "Phone Screen: ",
    "Come as you are",
    "I know nothing of other candidates.",
    "[Yes, I will be there]",
    "I do not know that. I have passed your question on",
    "a person: There is one two streets away",
  ])
    expect(out).toContain(part);
  expect(code).toBe(0);
});
