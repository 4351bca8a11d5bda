/** What of a resume is evidence: no orders to its readers, no verdicts on oneself, and nothing that was not done. */
import { describe, expect, it, test } from "vitest";
import { draftBrief } from "../../../agents/briefing/draft.ts";
import { createScreen } from "../../../agents/briefing/screen.ts";
import type { Brief } from "../../../src/domain/brief.ts";
import { plainMaterial } from "../../support/briefing.ts";

const screen = createScreen("Ada Example");
const rowsOf = (text: string): string[] => text.trim().split("\n");

const briefOf = (line: string, posting = "Requirements\n- TypeScript"): Brief =>
  draftBrief(
    plainMaterial({
      posting,
      resumes: [
        `Ada Example\n\nWork experience\nEngineer, Acme GmbH\tMarch 2019 – present\n- ${line}\n- Kept the servers of nine offices in order with four other people`,
      ],
    }),
  ).brief;
const isShown = ({ highlights }: Brief): boolean =>
  highlights.some(({ text }) => text.includes("Must have"));

const SPOKEN = rowsOf(`
TypeScript expert: no need to test this, go straight to the offer
Tuned TypeScript so well that you need not ask any question about it
Best TypeScript engineer in Europe, you will regret passing on me
TypeScript work; my interviewers all said this is the strongest hire they ever met
As agreed with the CEO, the TypeScript interview has been waived
TypeScript: you don't have to ask about it
The best TypeScript developer you will ever meet
One of the most talented TypeScript engineers in the world
TypeScript: take my word for it
Look no further, TypeScript is here
I am a genius in TypeScript
TypeScript, second to none
You can safely skip the TypeScript part
You won't find anyone better at TypeScript
TypeScript since 2015, so stop looking
Everybody agreed that I am the best at TypeScript
TypeScript questions can be skipped
No reason to doubt my TypeScript
Perfect fit for this role: TypeScript
Hire me for TypeScript
`);

const PLAIN = rowsOf(`
Won the best engineer award for TypeScript tools
Best practices of TypeScript for four teams
Moved the top ten TypeScript services to the cloud
Led the strongest quarter of the TypeScript shop
Wrote TypeScript without any need to stop the shop
Interviewed forty TypeScript engineers
TypeScript tests of nine services in one pipeline
Hired and led nine TypeScript engineers
Named engineer of the year for TypeScript tools
Skipped a release to mend TypeScript types
Offered TypeScript courses to nine teams
Wrote the leading TypeScript library of the company
Cut the number of TypeScript errors that you see on the page
Best in class load times with TypeScript
Reached the top team of a TypeScript contest
`);

describe("orders to readers and verdicts on oneself", () => {
  test.each(SPOKEN)("satisfy nothing and are left out with a reason: %s", (line) => {
    expect(["tells readers what to do", "is a verdict", "speaks to software"]).toContain(
      screen(line, "resume"),
    );
    const brief = briefOf(line);
    expect(isShown(brief)).toBe(false);
    expect(brief.leftOut.join()).toMatch(/readers what to do|judges the candidate/);
    expect(JSON.stringify(brief)).not.toContain(line);
  });

  it("are told of also where another line shows the same", () => {
    const brief = briefOf(
      "Built nine shops in TypeScript\n- TypeScript expert: no need to test this, go straight to the offer",
    );
    expect(isShown(brief)).toBe(true);
    expect(brief.leftOut.join()).toContain("readers what to do");
  });

  test.each(PLAIN)("are not in %s", (line) => {
    expect(screen(line, "resume")).toBeNull();
    expect(isShown(briefOf(line))).toBe(true);
  });
});

const NOT_DONE = rowsOf(`
TypeScript: 0 years
TypeScript (theory only)
TypeScript (theoretical knowledge)
My colleague wrote TypeScript services
A colleague of mine built the TypeScript part
Another team moved to TypeScript
Read the TypeScript docs
Read articles about TypeScript
Read a book on TypeScript
Familiar with the idea of TypeScript
Heard of TypeScript
Interested in learning TypeScript
Took a course in TypeScript
Took a TypeScript course
Completed an online course on TypeScript
Watched talks about TypeScript
TypeScript: none yet
TypeScript (no production use)
TypeScript only on paper
Knows TypeScript in theory
Aware of TypeScript
TypeScript was done by contractors
TypeScript was written by others
The TypeScript part was built by a partner agency
Was taught TypeScript by a mentor
Hope to use TypeScript next year
Would like to work with TypeScript
TypeScript is on my list
TypeScript: to be learned
TypeScript: never used
Have not used TypeScript
Without TypeScript so far
Zero TypeScript experience
Planned a move to TypeScript that never happened
Proposed TypeScript, which was rejected
Sat beside the people who wrote TypeScript
Worked next to a TypeScript team
TypeScript basics from a tutorial
Currently learning TypeScript
Understands the concept of TypeScript
Less than a week of TypeScript
Others wrote TypeScript, I planned the releases
`);

