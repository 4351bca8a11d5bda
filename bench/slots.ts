/** How fast the slot engine is: one session with many people and days, from whole minutes and from texts; loops with pools,
 * roomy and tight; a repair after one decline. Everything is found anew each time; the machine is warm. */
import { findItineraries } from "../src/scheduling/find-itineraries.ts";
import { findSlots } from "../src/scheduling/find-slots.ts";
import type { LoopRequest, PreviousSlot } from "../src/scheduling/loop-types.ts";
import { takenFromBlocks, takenFromIso } from "../src/scheduling/taken.ts";
import type { SlotPerson, SlotRequest } from "../src/scheduling/types.ts";
import { loadHighs, programsOf, solve } from "../test/support/loop-milp.ts";
import { type Benchmark, mean, percentile } from "./benchmark.ts";
import { largestCases, type LoopSize, loopCase, singleCase } from "./slots-cases.ts";

const LOOP_5: LoopSize = { sessions: 5, pool: 8, people: 20, businessDays: 10, busy: 0.45 };
const LOOP_7: LoopSize = { sessions: 7, pool: 12, people: 20, businessDays: 15, busy: 0.45 };
/** One in three cases is so full that little or nothing fits. */
const TIGHT = 0.7;
const WARM_UP = 20;

const timed = (work: () => unknown): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

/** Milliseconds, each case once after some of warming. */
const timesOf = <Case>(cases: readonly Case[], work: (each: Case) => unknown): number[] => {
  for (const each of cases.slice(0, WARM_UP)) work(each);
  return cases.map((each) => timed(() => work(each)));
};

const median = (values: readonly number[]): number => percentile(values, 0.5);

/** As a calendar is kept that is used often. */
const inMinutes = ({ reading, ...person }: SlotPerson): SlotPerson =>
  reading.readable
    ? { ...person, reading: { ...reading, blocks: [] }, taken: takenFromBlocks(reading.blocks) }
    : { ...person, reading };

const withPeople = (request: SlotRequest, to: (person: SlotPerson) => SlotPerson): SlotRequest => ({
  ...request,
  people: Object.fromEntries(
    Object.entries(request.people).map(([email, person]) => [email, to(person)]),
  ),
});

interface TextCase {
  request: SlotRequest;
  texts: Map<SlotPerson, { start: string; end: string; kind: "busy" }[]>;
}

/** As a calendar's answer is: texts. */
const inTexts = (request: SlotRequest): TextCase => {
  const texts: TextCase["texts"] = new Map();
  const bare = withPeople(request, (person) => {
    const { reading } = person;
    if (!reading.readable) return person;
    const emptied = { ...person, reading: { ...reading, blocks: [] } };
    texts.set(
      emptied,
      reading.blocks.map(({ start, end }) => ({
        start: start.toString(),
        end: end.toString(),
        kind: "busy",
      })),
    );
    return emptied;
  });
  return { request: bare, texts };
};

const findFromTexts = ({ request, texts }: TextCase): unknown =>
  findSlots(
    withPeople(request, (person) => ({ ...person, taken: takenFromIso(texts.get(person) ?? []) })),
  );

const singles = (people: number, businessDays: number, count: number) => {
  const requests = Array.from({ length: count }, (_, index) =>
    singleCase(String(index), people, businessDays),
  );
  return {
    minutes: median(
      timesOf(
        requests.map((each) => withPeople(each, inMinutes)),
        findSlots,
      ),
    ),
    texts: median(timesOf(requests.map(inTexts), findFromTexts)),
  };
};

const loopsOf = (size: LoopSize, count: number): LoopRequest[] =>
  Array.from({ length: count }, (_, index) =>
    loopCase(String(index), index % 3 === 2 ? { ...size, busy: TIGHT } : size),
  );

