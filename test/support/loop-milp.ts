/** The same loop as a mixed-integer program, for an independent solver: one yes or no for each session at each start, and one
 * for each person in each place there. Made from what the oracle judges of starts and seats, so it shares no line with the
 * engine. For loops on one day, without a longest gap that could bind and without a pause. */
import type { Highs, HighsOptions, HighsSolution } from "highs";
import { liesInOneDay, onlyChoice, slotRequestOf } from "../../evals/scorers/loop-oracle.ts";
import { judgeStarts, type JudgedStart } from "../../evals/scorers/slot-oracle.ts";
import {
  DEFAULT_LOOP_WEIGHTS,
  DEFAULT_MOST_GAP_MINUTES,
  DEFAULT_WEIGHTS,
} from "../../src/scheduling/defaults.ts";
import type { LoopRequest } from "../../src/scheduling/loop-types.ts";

interface Start {
  judged: JudgedStart;
  /** Minutes since the epoch. */
  from: number;
  to: number;
  day: string;
  name: string;
  /** What the minutes are counted from. */
  dawn: number;
}

/** A program in the LP format. */
export interface Program {
  text: string;
  /** What is added to its objective. Not in the text: as a variable that is fixed at one it made the solver's presolve give up more
   * often (`solveSafely`). */
  constant: number;
}

/** Loads the solver; one is used for all. Its types are written for another module system than it comes in. */
export const loadHighs = async (): Promise<Highs> => {
  const module: { default: unknown } = await import("highs");
  if (!isLoader(module.default)) throw new Error("the solver cannot be loaded");
  return await module.default();
};

const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === "function";

/** All starts of each session that can be filled. */
const startsOf = (request: LoopRequest): Start[][] =>
  request.sessions.map((session, index) =>
    judgeStarts(slotRequestOf(session, request))
      .filter(({ allowed }) => allowed.every((choices) => choices.length > 0))
      .filter(({ session: span }) => liesInOneDay(span, request))
      .map((judged, at) => ({
        judged,
        from: judged.session.start.epochMilliseconds / 60_000,
        to: judged.session.end.epochMilliseconds / 60_000,
        day: judged.session.start
          .toZonedDateTimeISO(request.candidate.zone)
          .toPlainDate()
          .toString(),
        name: `z_${index}_${at}`,
        dawn: 0,
      })),
  );

/** A program for each day on which every session has a start. */
export const programsOf = (request: LoopRequest): Program[] => {
  const starts = startsOf(request);
  const days = [...new Set(starts.flat().map(({ day }) => day))].toSorted();
  return days.flatMap((day) => {
    const today = starts.map((each) => each.filter((start) => start.day === day));
    if (today.some((each) => each.length === 0)) return [];
    return programOf(request, fromDawn(today)) ?? [];
  });
};

/** The best score of a program; undefined when nothing fits, or nothing is proven in that many seconds. */
export const solve = (
  { text, constant }: Program,
  highs: Highs,
  { seconds = 60 }: { seconds?: number } = {},
): number | undefined => {
  const options = { mip_rel_gap: 0, mip_abs_gap: 1e-7, time_limit: seconds };
  const solved = solveSafely(highs, text, options);
  return solved.Status === "Optimal" ? solved.ObjectiveValue + constant : undefined;
};

/** The solver's presolve takes a few programs in which nothing fits for solved, sees that its answer breaks a row, and gives up with
 * an error (version 1.15.3). Such a one is solved again without it. */
const solveSafely = (highs: Highs, text: string, options: HighsOptions): HighsSolution => {
  try {
    return highs.solve(text, options);
  } catch {
    return highs.solve(text, { ...options, presolve: "off" });
  }
};

/** The best score on each day on which all sessions fit, best first. */
export const bestDaysByMilp = (request: LoopRequest, highs: Highs): { score: number }[] =>
  programsOf(request)
    .flatMap((program) => {
      const score = solve(program, highs);
      return score === undefined ? [] : [{ score }];
    })
    .toSorted((a, b) => b.score - a.score);

