/** Every change that people outside can make, at every point of a booking: what the between-steps test makes a selection of.
 * On the embedded database. Usage: `npm run chaos:changes -- [--seed 1] [--part 0 --parts 1]`. The last line is the result. */
import { Command } from "commander";
import { createRandom } from "../../sandbox/worlds/random.ts";
import { allMoments, openBetweenSteps } from "../support/between-steps.ts";
import { openOwnEmbedded } from "../support/own-embedded.ts";
import { ROOMY_PAIRS } from "../support/walk.ts";
import { wholeOption } from "../support/whole-option.ts";

const AT_ONCE = 12;
/** A company has so many candidates; then comes another one. */
const A_COMPANY = 96;

const values = new Command("npm run chaos:changes --")
  .description("Makes every change that people outside can make, at every point of a booking.")
  .option("--seed <number>", "what chance begins with", wholeOption, 1)
  .option("--part <number>", "which part of all changes, from 0", wholeOption, 0)
  .option("--parts <number>", "in how many parts", wholeOption, 1)
  .parse()
  .opts<{ seed: number; part: number; parts: number }>();

const openCompany = async () =>
  await openBetweenSteps(openOwnEmbedded, { candidates: 500, env: { PLANS_DIR: ROOMY_PAIRS } });

const main = async (): Promise<void> => {
  const from = performance.now();
  const random = createRandom(`all changes/${values.seed}`);
  let between = await openCompany();
  const points = await between.record();
  const moments = allMoments(points)
    .map((moment) => ({ moment, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ moment }) => moment)
    .filter((_, index) => index % values.parts === values.part);
  const faults: string[] = [];
  for (let done = 0; done < moments.length; done += AT_ONCE) {
    if (done > 0 && done % A_COMPANY === 0) {
      await between.close();
      between = await openCompany();
    }
    const found = await between.play(moments.slice(done, done + AT_ONCE), points);
    faults.push(...found);
    for (const fault of found) process.stderr.write(`${fault}\n`);
    process.stderr.write(`${Math.min(done + AT_ONCE, moments.length)} of ${moments.length}\n`);
  }
  await between.close();
  const result = {
    points: points.length,
    moments: moments.length,
    faults: faults.length,
    seconds: Math.round((performance.now() - from) / 1_000),
    ok: faults.length === 0,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exitCode = result.ok ? 0 : 1;
};

await main();
