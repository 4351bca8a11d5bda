/** What a usual brief says, sentence by sentence. */
import type { BriefQuestion, BriefSentence, ProbePoint } from "../../src/domain/brief.ts";

/** Ids of the documents. */
export const RESUME = "resume/1";
export const POSTING = "posting/1";
export const NOTE = "note/1";
export const EARLIER = "feedback/1";
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

const probe = (
  id: string,
  [text, ask]: [string, string],
  ...sources: [string, string][]
): ProbePoint => ({
  ...sentence(id, text, ...sources),
  ask,
});

/** Of a resume that fits well. */
export const HIGHLIGHTS = [
  sentence(
    "highlight-1",
    "Six years of Go in production, the last four at Farfield (2020 to 2024).",
    [RESUME, "Senior Backend Engineer, Farfield, 03/2020 – 06/2024. Go, gRPC, Postgres."],
    [POSTING, "Several years of Go in production."],
  ),
  sentence(
    "highlight-2",
    "Moved a monolith’s payments into services without a stop, for 40 million orders a year.",
    [RESUME, "Moved payments out of the monolith, zero downtime, 40 million orders a year."],
  ),
  sentence(
    "highlight-3",
    "Has been on call for a service that must answer in 200 ms, and halved its alerts in a year.",
    [RESUME, "On call for checkout (200 ms budget); halved alerts within a year."],
  ),
  sentence(
    "highlight-4",
    "Led a group of four engineers and taught two new ones, both still in the team.",
    [RESUME, "Led four engineers; mentored two juniors."],
  ),
  sentence(
    "highlight-5",
    "Postgres is named in all three jobs, with partitioning and logical replication in the last.",
    [RESUME, "Postgres 12–15: partitioning, logical replication."],
    [POSTING, "You know Postgres well."],
  ),
];

/** From a note, and from a round that is over. */
export const BACKGROUND = [
  sentence(
    "background-1",
    "Note of 3 November by Paula Reis: “Prefers a team that owns what it runs.”",
    [NOTE, "Prefers a team that owns what it runs."],
  ),
  sentence("background-2", "Note of 3 November by Paula Reis: “Can begin in February.”", [
    NOTE,
    "Can begin in February.",
  ]),
  sentence(
    "background-3",
    "Phone Screen, Tomas Lind: “Explains trade-offs clearly and asks what the numbers are first.”",
    [EARLIER, "Explains trade-offs clearly and asks what the numbers are first."],
  ),
  sentence(
    "background-4",
    "Phone Screen, Tomas Lind: “Less sure about event ordering; worth going deeper.”",
    [EARLIER, "Less sure about event ordering; worth going deeper."],
  ),
];

/** What is not there, or does not fit. */
export const PROBE = [
  probe(
    "probe-1",
    [
      "The posting asks for Kafka or the like; the resume names no message broker.",
      "Which message brokers have you worked with, and how did you keep events in order?",
    ],
    [POSTING, "Experience with Kafka or a similar broker."],
  ),
  probe(
    "probe-2",
    [
      "The resume says led; it does not say what was decided by the candidate alone.",
      "Which of the decisions in the payments move were yours, and what would you decide otherwise now?",
    ],
    [RESUME, "Moved payments out of the monolith"],
  ),
  probe(
    "probe-3",
    [
      "Two jobs overlap from March to June 2020.",
      "How were your months from March to June 2020 divided between the two?",
    ],
    [RESUME, "Backend Engineer, Northwind, 01/2017 – 06/2020"],
    [RESUME, "Farfield, 03/2020 – 06/2024"],
  ),
  probe(
    "probe-4",
    [
      "The posting asks for experience with infrastructure as code; nothing in the resume shows it.",
      "How have the services that you ran been set up and changed?",
    ],
    [POSTING, "Infrastructure as code (Terraform or similar)."],
  ),
];

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

/** In the posting's own words. */
export const SELLING = [
  sentence("selling-1", "“You will own the booking service from its design to its pager.”", [
    POSTING,
    "You will own the booking service from its design to its pager.",
  ]),
  sentence("selling-2", "“Two days a month are yours to learn.”", [
    POSTING,
    "Two days a month are yours to learn.",
  ]),
  sentence("selling-3", "“We work from Lisbon, from Berlin or from home.”", [
    POSTING,
    "We work from Lisbon, from Berlin or from home.",
  ]),
];
