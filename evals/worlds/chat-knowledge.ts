/** What an assistant knows of a made-up candidate, put together without any database: a case, a posting, a guide, policies. */
import { readFileSync } from "node:fs";
import type { CaseFact, ChatKnowledge, Known } from "../../agents/candidate-chat/knowledge.ts";
import { knownAbout, knownTitled, searchKnown } from "../../agents/candidate-chat/search-known.ts";
import { policiesOf } from "../../agents/candidate-chat/policies.ts";
import { momentOf } from "../../src/http/candidate/moments.ts";
import { spanWords } from "../../src/http/candidate/times.ts";
import { cutPassages } from "../../src/guides/passages.ts";
import type { Passage } from "../../src/guides/passage.ts";

const readGuide = (file: string): string =>
  readFileSync(new URL(`../../guides/${file}`, import.meta.url), "utf8");

const POSTING = [
  "The job is Backend Engineer. The team is Platform. The location is Lisbon.",
  "We look for a Backend Engineer for our Platform team. You will own services from design to operation, in TypeScript and PostgreSQL.",
  "What we offer\n- A yearly salary of 60,000 to 75,000 euros\n- Two days of remote work a week\n- 28 days of holiday",
  "What you bring\n- Experience with TypeScript or another typed language\n- Knowledge of SQL databases",
];

const READER = { zone: "Europe/Lisbon", locale: "en-GB" };
const SPANS = [
  { startsAt: "2026-11-24T15:00Z", endsAt: "2026-11-24T15:45Z" },
  { startsAt: "2026-11-23T15:00Z", endsAt: "2026-11-23T15:00Z" },
].map(({ startsAt, endsAt }) => ({
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: Temporal.Instant.from(endsAt),
}));
const MOMENTS = SPANS.map((span) => momentOf(span, READER));
// Of the one place where they are worded.
const [WHEN, UNTIL] = MOMENTS.map(({ words }) => words);

const PANEL = { name: "Technical panel", people: ["Grace Hopper", "Linus Okafor"] };

const FACTS: Record<CaseFact, string[]> = {
  when: [`Technical panel: ${WHEN}.`],
  people: ["You will meet Grace Hopper and Linus Okafor for Technical panel."],
  place: ["Technical panel is by video. The link is https://meet.google.test/abc-defg-hij"],
  length: ["Technical panel takes 45 minutes."],
  prepare: ["To prepare for Technical panel: Choose a system that you know well."],
  stands: ["You have not confirmed yet that you will be there."],
  move: [
    `You can ask for another time until ${UNTIL}. Until that is decided your interview stays as it is.`,
  ],
};

const factsOf = (fact: CaseFact): Known[] =>
  FACTS[fact].map((excerpt, index) => ({
    id: `case.${fact}.${index + 1}`,
    kind: "case",
    title: "Your interview",
    excerpt,
    ...(fact !== "stands" && fact !== "move" && { of: PANEL.name }),
  }));

const postingPassages = (parts: readonly string[]): Passage[] =>
  parts.map((text, version) => ({
    guideId: "posting",
    version,
    scope: { kind: "posting", postingId: "p1" },
    title: "Job posting: Backend Engineer",
    text,
  }));

const VISIT = readGuide("sandbox-visit.md");

/** Of the guides that the sandbox begins with. */
const guidesWith = (visit: string): readonly Passage[] => [
  ...cutPassages({
    guideId: "backend",
    version: 1,
    scope: { kind: "posting", postingId: "p1" },
    title: "Backend Engineer: what to expect",
    text: readGuide("sandbox-backend-engineer.md"),
  }),
  ...cutPassages({
    guideId: "visit",
    version: 1,
    scope: { kind: "company" },
    title: "Your interviews at Lumen Harbor",
    text: visit,
  }),
];
const GUIDES = guidesWith(VISIT);

/** Each of them, whatever is asked. */
export const GUIDE_TEXTS: readonly string[] = GUIDES.map(({ text }) => text);

/** All of it; `visit`: the text of the guide for everybody, without it the sandbox's. */
export const chatKnowledge = (visit = VISIT): ChatKnowledge => {
  const guide = visit === VISIT ? GUIDES : guidesWith(visit);
  const posting = postingPassages(POSTING);
  const known = posting.map(({ title, text }, index): Known => ({
    id: `posting.${index}`,
    kind: "posting",
    title,
    excerpt: text,
  }));
  return {
    case: {
      when: factsOf("when"),
      people: factsOf("people"),
      place: factsOf("place"),
      length: factsOf("length"),
      prepare: factsOf("prepare"),
      stands: factsOf("stands"),
      move: factsOf("move"),
    },
    posting: known,
    policies: policiesOf("Lumen Harbor"),
    search: (question) => searchKnown({ guide, posting }, question),
    about: (subject, question) => knownAbout({ guide, posting }, subject, question),
    titled: (title) => knownTitled(guide, title),
    mayDo: new Set([
      "confirm",
      "ask_to_move",
      "give_availability",
      "ask_for_adjustment",
      "ask_a_person",
      "opt_out",
    ]),
    isEnded: false,
    mayHandOver: true,
    whenIn: (zone) =>
      SPANS.slice(0, 1).map((span) => ({
        id: `case.when.1${zone === READER.zone ? "" : `.in.${zone}`}`,
        kind: "case",
        title: "Your interview",
        excerpt: `${PANEL.name}: ${spanWords(span, { ...READER, zone })}.`,
        of: PANEL.name,
      })),
    moments: MOMENTS,
    interviews: [PANEL],
    met: PANEL.people,
    named: ["Lumen Harbor", "Backend Engineer", PANEL.name],
    person: { name: "Mara Lindt", reach: "Press “Ask a person”." },
  };
};
