/** Times that hold on any machine. A limit in milliseconds is meant for the machine that it was set on, at rest: fixed work that is
 * timed before and after what is tested says how many times slower this one is just now, and that much less is counted. */

/** What the fixed work takes where the limits were set, at rest. */
const THERE_MS = 10;

/** Some of all that the program does: numbers, texts, patterns, objects, what must be collected again. */
const workAway = (): number => {
  let sum = 0;
  for (let index = 0; index < 4_000_000; index += 1) sum = (sum + index * 3) % 1_000_003;
  const items = Array.from({ length: 3_000 }, (_, at) => ({
    id: (at * 7_919) % 3_001,
    text: `no. ${at}`,
  }));
  const sorted = items.toSorted((a, b) => a.id - b.id);
  const copied: unknown = JSON.parse(JSON.stringify(sorted));
  const words = sorted.map(({ text }) => text.replaceAll(/\d(\d)/g, "$1")).join(" ");
  return sum + words.length + (Array.isArray(copied) ? copied.length : 0);
};
for (let turn = 0; turn < 5; turn += 1) workAway();

interface Times {
  /** By the clock on the wall. */
  wall: number;
  /** By what the processor did for this process. */
  cpu: number;
}

const timesSince = (wall: number, cpu: NodeJS.CpuUsage): Times => ({
  wall: performance.now() - wall,
  cpu: process.cpuUsage(cpu).user / 1_000,
});

/** How many times slower it is here and now than there, once at least. */
export const slownessNow = (): Times => {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  workAway();
  const times = timesSince(wall, cpu);
  return { wall: Math.max(1, times.wall / THERE_MS), cpu: Math.max(1, times.cpu / THERE_MS) };
};

/** Starts to time. Each of its functions gives the milliseconds since, of a machine at rest. */
export const startStopwatch = (): { wallMs(): number; cpuMs(): number } => {
  const before = slownessNow();
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const msOf = (which: keyof Times): number => {
    const took = timesSince(wall, cpu)[which];
    return took / Math.max(before[which], slownessNow()[which]);
  };
  return { wallMs: () => msOf("wall"), cpuMs: () => msOf("cpu") };
};
