import { afterAll, beforeAll, expect, it } from "vitest";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { proposalFor, settled, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

const POOL = ["omar.kulkarni@lumenharbor.test", "beatriz.hopperlane@lumenharbor.test"];
const FORTNIGHT_MINUTES = 14 * 24 * 60;

const PLAN = `
id: fair-screen
match:
  stages: [Phone Screen]
pools:
  pair: [${POOL.join(", ")}]
sessions:
  - id: phone-screen
    name: Phone screen
    durationMinutes: 30
    places:
      - pool: pair
`;

describeOneDatabase("postgres", "a fair share of the interviews of a pool", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300 });
  });
  afterAll(async () => await walk.close());

  it("falls to whoever has interviewed least in four weeks, and the proposal says so", async () => {
    const saved = { source: PLAN, basedOn: 0 };
    expect((await walk.api.send("PUT", "/api/plans/fair-screen", saved)).status).toBe(200);
    const candidate = walk.nextCandidate();
    const first = await proposalFor(walk, candidate);
    const [held] = firstSession(first.payload).panel;
    expect(first.evidence.map(({ source }) => source)).not.toContain("books");
    await walk.api.approve(first);
    await untilProposal(walk, first, "done");
    await walk.eyes.control("POST", "/clock", { advanceMinutes: FORTNIGHT_MINUTES });
    await settled(walk, candidate);

    const second = await proposalFor(walk, walk.nextCandidate());
    const [owing] = firstSession(second.payload).panel;
    expect(POOL.filter((email) => email !== held?.email)).toEqual([owing?.email]);
    const load = second.itinerary.terms.find(({ name }) => name === "load_balance");
    expect(load).toMatchObject({
      value: 1,
      words: expect.stringContaining(
        `${owing?.name} has interviewed least of pool pair lately, 0.5 behind a fair share`,
      ),
    });
    expect(second.evidence).toContainEqual(
      expect.objectContaining({ kind: "read", source: "books" }),
    );
  });
});
