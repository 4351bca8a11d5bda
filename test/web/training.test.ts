/** Who sits in to learn, as a person sees it who decides: beside the panel, or why nobody does. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { describePostgres } from "../support/database.ts";
import { proposalFor, waitingProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import {
  LOOKS,
  findAxeFaults,
  openPage,
  scrollsSideways,
  startBrowser,
} from "./support/browser.ts";

const at = (name: string): string => `${name}@lumenharbor.test`;
const LEARNERS = ["lena.lindqvist", "rafael.petrov", "amara.voss", "nils.kulkarni"].map(at);

const planOf = (id: string, stage: string, sessions: string): string => `
id: ${id}
match:
  stages: [${stage}]
pools:
  engineers: [${at("felix.mehta")}, ${at("zoe.nair")}, ${at("omar.kulkarni")}]
  learners: [${LEARNERS.join(", ")}]
sessions:
${sessions}
rules:
  horizonBusinessDays: 10
`;

const session = (id: string, training: string): string =>
  `  - { id: ${id}, name: ${id === "talk" ? "Technical talk" : "Coding"}, durationMinutes: 30, places: [{ pool: engineers }], training: [${training}] }`;
const SHADOW = "{ kind: shadow, pool: learners }";
/** Takes no interviews. */
const NOBODY = `{ kind: reverse_shadow, person: ${at("paula.bergstrom")} }`;

describePostgres("whoever sits in to learn, on the page of a proposal", (open) => {
  let walk: Walk;
  let browser: Browser;
  let one: ProposalDetail;
  let two: ProposalDetail;
  beforeAll(async () => {
    [walk, browser] = await Promise.all([startWalk(open), startBrowser()]);
    const paula = walk.world.people.find(({ email }) => email === at("paula.bergstrom"));
    const path = `/api/people/${paula?.userId}/preferences`;
    const { body } = await walk.api.send("GET", path);
    await walk.api.send("PUT", path, { ...(body as object), takesNoInterviews: true });
    const save = async (id: string, source: string) =>
      await walk.api.send("PUT", `/api/plans/${id}`, { source, basedOn: 0 });
    await save("one", planOf("one", "Phone Screen", session("talk", `${SHADOW}, ${NOBODY}`)));
    await save(
      "two",
      planOf("two", "Final Round", [session("talk", SHADOW), session("coding", NOBODY)].join("\n")),
    );
    one = await proposalFor(walk, walk.nextCandidate());
    const other = walk.nextCandidate();
    await walk.moveStage(other, "finalRound");
    two = await waitingProposal(walk, other);
  });
  afterAll(async () => {
    await browser.close();
    await walk.close();
  });

  const nameOf = ({ payload }: ProposalDetail): string =>
    payload.sessions.flatMap(({ trainees = [] }) => trainees.map(({ name }) => name)).join();
  const EMPTY = /^Nobody leads and is watched \(named\): Paula .* takes no interviews\.$/;

  describe.each(LOOKS)("at $width px, $scheme,", (look) => {
    it("stands beside the panel with what they do, and an empty seat says why", async () => {
      const { page, assertQuiet } = await openPage(browser, look);
      await page.goto(`${walk.url}/proposals/${one.id}`);
      await page.locator(".when-people").getByText(nameOf(one)).waitFor();
      expect(await page.locator(".when-people").innerText()).toContain("sits in");
      expect(await page.locator(".empty-seat").innerText()).toMatch(EMPTY);
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);

      await page.goto(`${walk.url}/proposals/${two.id}`);
      const [talk, coding] = ["Technical talk", "Coding"].map((hasText) =>
        page.locator(".schedule-session", { hasText }),
      );
      await talk?.getByText(`${nameOf(two)}, sits in`).waitFor();
      expect(await coding?.locator(".empty-seat").innerText()).toMatch(EMPTY);
      expect(await findAxeFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      assertQuiet();
      await page.context().close();
    });
  });
});