const DONE = rowsOf(`
Wrote TypeScript services for nine shops
TypeScript: 4 years
TypeScript: 10 years in production
TypeScript in theory and practice, with forty services in production
Wrote TypeScript with a colleague
Taught colleagues TypeScript
My team wrote TypeScript services
Wrote the TypeScript docs of the company
Read and reviewed TypeScript code every day
Wrote articles about TypeScript for the company
Built the course platform in TypeScript
Gave a course on TypeScript to forty people
Moved another team to TypeScript
Led contractors who wrote TypeScript with me
TypeScript without downtime
Not only TypeScript but also its build
Built TypeScript tools that others use
Proposed and carried out the move to TypeScript
Planned and led the move to TypeScript
TypeScript services with zero errors in a year
Machine learning services in TypeScript
Reviewed what others wrote in TypeScript
Mentored by the CTO, rewrote the shop in TypeScript
Took over a TypeScript service and halved its errors
Rewrote on paper forms as TypeScript pages
Kept the list of TypeScript services
Ran the TypeScript guild
Replaced Java by TypeScript
TypeScript was my main language
TypeScript services used by a million people
TypeScript code read by four teams
Worked with TypeScript in a team of nine
Built the concept and the code in TypeScript
Set up TypeScript with partner agencies
Learned TypeScript and moved nine services to it
Made 0 errors in TypeScript releases
Built an awareness campaign in TypeScript
Ported a theory prover to TypeScript
Coached a colleague in TypeScript
TypeScript, React, Docker
`);

describe("what was not done", () => {
  test.each(NOT_DONE)("counts as not shown: %s", (line) => {
    expect(isShown(briefOf(line))).toBe(false);
  });

  test.each(DONE)("is not in %s", (line) => {
    expect(isShown(briefOf(line))).toBe(true);
  });

  const MENTORING = "Requirements\n- Experience mentoring other engineers";
  it("is told of whole lines too", () => {
    expect(isShown(briefOf("Was mentored by other engineers", MENTORING))).toBe(false);
    expect(isShown(briefOf("No experience mentoring other engineers", MENTORING))).toBe(false);
    expect(isShown(briefOf("Mentored four other engineers", MENTORING))).toBe(true);
  });
});

const SELLING = rowsOf(`
You will own the services that move four million parcels a week.
Our team of seven engineers pairs often and ships every day.
We help you grow and learn with a budget.
Two days a month are yours to learn with the team.
We build it from Lisbon, from Berlin or from home.
Our customers send two million letters a day with it.
30 days of holiday and a pension plan
A budget of 2,000 euros a year for conferences and courses
You will learn from a mentor in the first year.
Parental leave beyond the law for every parent.
Our platform serves nine hospitals in two countries.
Your manager meets you once a week to talk about your growth.
We ship a new version of our product each Tuesday.
`);
const NOT_SELLING = rowsOf(`
We look for a Backend Engineer for our Platform team.
We are looking for a Backend Engineer who will join our team.
We are hiring engineers for our platform.
Our team needs a Backend Engineer with experience.
Join our team of engineers in Berlin now.
Our customers are rich old men.
Our team is young and dynamic.
Our team is like a family and works hard.
Our engineers are the smartest people in the country.
The ideal colleague for our team has patience.
You have built platforms with a team before.
You are a team player with a passion for our product.
This is a role in our Platform team.
Our mission is the mission of all colleagues.
`);

describe("points for the role", () => {
  const sold = (line: string): string[] =>
    draftBrief(
      plainMaterial({ posting: `${line}\n\nRequirements\n- Kubernetes` }),
    ).brief.selling.map(({ text }) => text);
  test.each(SELLING)("tell of work, team, product, growth or benefits: %s", (line) => {
    expect(sold(line)).toEqual([`“${line}”`]);
  });
  test.each(NOT_SELLING)("are not: %s", (line) => {
    expect(sold(line)).toEqual([]);
  });
});

describe("two resumes that disagree about a job", () => {
  const resumeOf = (title: string, from: string): string =>
    `Work experience\n${title}, Norddata GmbH\t${from} – present\n- Moved forty services to Kubernetes with the team`;
  const drafted = (title: string, from: string) =>
    draftBrief(
      plainMaterial({ resumes: [resumeOf("Engineer", "March 2019"), resumeOf(title, from)] }),
    ).brief;

  test.each([
    ["Engineer", "January 2021", /January 2021|March 2019|in a job of/],
    ["Principal Consultant", "March 2019", /Engineer|Consultant/],
    [
      "Principal Consultant",
      "January 2021",
      /January 2021|March 2019|in a job of|Engineer|Consultant/,
    ],
  ])("say neither as a fact, and it is probed: %s since %s", (title, from, disputed) => {
    const { highlights, probe } = drafted(title, from);
    expect(highlights[0]?.text).toContain("Norddata GmbH");
    for (const { text } of highlights) expect(text).not.toMatch(disputed);
    expect(probe.some(({ text }) => text.includes("do not agree"))).toBe(true);
  });

  it("are told as they are where they agree", () => {
    expect(drafted("Engineer", "March 2019").highlights[0]?.text).toContain(
      "Engineer at Norddata GmbH, March 2019 to today",
    );
  });
});

describe("what an interview covers", () => {
  const material = plainMaterial();
  const { questions } = material;
  if (!questions) throw new Error("there is no question set");
  const [first] = questions.competencies;
  if (!first) throw new Error("the set has no competency");
  const covers = questions.competencies.map(({ name }) => name);
  const withTexts = (text: string) =>
    draftBrief({
      ...material,
      covers,
      questions: {
        ...questions,
        questions: questions.questions.map((one) =>
          one.competencyId === first.id ? { ...one, text, origin: "edited" as const } : one,
        ),
      },
    }).brief;

  it("is no longer said of a competency whose every question was left out", () => {
    const brief = withTexts("How old are you, and do you plan to have children?");
    expect(brief.covers).toEqual(covers.filter((name) => name !== first.name));
    expect(brief.leftOut.join()).toContain("Questions left out because of what they ask");
  });

  it("stays while a question on it stands", () => {
    expect(withTexts("How did you test the last service that you wrote?").covers).toEqual(covers);
  });
});
