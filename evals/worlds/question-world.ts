/** Postings and plans from a seed: what questions are to be composed for. */
import type { ComposeRequest, SessionToFill } from "../../src/questions/compose-request.ts";
import { questionBank } from "../../src/questions/read-bank.ts";
import { createRandom, type Random } from "./random.ts";

const TITLES = [
  "Senior Backend Engineer",
  "Junior Data Analyst",
  "Head of Sales",
  "Ward Nurse",
  "Store Supervisor",
  "Product Manager",
  "Financial Controller",
  "Engineering Manager",
  "Marketing Lead",
  "Something new",
] as const;

const NAMES = [
  "First talk",
  "Coding",
  "Case study",
  "Hiring manager",
  "Working together",
  "Design",
] as const;

const SCALE = {
  text: "Interview",
  fields: [
    {
      type: "score-system",
      options: ["1 - No", "2 - Rather no", "3 - Rather yes", "4 - Yes"].map((text) => ({ text })),
    },
  ],
};

/** What a set for it must have. */
export interface AskedFor {
  /** Competencies that the plan names, by session id; each is known, and named once. */
  named: Record<string, string[]>;
}

const linesOf = (random: Random): string => {
  const words = questionBank().competencies.flatMap((one) => one.words.slice(0, 3));
  return Array.from({ length: random.whole(0, 25) }, () => {
    const word = words[random.whole(0, words.length - 1)] ?? "";
    return `You will do ${word.replace("*", "ing")} with others.`;
  }).join(" ");
};

/** The world of a seed. Named competencies fit their session: ten minutes of questions each. */
export const questionWorld = (seed: number): { request: ComposeRequest; askedFor: AskedFor } => {
  const random = createRandom(seed);
  // Those for every job: that they can be asked needs no craft.
  const free = questionBank()
    .competencies.filter(({ families }) => families === "all")
    .map(({ id }) => id);
  const named: Record<string, string[]> = {};
  const sessions = Array.from({ length: random.whole(1, 5) }, (_, index): SessionToFill => {
    const id = `session-${index + 1}`;
    const durationMinutes = random.pick([30, 45, 60, 75, 90]);
    const wanted = random.chance(0.4) ? free.splice(0, durationMinutes >= 60 ? 2 : 1) : [];
    if (wanted.length > 0) named[id] = wanted;
    return {
      id,
      name: random.pick(NAMES),
      durationMinutes,
      ...(wanted.length > 0 && { competencies: wanted }),
      ...(random.chance(0.5) && { feedbackForm: SCALE }),
    };
  });
  return {
    request: { title: random.pick(TITLES), jobText: linesOf(random), sessions },
    askedFor: { named },
  };
};