/** Minutes counted from the first start: small numbers, exact in the solver. */
const fromDawn = (starts: readonly Start[][]): Start[][] => {
  const dawn = Math.min(...starts.flat().map(({ from }) => from));
  return starts.map((each) =>
    each.map((start) => ({ ...start, from: start.from - dawn, to: start.to - dawn, dawn })),
  );
};

/** Undefined when no day can have the lunch that is asked for. */
const programOf = (request: LoopRequest, starts: readonly Start[][]): Program | undefined => {
  const people = new Map<string, string[]>();
  const rows: string[] = [];
  const binaries: string[] = [];
  const { terms, constant, spanCost } = pointsOf(request);
  const objective: string[] = [];
  const bound = new Set(
    request.sessions.flatMap(({ places }) => places.flatMap((p) => onlyChoice(p.choices) ?? [])),
  );
  for (const [session, each] of starts.entries()) {
    rows.push(`${each.map(({ name }) => name).join(" + ")} = 1`);
    for (const start of each) {
      binaries.push(start.name);
      objective.push(`${terms.start(start.judged)} ${start.name}`);
      for (const [place, choices] of start.judged.allowed.entries()) {
        const isBound = onlyChoice(request.sessions[session]?.places[place]?.choices ?? []);
        const seats = choices
          .filter((email) => isBound !== undefined || !bound.has(email))
          .map((email, at) => {
            const name = `y${start.name.slice(1)}_${place}_${at}`;
            binaries.push(name);
            objective.push(`${terms.seat(start.judged, place, email)} ${name}`);
            if (isBound === undefined) people.set(email, [...(people.get(email) ?? []), name]);
            return name;
          });
        rows.push(`${[...seats, `- ${start.name}`].join(" + ").replaceAll("+ -", "-")} = 0`);
      }
    }
  }
  for (const seats of people.values()) rows.push(`${seats.join(" + ")} <= 1`);
  rows.push(...timeRows(request, starts));
  const lunch = lunchRows(request, starts);
  if (!lunch) return undefined;
  rows.push(...lunch.rows);
  binaries.push(...lunch.binaries);
  const plus = objective.map((term) => (term.startsWith("-") ? term : `+ ${term}`)).join("\n ");
  const text = [
    "Maximize",
    ` obj: ${plus}\n - ${spanCost} last + ${spanCost} first`,
    "Subject To",
    ...rows.map((row, index) => ` r${index}: ${row}`),
    "Bounds",
    " 0 <= first <= 10000",
    " 0 <= last <= 10000",
    "Binary",
    ` ${binaries.join("\n ")}`,
    "End",
  ].join("\n");
  return { text, constant };
};

/** No two at once, the least gap between them, the order, and when the first begins and the last ends. */
const timeRows = (request: LoopRequest, starts: readonly Start[][]): string[] => {
  const { rules = {}, sessions } = request;
  const gap = rules.leastGapMinutes ?? 0;
  const all = starts.flat();
  const moments = [...new Set(all.map(({ from }) => from))];
  const rows = moments.flatMap((moment) => {
    const covering = all.filter(({ from, to }) => from <= moment && moment < to + gap);
    return covering.length > 1 ? [`${covering.map(({ name }) => name).join(" + ")} <= 1`] : [];
  });
  for (const [index, { after = [] }] of sessions.entries()) {
    for (const id of after) {
      const before = sessions.findIndex((other) => other.id === id);
      const mine = starts[index]?.map(({ from, name }) => `${from} ${name}`).join(" + ") ?? "";
      const its = starts[before]?.map(({ to, name }) => `- ${to} ${name}`).join(" ") ?? "";
      rows.push(`${mine} ${its} >= 0`);
    }
  }
  for (const each of starts) {
    rows.push(`first ${each.map(({ from, name }) => `- ${from} ${name}`).join(" ")} <= 0`);
    rows.push(`last ${each.map(({ to, name }) => `- ${to} ${name}`).join(" ")} >= 0`);
  }
  return rows;
};

