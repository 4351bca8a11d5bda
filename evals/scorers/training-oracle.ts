/** Who sits in to learn, found by trying every way to fill the seats: what the engine's answer is held to. */
import { DEFAULT_WEIGHTS } from "../../src/scheduling/defaults.ts";
import type { SlotRequest, TrainingSeat } from "../../src/scheduling/types.ts";
import { judgeStarts, type JudgedSeat } from "./slot-oracle.ts";

/** A session with its time, and the training seats that were asked for. */
export interface WatchedSession {
  request: Omit<SlotRequest, "places">;
  training: readonly TrainingSeat[];
  startsAt: string;
}

/** How many seats are filled, and what those in them are worth in sum: by the weights of the terms of a seat. */
export interface TrainingWorth {
  filled: number;
  worth: number;
}

/** By session and seat; undefined: nobody. */
export type Trainees = readonly (readonly (string | undefined)[])[];

interface Chance {
  emails: string[];
  worthOf(email: string): number;
}

/** The best way: more seats filled before all, then the most worth. `taken`: who sits on the panels. */
export const bestTraineesByForce = (
  sessions: readonly WatchedSession[],
  taken: ReadonlySet<string>,
): TrainingWorth => {
  const chances = sessions.flatMap(chancesOf);
  const best = (from: number, seated: readonly string[]): TrainingWorth => {
    const chance = chances[from];
    if (!chance) return { filled: 0, worth: 0 };
    let most = best(from + 1, seated);
    for (const email of chance.emails) {
      if (seated.includes(email) || taken.has(email)) continue;
      const rest = best(from + 1, [...seated, email]);
      const found = { filled: rest.filled + 1, worth: rest.worth + chance.worthOf(email) };
      if (isBetter(found, most)) most = found;
    }
    return most;
  };
  return best(0, []);
};

/** What is to be said of an answer: what it is worth, and whatever it breaks. */
export const judgeTrainees = (
  sessions: readonly WatchedSession[],
  taken: ReadonlySet<string>,
  trainees: Trainees,
): TrainingWorth & { broken: string[] } => {
  const chances = sessions.flatMap(chancesOf);
  const seats = trainees.flat();
  const broken: string[] = [];
  const seen = new Set(taken);
  let worth = 0;
  for (const [index, email] of seats.entries()) {
    if (email === undefined) continue;
    if (seen.has(email)) broken.push(`${email} twice`);
    seen.add(email);
    if (!chances[index]?.emails.includes(email)) broken.push(`${email} cannot`);
    worth += chances[index]?.worthOf(email) ?? 0;
  }
  return { filled: seats.filter((email) => email !== undefined).length, worth, broken };
};

const isBetter = (one: TrainingWorth, other: TrainingWorth): boolean =>
  one.filled === other.filled ? one.worth > other.worth : one.filled > other.filled;

const TERMS = ["focus_kept", "invitations_kept", "load_balance", "panel_comfort"] as const;

const chancesOf = ({ request, training, startsAt }: WatchedSession): Chance[] => {
  if (training.length === 0) return [];
  const places = training.map((seat) => ({ ...seat, key: false }));
  const requiredStart = Temporal.Instant.from(startsAt);
  const [judged] = judgeStarts({ ...request, places, requiredStart });
  const weights = { ...DEFAULT_WEIGHTS, ...request.weights };
  const worthOf = (seat: JudgedSeat | undefined): number =>
    TERMS.reduce((sum, name) => sum + weights[name] * (seat?.[name] ?? 0), 0);
  return training.map((_, index) => ({
    emails: judged?.allowed[index] ?? [],
    worthOf: (email) => worthOf(judged?.seat(index, email)),
  }));
};