/** What is booked, and one of its people cannot come any more. */
const declined = (request: LoopRequest): LoopRequest[] => {
  const result = findItineraries(request);
  if (result.kind === "none") return [];
  const [booked] = result.itineraries;
  const previous: PreviousSlot[] = (booked?.sessions ?? []).map(
    ({ sessionId, startsAt, panel }) => ({
      sessionId,
      startsAt: Temporal.Instant.from(startsAt),
      panel: panel.map(({ email }) => email),
    }),
  );
  const [first] = previous;
  const email = first?.panel[0] ?? "";
  const person = request.people[email];
  if (!first || !person?.reading.readable) return [];
  const away = {
    start: first.startsAt,
    end: first.startsAt.add({ hours: 2 }),
    kind: "busy" as const,
  };
  const reading = { ...person.reading, blocks: [...person.reading.blocks, away] };
  return [{ ...request, previous, people: { ...request.people, [email]: { ...person, reading } } }];
};

/** An independent solver may take so long for a day; most days take it longer. */
const MILP_SECONDS = 2;

/** How many times as long an independent solver takes for the same days, or has taken when its time was over: at least. */
const timesAsFastAsMilp = async (requests: readonly LoopRequest[]): Promise<number> => {
  const highs = await loadHighs();
  // The program has no longest gap, so none may bind.
  const asked = requests.map((each) => ({ ...each, rules: { mostGapMinutes: 720 }, top: 50 }));
  const engine = timesOf(asked, findItineraries);
  const milp = asked.map((each) => {
    const programs = programsOf(each);
    return timed(() => programs.map((program) => solve(program, highs, { seconds: MILP_SECONDS })));
  });
  return mean(milp) / mean(engine);
};

/** Of this thread: what else the machine does meanwhile is not counted. */
const cpuMs = (work: () => unknown): number => {
  const from = process.threadCpuUsage().user;
  work();
  return (process.threadCpuUsage().user - from) / 1_000;
};

const measureLargest = (): { mostMs: number; answered: number } => {
  const { fitting, hopeless } = largestCases();
  const times = [...fitting, ...hopeless].map((each) => cpuMs(() => findItineraries(each)));
  const answered = fitting.filter((each) => findItineraries(each).kind === "itineraries").length;
  return { mostMs: Math.max(...times), answered: answered / fitting.length };
};

/** The figures. */
export const bench: Benchmark = async () => {
  const fives = loopsOf(LOOP_5, 150);
  const sevens = loopsOf(LOOP_7, 60);
  const five = timesOf(fives, findItineraries);
  const seven = timesOf(sevens, findItineraries);
  const repair = timesOf(fives.flatMap(declined), findItineraries);
  const largest = measureLargest();
  const milpRatio = await timesAsFastAsMilp(fives.slice(0, 2));
  // Last: a million blocks of calendars are swept away for long after they were needed.
  const small = singles(8, 10, 400);
  const large = singles(100, 30, 20);
  const proven = [...fives, ...sevens].filter((each) => findItineraries(each).proven).length;
  return {
    single8Ms: { value: small.minutes, unit: "ms", most: 0.3 },
    single100Ms: { value: large.minutes, unit: "ms", most: 6 },
    single8IsoMs: { value: small.texts, unit: "ms", most: 3 },
    single100IsoMs: { value: large.texts, unit: "ms", most: 25 },
    loop5P95Ms: { value: percentile(five, 0.95), unit: "ms", most: 20 },
    loop7P95Ms: { value: percentile(seven, 0.95), unit: "ms", most: 300 },
    slowestMs: { value: Math.max(...five, ...seven), unit: "ms", most: 2_000 },
    largestMs: { value: largest.mostMs, unit: "ms", most: 2_000 },
    answeredShare: { value: largest.answered, unit: "ratio", least: 1 },
    repairP95Ms: { value: percentile(repair, 0.95), unit: "ms", most: 20 },
    milpRatio: { value: milpRatio, unit: "ratio", least: 50 },
    provenShare: { value: proven / (fives.length + sevens.length), unit: "ratio" },
  };
};
