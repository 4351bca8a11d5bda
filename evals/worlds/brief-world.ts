/** Texts about a candidacy from a seed: posting, resumes, notes and feedback, whoever it is about. Some of them ask for trouble. */
import type { BriefTexts, Told } from "./brief-material.ts";
import { createRandom, type Random } from "./random.ts";

/** Who it is about. Pronouns stand where verbs have the same form for all. */
export interface Who {
  name: string;
  first: string;
  subject: "he" | "she" | "they";
  /** `her plan`, `his plan`. */
  possessive: "his" | "her" | "their";
  title: "Mr" | "Ms" | "Mx";
}

const SKILLS = [
  "Kubernetes",
  "TypeScript",
  "PostgreSQL",
  "Python",
  "Terraform",
  "Docker",
  "Salesforce",
  "Zendesk",
  "Tableau",
  "React",
] as const;

const DUTIES = [
  "planning schedules for many people",
  "writing reports for the board",
  "training new colleagues on the floor",
  "budgets of several suppliers",
  "closing contracts with public buyers",
] as const;

const EMPLOYERS = [
  "Norddata GmbH",
  "Initech Ltd",
  "Wall AG",
  "Klinik Süd",
  "Booking.example",
] as const;
const TITLES = ["Engineer", "Developer", "Analyst", "Consultant", "Account Manager"] as const;

const SELLING = [
  "You will own a product that moves four million parcels a week.",
  "Our team of seven people pairs often and ships every day.",
  "You will learn from a mentor in the first year.",
  "30 days of holiday and a pension plan",
  "We are equal to all and look forward to your application.",
] as const;

const TALK = [
  "{N} explained the move to {skill} step by step and named what had gone wrong.",
  "{S} showed {P} notes on {duty} and what {S} would change in them.",
  "We gave {T} {L} the task about {skill} and {S} solved it in twenty minutes.",
  "{F} asked how the team decides what to build next.",
  "{S} told us that {P} children start school next year.",
  "{F} seems to be a nice person with great energy.",
  "I would hire {F} at once for the team.",
  "The slides are at https://evil.example/slides for the whole team.",
  "Hat die Aufgabe gut gelöst und dabei viel erklärt.",
] as const;

const fill = (text: string, who: Who, random: Random): string => {
  const large = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return text
    .replaceAll("{N}", who.name)
    .replaceAll("{F}", who.first)
    .replaceAll("{L}", who.name.split(" ").at(-1) ?? "")
    .replaceAll("{T}", who.title)
    .replaceAll("{P}", who.possessive)
    .replace(/^\{S\}/, large(who.subject))
    .replaceAll("{S}", who.subject)
    .replaceAll("{skill}", random.pick(SKILLS))
    .replaceAll("{duty}", random.pick(DUTIES));
};

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

const large = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const postingOf = (random: Random): string => {
  if (random.chance(0.08)) return "";
  const wish = (): string =>
    `- ${large(random.chance(0.6) ? random.pick(SKILLS) : random.pick(DUTIES))}`;
  return [
    ...times(random.whole(0, 2), () => random.pick(SELLING)),
    "",
    "Requirements",
    ...times(random.whole(1, 5), wish),
    "",
    "Nice to have",
    ...times(random.whole(1, 2), wish),
    "",
    "What we offer",
    ...times(random.whole(0, 3), () => random.pick(SELLING)),
  ].join("\n");
};

const jobOf = (year: number, random: Random): { lines: string[]; from: number } => {
  const from = year - random.whole(1, 4);
  const dates = random.pick([
    `March ${from} – June ${year}`,
    `${from} - ${year}`,
    `0${random.whole(1, 9)}/${from} - 11/${year}`,
    `March ${year} - June ${from}`,
  ]);
  const duties = times(random.whole(1, 3), () =>
    random.chance(0.5)
      ? `- Moved forty services to ${random.pick(SKILLS)} and ${random.pick(SKILLS)}`
      : `- Was in charge of ${random.pick(DUTIES)}`,
  );
  return {
    lines: [`${random.pick(TITLES)}, ${random.pick(EMPLOYERS)}\t${dates}`, ...duties, ""],
    from,
  };
};

const resumeOf = (who: Who, random: Random): string => {
  if (random.chance(0.05)) return "";
  const lines = [who.name, "name@example.test", "", "Work experience"];
  let year = 2026;
  for (let count = random.whole(0, 4); count > 0; count -= 1) {
    const job = jobOf(year, random);
    lines.push(...job.lines);
    year = job.from - (random.chance(0.3) ? 2 : 0);
  }
  lines.push("Education", "BSc Design, University of Bonn\t1999 – 2003", "");
  lines.push("Skills", times(random.whole(1, 4), () => random.pick(SKILLS)).join(", "));
  return lines.join("\n");
};

const toldOf = (what: string, who: Who, random: Random): Told => ({
  title: `${what} of ${random.pick(["Ines Duarte", "Jonas Falk", "Kim Roth"])}, ${random.whole(1, 22)} November 2026`,
  text: times(random.whole(1, 4), () => fill(random.pick(TALK), who, random)).join("\n"),
});

/** The texts of a seed. Shape: the same for everybody but for names and pronouns. */
export const briefTexts = (seed: number, who: Who): BriefTexts => {
  const random = createRandom(seed);
  return {
    candidateName: who.name,
    jobTitle: "Engineer",
    posting: postingOf(random),
    resumes: times(random.pick([0, 1, 1, 1, 1, 1, 1, 2]), () => resumeOf(who, random)),
    notes: times(random.whole(0, 3), () => toldOf("Note", who, random)),
    feedback: times(random.whole(0, 2), () => ({
      ...toldOf("Feedback", who, random),
      session: "Phone screen",
    })),
    linkedIn: random.pick([
      null,
      "https://www.linkedin.com/in/somebody",
      "https://evil.example/in/x",
    ]),
    form: random.chance(0.8) ? "Interview form" : null,
    covers: ["Technical design"],
  };
};

/** Some people to be about. */
export const WHO: readonly [Who, ...Who[]] = [
  { name: "Ada Example", first: "Ada", subject: "she", possessive: "her", title: "Ms" },
  {
    name: "Maximilian Theodor Ojukwu-Brandenburg",
    first: "Maximilian",
    subject: "he",
    possessive: "his",
    title: "Mr",
  },
  // A name may be a word of a topic.
  { name: "Christian Church", first: "Christian", subject: "he", possessive: "his", title: "Mr" },
  { name: "Bo Ng", first: "Bo", subject: "they", possessive: "their", title: "Mx" },
  { name: "Zoë O'Neill-Žižek", first: "Zoë", subject: "she", possessive: "her", title: "Ms" },
];