/** One piece of the lunch hours is chosen, and no session runs in it. Shape: undefined when there is none that is long enough. */
const lunchRows = (
  request: LoopRequest,
  starts: readonly Start[][],
): { rows: string[]; binaries: string[] } | undefined => {
  const lunch = request.rules?.lunch;
  const [any] = starts.flat();
  if (!lunch || !any) return { rows: [], binaries: [] };
  const date = Temporal.PlainDate.from(any.day);
  const at = (minute: number): number =>
    date
      .toPlainDateTime()
      .add({ minutes: minute })
      .toZonedDateTime(request.candidate.zone)
      .toInstant().epochMilliseconds /
      60_000 -
    any.dawn;
  const end = at(lunch.endMinute);
  const edges = [at(lunch.startMinute), ...starts.flat().map(({ to }) => to)];
  const pieces = [...new Set(edges)]
    .filter((from) => from >= at(lunch.startMinute) && from + lunch.minutes <= end)
    .map((from, index) => ({ from, to: from + lunch.minutes, name: `l_${index}` }));
  if (pieces.length === 0) return undefined;
  const names = pieces.map(({ name }) => name);
  const rows = pieces.flatMap((piece) =>
    starts
      .flat()
      .filter(({ from, to }) => from < piece.to && piece.from < to)
      .map(({ name }) => `${name} + ${piece.name} <= 1`),
  );
  return { rows: [`${names.join(" + ")} = 1`, ...rows], binaries: names };
};

/** What each choice adds, out of 100. */
const pointsOf = (request: LoopRequest) => {
  const { sessions, rules = {} } = request;
  const weights = { ...DEFAULT_WEIGHTS, ...DEFAULT_LOOP_WEIGHTS, ...request.weights };
  const canBeAsked = (email: string): boolean => {
    const person = request.people[email];
    return person !== undefined && person.reading.readable && !person.optedOut;
  };
  const places = sessions.flatMap((session) => session.places);
  const concerned = {
    attendance: places.filter(({ key }) => key).length,
    focus_kept: places.length,
    invitations_kept: places.length,
    load_balance: places.filter(
      ({ choices }) => [...new Set(choices)].filter(canBeAsked).length > 1,
    ).length,
    panel_comfort: places.filter(({ choices }) =>
      choices.some(
        (email) =>
          canBeAsked(email) && (request.people[email]?.comfort ?? request.people[email]?.lunch),
      ),
    ).length,
  };
  const mostGap = (sessions.length - 1) * (rules.mostGapMinutes ?? DEFAULT_MOST_GAP_MINUTES);
  const compactness = mostGap > 0 ? weights.compactness : 0;
  const names = Object.keys(concerned) as (keyof typeof concerned)[];
  const total =
    names.reduce((sum, name) => sum + (concerned[name] > 0 ? weights[name] : 0), 0) +
    weights.candidate_comfort +
    weights.earliness +
    compactness;
  const outOf100 = (weight: number): number => (total === 0 ? 0 : (100 * weight) / total);
  const spanCost = mostGap > 0 ? outOf100(compactness) / mostGap : 0;
  const busy = sessions.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
  return {
    spanCost,
    /** Nothing is waited when the day is as long as its sessions. */
    constant: outOf100(compactness) + spanCost * busy,
    terms: {
      start: ({ comfort, earliness }: JudgedStart): number =>
        (outOf100(weights.candidate_comfort) * comfort + outOf100(weights.earliness) * earliness) /
        sessions.length,
      seat: (judged: JudgedStart, place: number, email: string): number => {
        const values = judged.seat(place, email);
        return names.reduce((sum, name) => {
          const value = values[name];
          return value === undefined
            ? sum
            : sum + (outOf100(weights[name]) * value) / concerned[name];
        }, 0);
      },
    },
  };
};
