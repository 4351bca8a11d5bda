/** Somebody outside changes something at one exact point of our work: the case ends in a true state, and says it once.
 * A selection; `npm run chaos:changes` makes every change at every point. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRandom } from "../../sandbox/worlds/random.ts";
import {
  type BetweenSteps,
  openBetweenSteps,
  phaseOf,
  spreadMoments,
} from "../support/between-steps.ts";
import { CHANGE_NAMES } from "../support/changes-outside.ts";
import { describeOneDatabase } from "../support/database.ts";
import { ROOMY_PAIRS } from "../support/walk.ts";

const AT_ONCE = 12;
/** Every change in every phase that it can have, and on the embedded database, where one work waits for the other, more. */
const MOST = { embedded: 72, postgres: 36 };

describeOneDatabase("postgres", "a change between two steps", (open) => {
  let between: BetweenSteps;
  beforeAll(async () => {
    between = await openBetweenSteps(open, { candidates: 500, env: { PLANS_DIR: ROOMY_PAIRS } });
  });
  afterAll(async () => {
    await between.close();
  });

  it("leaves books and company that say the same, whatever it is and whenever it comes", async () => {
    const points = await between.record();
    expect(points.length).toBeGreaterThan(50);
    const moments = spreadMoments(points, createRandom("between steps")).slice(0, MOST[open.kind]);
    const phases = new Set(
      moments.map(({ change, point }) => `${change} ${phaseOf(point, points)}`),
    );
    expect(phases.size).toBeGreaterThan(CHANGE_NAMES.length * 2);
    const faults: string[] = [];
    for (let done = 0; done < moments.length; done += AT_ONCE) {
      faults.push(...(await between.play(moments.slice(done, done + AT_ONCE), points)));
    }
    expect(faults).toEqual([]);
  });
});
