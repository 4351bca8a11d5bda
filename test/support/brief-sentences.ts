/** What a usual brief says: drafted by the product from texts, so that pages are shown nothing that it cannot write. */
import { draftBrief } from "../../agents/briefing/draft.ts";
import { materialOf } from "../../evals/worlds/brief-material.ts";
import type { BriefQuestion, BriefSentence } from "../../src/domain/brief.ts";

/** Ids of the documents. */
export const RESUME = "resume/0";
export const POSTING = "posting/p1";
export const NOTE = "note/0";
export const EARLIER = "feedback/0";
export const OWN_ROUND = "feedback/2";

/** A sentence that stands on these words of these documents. */
export const sentence = (
  id: string,
  text: string,
  ...sources: [string, string][]
): BriefSentence => ({
  id,
  text,
  sources: sources.map(([document, quote]) => ({
    document,
    span: { start: 0, end: quote.length },
    quote,
  })),
  computed: [],
});

const { brief } = draftBrief(
  materialOf({
    candidateName: "Ada Moreira",
    jobTitle: "Senior Backend Engineer",
    posting: `You will own the booking service from its design to its pager.
Two days a month are yours to learn with the team.
We build it from Lisbon, from Berlin or from home.

Requirements
- Several years of Java in production
- PostgreSQL
- Kubernetes
- Kafka or a similar broker
- Terraform or similar
- Mentoring engineers

Nice to have
- Code reviews that others learn from`,
    resumes: [
      `Ada Moreira

Work experience
Backend Engineer, Farfield\t03/2020 – 06/2024
- Moved payments into services in Java without downtime
- Moved nine services to Kubernetes
- Made the slowest PostgreSQL queries fast
- Attended a workshop on Terraform

Engineer, Northwind\t01/2017 – 02/2020
- Wrote the guide for code reviews that four teams use
- Mentoring engineers in their first year`,
    ],
    notes: [
      {
        title: "Note of 3 November 2026, Paula Reis",
        text: "Ada would like to talk about on-call duty with somebody from the team.",
      },
    ],
    feedback: [
      {
        title: "Feedback: Phone Screen, Tomas Lind",
        session: "Phone Screen",
        text: "Ada explained the move to Kubernetes step by step and named what had gone wrong.",
      },
    ],
    linkedIn: null,
    form: "System design",
    covers: ["Designing systems", "Running software reliably"],
  }),
);

/** Of a resume that fits well. */
export const HIGHLIGHTS = brief.highlights;

/** From a note, and from a round that is over. */
export const BACKGROUND = brief.background;

/** What is not there, or does not fit. */
export const PROBE = brief.probe;

/** In the posting's own words. */
export const SELLING = brief.selling;

/** As long as those of the bank are. */
export const QUESTIONS: BriefQuestion[] = [
  {
    id: "system_design-07",
    competency: "Designing systems",
    text: "A queue between two of your services grows all night and is empty by noon. What do you look at, and in which order?",
    followUps: ["Which number tells you first?", "What if the consumer may not be slowed down?"],
    minutes: 12,
    strong:
      "Asks for rates before guessing, tells a capacity problem from a slow consumer, and names the cost of each remedy.",
  },
  {
    id: "system_design-11",
    competency: "Designing systems",
    text: "Tell me about a system whose load grew tenfold while you worked on it. What broke first?",
    followUps: ["How did you find out?", "What would you build otherwise today?"],
    minutes: 10,
    strong: "Names a concrete limit with its number, and what the change cost elsewhere.",
  },
  {
    id: "coding-02",
    competency: "Writing software",
    text: "A test passes on your machine and fails sometimes in the build. How do you find out why?",
    followUps: [
      "What do you collect first?",
      "When is it acceptable to repeat the test automatically?",
    ],
    minutes: 10,
    strong: "Makes the failure repeatable first, and treats it as a possible fault in the product.",
  },
  {
    id: "reliability-03",
    competency: "Running software reliably",
    text: "Describe the last incident in which you were on call. What happened between the alert and the end of it?",
    followUps: [
      "Who else did you bring in, and when?",
      "What changed afterwards so that it does not come back?",
    ],
    minutes: 10,
    strong:
      "Gives a timeline with facts, puts the users first, and shows a change that outlived the incident.",
  },
  {
    id: "collaboration-05",
    competency: "Working with others",
    text: "Tell me about a technical decision that you were against and then carried out. How did you go about it?",
    followUps: ["How did you say that you were against it?", "How did it turn out?"],
    minutes: 8,
    strong:
      "States the other side’s reasons fairly and did the work as well as if it had been their own idea.",
  },
];
