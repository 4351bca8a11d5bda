/** `npm run bench:growth [-- --json]`: how the slot engine's time grows with people, days and sessions, beside a plain sweep over
 * the same calendars in the same run. Writes the plots of docs/benchmarks.md. */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { findItineraries } from "../src/scheduling/find-itineraries.ts";
import { findSlots } from "../src/scheduling/find-slots.ts";
import { takenFromBlocks } from "../src/scheduling/taken.ts";
import type { SlotPerson, SlotRequest } from "../src/scheduling/types.ts";
import { loopCase, singleCase } from "./slots-cases.ts";
import { type Plot, toSvg } from "./svg-plot.ts";
import { sweep, type SweepCase } from "./sweep.ts";

/** One size: the least of all runs, in milliseconds. */
interface Point {
  x: number;
  engine: number;
  sweep: number;
}

interface Growth {
  name: string;
  title: string;
  xLabel: string;
  points: Point[];
}

const IMAGES = fileURLToPath(new URL("../docs/images/", import.meta.url));
/** Each point is the least of so many rounds: what else the machine does only ever adds. */
const ROUNDS = 9;
/** A round is so long at least, so that the clock's own steps do not count. Units: milliseconds. */
const ROUND_MS = 8;

/** The least of some rounds, for one piece of work. */
const leastOf = (work: () => unknown): number => {
  let times = 1;
  let least = Infinity;
  for (let round = 0; round < ROUNDS;) {
    const from = performance.now();
    for (let time = 0; time < times; time += 1) work();
    const took = performance.now() - from;
    if (took < ROUND_MS) {
      times *= 2;
      continue;
    }
    least = Math.min(least, took / times);
    round += 1;
  }
  return least;
};

/** As a calendar is kept that is used often. */
const inMinutes = (request: SlotRequest): SlotRequest => ({
  ...request,
  people: Object.fromEntries(
    Object.entries(request.people).map(([email, person]) => [email, withTaken(person)]),
  ),
});

const withTaken = (person: SlotPerson): SlotPerson => {
  const { reading } = person;
  if (!reading.readable) return person;
  return { ...person, reading: { ...reading, blocks: [] }, taken: takenFromBlocks(reading.blocks) };
};

const sweepOf = ({ people, horizon }: Pick<SlotRequest, "people" | "horizon">): SweepCase => ({
  people: Object.values(people).map(({ taken = [], reading }) =>
    (taken.length > 0 || !reading.readable ? [...taken] : takenFromBlocks(reading.blocks)).toSorted(
      (a, b) => a.start - b.start,
    ),
  ),
  first: horizon.start.epochMilliseconds / 60_000,
  last: horizon.end.epochMilliseconds / 60_000 - 60,
  step: 15,
  duration: 60,
});

const single = (x: number, people: number, businessDays: number): Point => {
  const request = inMinutes(singleCase("growth", people, businessDays));
  const swept = sweepOf(request);
  return { x, engine: leastOf(() => findSlots(request)), sweep: leastOf(() => sweep(swept)) };
};

/** The mean of some loops: one alone may be easy. */
const LOOPS = 6;

const loops = (sessions: number): Point => {
  const requests = Array.from({ length: LOOPS }, (_, index) =>
    loopCase(`growth/${index}`, { sessions, pool: 8, people: 20, businessDays: 10, busy: 0.45 }),
  );
  const swept = requests.map(sweepOf);
  const engine = leastOf(() => requests.map(findItineraries)) / LOOPS;
  return { x: sessions, engine, sweep: leastOf(() => swept.map(sweep)) / LOOPS };
};

const measure = (): Growth[] => {
  // What is measured first would be slower for being first.
  for (let round = 0; round < 3; round += 1) loops(4);
  single(8, 8, 10);
  return [
    {
      name: "people",
      title: "one session, 30 business days",
      xLabel: "people",
      points: [2, 5, 10, 20, 50, 100].map((people) => single(people, people, 30)),
    },
    {
      name: "days",
      title: "one session, 20 people",
      xLabel: "business days",
      points: [2, 5, 10, 20, 40, 65].map((days) => single(days, 20, days)),
    },
    {
      name: "sessions",
      title: "loops, 20 people, 10 business days",
      xLabel: "sessions",
      points: [2, 3, 4, 5, 6, 7, 8].map(loops),
    },
  ];
};

const plotsOf = ({ title, xLabel, points }: Growth): Plot[] => [
  {
    title: `Time: ${title}`,
    xLabel,
    yLabel: "ms",
    series: [
      { name: "the engine", points: points.map(({ x, engine }) => ({ x, y: engine })) },
      { name: "a plain sweep", points: points.map(({ x, sweep: y }) => ({ x, y })) },
    ],
  },
  {
    title: "The engine ÷ the sweep",
    xLabel,
    yLabel: "times as long",
    series: [
      {
        name: "ratio",
        points: points.map(({ x, engine, sweep: least }) => ({ x, y: engine / least })),
      },
    ],
  },
];

const rounded = (value: number): number => Number(value.toPrecision(3));

for (const growth of measure()) {
  await writeFile(`${IMAGES}growth-${growth.name}.svg`, toSvg(plotsOf(growth)));
  for (const { x, engine, sweep: least } of growth.points) {
    const row = {
      [growth.name]: x,
      engineMs: rounded(engine),
      sweepMs: rounded(least),
      ratio: rounded(engine / least),
    };
    process.stdout.write(
      process.argv.includes("--json")
        ? `${JSON.stringify({ growth: growth.name, ...row })}\n`
        : `${growth.name.padEnd(9)} ${String(x).padStart(4)}   engine ${row.engineMs} ms   sweep ${row.sweepMs} ms   ${row.ratio} times\n`,
    );
  }
}
