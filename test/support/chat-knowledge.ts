/** What an assistant knows of a made-up candidate, put together without any database: a case, a posting, a guide, policies. */
import type { CaseFact, ChatKnowledge, Known } from "../../agents/candidate-chat/knowledge.ts";
import { searchKnown } from "../../agents/candidate-chat/search-known.ts";
import { policiesOf } from "../../agents/candidate-chat/policies.ts";
import { cutPassages } from "../../src/guides/passages.ts";
import type { Passage } from "../../src/guides/passage.ts";

/** A guide as a company writes it. */
export const GUIDE = `# Your interview with us

## What to bring

Bring a photo ID for the front desk. You need no printed CV.

## What to wear

Wear what you feel good in: nobody here wears a suit.

## Getting here and parking

Our office is at 12 Harbour Street. There are guest places in the garage, level 2; ring the bell at the barrier.

## Video set-up

Our calls run in the browser, without an app. Test your camera and microphone beforehand. If the call breaks off, dial in again: we wait for you.

## Notes and AI tools

You may use your own notes. Please do not use AI tools during the interview, unless your interviewer invites you to.

## Breaks, food and drinks

Between two conversations there is a break of at least ten minutes. Water, coffee and tea are there.

## Access

The entrance and all meeting rooms are step-free. The lift has spoken announcements.

## Travel costs

We pay for train tickets in second class, up to 200 euros. Send the receipts to your recruiter within a month.

## After the interview

You hear from us within five working days, also when the answer is no.

## Language

Interviews are in English. You may ask for a question to be said again in other words.

## Recording

We never record interviews.

## If you are late

Write to your recruiter, or call the front desk. We wait for fifteen minutes.
`;

const POSTING = [
  "The job is Backend Engineer. The team is Platform. The location is Lisbon.",
  "We look for a Backend Engineer for our Platform team. You will own services from design to operation, in TypeScript and PostgreSQL.",
  "What we offer\n- A yearly salary of 60,000 to 75,000 euros\n- Two days of remote work a week\n- 28 days of holiday",
  "What you bring\n- Experience with TypeScript or another typed language\n- Knowledge of SQL databases",
];

const FACTS: Record<CaseFact, string[]> = {
  when: ["Technical panel: Tuesday, 24 November 2026, 15:00–15:45 (Lisbon time)."],
  people: ["You will meet Grace Hopper and Linus Okafor for Technical panel."],
  place: ["Technical panel is by video. The link is https://meet.google.test/abc-defg-hij"],
  length: ["Technical panel takes 45 minutes."],
  prepare: ["To prepare for Technical panel: Choose a system that you know well."],
  stands: ["You have not confirmed yet that you will be there."],
  move: [
    "You can ask for another time until Monday, 23 November 2026, 15:00 (Lisbon time). Until that is decided your interview stays as it is.",
  ],
};

const factsOf = (fact: CaseFact): Known[] =>
  FACTS[fact].map((excerpt, index) => ({
    id: `case.${fact}.${index + 1}`,
    kind: "case",
    title: "Your interview",
    excerpt,
  }));

const postingPassages = (parts: readonly string[]): Passage[] =>
  parts.map((text, version) => ({
    guideId: "posting",
    version,
    scope: { kind: "posting", postingId: "p1" },
    title: "Job posting: Backend Engineer",
    text,
  }));

/** All of it. `guide`: another one. */
export const chatKnowledge = ({ guide = GUIDE }: { guide?: string } = {}): ChatKnowledge => {
  const passages = cutPassages({
    guideId: "company",
    version: 1,
    scope: { kind: "company" },
    title: "Your interview with us",
    text: guide,
  });
  const posting = postingPassages(POSTING);
  const known = posting.map(({ title, text }, index): Known => ({
    id: `posting.${index}`,
    kind: "posting",
    title,
    excerpt: text,
  }));
  return {
    companyName: "Northwind",
    postingTitle: "Backend Engineer",
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
    policies: policiesOf("Northwind"),
    search: (question) => searchKnown({ guide: passages, posting }, question),
    mayDo: new Set([
      "confirm",
      "ask_to_move",
      "give_availability",
      "ask_for_adjustment",
      "ask_a_person",
      "opt_out",
    ]),
    mayHandOver: true,
    met: ["Grace Hopper", "Linus Okafor"],
    person: { name: "Mara Lindt", reach: "Press “Ask a person”." },
  };
};
