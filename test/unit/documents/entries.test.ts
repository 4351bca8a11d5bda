/** Jobs as resumes lay them out, in each kind of file: who, as what and when, or nothing rather than what is wrong. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDocx, toPdf } from "../../../sandbox/worlds/resume-files.ts";
import { resumeFacts } from "../../../src/documents/facts.ts";
import { readBytes } from "../../../src/documents/read-bytes.ts";
import { readParsedData } from "../../../src/documents/parsed-data.ts";
import type { Entry, ReadDocument } from "../../../src/documents/shape.ts";

const TODAY = Temporal.PlainDate.from("2026-11-23");

const paragraph = (line: string): string => {
  const cells = line.split("\t").map((cell) => `<td>${cell}</td>`);
  return cells.length === 1 ? `<p>${line}</p>` : `<table><tr>${cells.join("")}</tr></table>`;
};
const toHtml = (lines: readonly string[]): Buffer =>
  Buffer.from(`<html><body>${lines.map(paragraph).join("")}</body></html>`);
const toText = (lines: readonly string[]): Buffer => Buffer.from(lines.join("\n"));
const WRITERS = { txt: toText, docx: toDocx, html: toHtml, pdf: toPdf };
type Writer = keyof typeof WRITERS;

const readAs = async (kind: Writer, lines: readonly string[]): Promise<ReadDocument> =>
  await readBytes(WRITERS[kind](["Ada Example", "", "Experience", ...lines]), `resume.${kind}`);
const namesOf = ({ entries }: ReadDocument) =>
  entries.map(({ title, employer }) => [title, employer]);
const codesOf = ({ findings }: ReadDocument) => findings.map(({ code }) => code);

/** Two jobs in the layouts of resumes, one paragraph a line. */
const LAYOUTS: Record<string, string> = {
  "employer, title, dates": `Norddata GmbH
Senior Engineer
March 2019 – present
Moved services to Kubernetes.

Initech Ltd
Developer
Jan 2015 – Jun 2018
Tuned PostgreSQL.`,
  "title and employer, then dates": `Senior Engineer, Norddata GmbH
March 2019 – present
Moved services to Kubernetes.

Developer, Initech Ltd
Jan 2015 – Jun 2018
Tuned PostgreSQL.`,
  "title, then employer and dates": `Senior Engineer
Norddata GmbH, March 2019 – present
Moved services to Kubernetes.

Developer
Initech Ltd, Jan 2015 – Jun 2018
Tuned PostgreSQL.`,
  "dates, employer, title": `March 2019 – present
Norddata GmbH
Senior Engineer
Moved services to Kubernetes.

Jan 2015 – Jun 2018
Initech Ltd
Developer
Tuned PostgreSQL.`,
  "all in one line": `Senior Engineer | Norddata GmbH | Berlin, Germany | March 2019 – present
Moved services to Kubernetes.

Developer | Initech Ltd | London, UK | Jan 2015 – Jun 2018
Tuned PostgreSQL.`,
  "employer, place, title, dates": `Norddata GmbH
Berlin, Germany
Senior Engineer
March 2019 – present
Moved services to Kubernetes.

Initech Ltd
Bielefeld, Germany
Developer
Jan 2015 – Jun 2018
Tuned PostgreSQL.`,
  "title, place, employer, dates": `Senior Engineer
Remote
Norddata GmbH
March 2019 – present
Moved services to Kubernetes.

Developer
Austin, TX
Initech Ltd
Jan 2015 – Jun 2018
Tuned PostgreSQL.`,
};

const EXPECTED: Partial<Entry>[] = [
  {
    kind: "job",
    title: "Senior Engineer",
    employer: "Norddata GmbH",
    from: { year: 2019, month: 3 },
    to: "present",
  },
  {
    kind: "job",
    title: "Developer",
    employer: "Initech Ltd",
    from: { year: 2015, month: 1 },
    to: { year: 2018, month: 6 },
  },
];

describe.each(Object.entries(LAYOUTS))("jobs laid out as %s", (_, text) => {
  it.each(["txt", "docx", "html"] as const)(
    "are read from %s, each with its skills",
    async (kind) => {
      const lines = text.split("\n");
      const document = await readAs(kind, kind === "txt" ? lines : lines.filter(Boolean));
      expect(document.entries).toMatchObject(EXPECTED);
      expect(codesOf(document)).toEqual([]);
      const { skills } = resumeFacts([{ source: "resume/0", document }], TODAY);
      expect(skills.map(({ skill, months }) => [skill, months])).toEqual([
        ["Kubernetes", 93],
        ["PostgreSQL", 42],
      ]);
    },
  );
});

it("is read from a PDF too", async () => {
  const document = await readAs("pdf", [
    "Norddata GmbH",
    "Senior Engineer",
    "03/2019 - present",
    "Moved services to Kubernetes.",
    "",
    "Initech Ltd",
    "Developer",
    "01/2015 - 06/2018",
  ]);
  expect(document.entries).toMatchObject(EXPECTED);
});

it("are read from a list of HTML, whose items begin nothing", async () => {
  const document = await readBytes(
    Buffer.from(
      "<h2>Experience</h2><p>Norddata GmbH</p><p>Engineer</p><p>March 2019 – present</p><ul><li><p>Kubernetes, from 2020 to 2021</p></li><li>Java Guild</li></ul><p>Initech Ltd</p><p>Developer</p><p>2015 – 2018</p>",
    ),
    "resume.html",
  );
  expect(document.text).toContain("- Kubernetes");
  expect(document.entries.at(-1)).toMatchObject({ title: "Developer", employer: "Initech Ltd" });
});

type Names = [title: string | null, employer: string | null];

describe("a job's names", () => {
  it.each<[string, Names]>([
    ["Growth Hacker at Norddata, 2019 - 2021", ["Growth Hacker", "Norddata"]],
    ["Wizard of Light Bulbs at Initech, 2015 - 2018", ["Wizard of Light Bulbs", "Initech"]],
    ["Growth Guru, Starbucks, 2019 - 2021", ["Growth Guru", "Starbucks"]],
    ["Norddata — Growth Guru\n2015 - 2018", ["Growth Guru", "Norddata"]],
    ["Barista, Starbucks, 2019 - 2021", ["Barista", "Starbucks"]],
    ["Developer, Initech Ltd [01/2015 – 06/2018]", ["Developer", "Initech Ltd"]],
    ["Developer, Initech Ltd [01/2015 – 06/2018] (remote)", ["Developer", "Initech Ltd"]],
    ["Engineer, Norddata GmbH (March 2019 – present, full-time)", ["Engineer", "Norddata GmbH"]],
    ["Engineer at Acme (UK) Ltd, 2019 – 2021", ["Engineer", "Acme (UK) Ltd"]],
    ["Engineer\tBerlin\nNorddata\tMarch 2019 – present", ["Engineer", "Norddata"]],
    ["NORDDATA\tBielefeld\nEngineer\tMarch 2019 – present", ["Engineer", "NORDDATA"]],
    ["Norddata      March 2019 – present\nEngineer      Berlin", ["Engineer", "Norddata"]],
    ["Norddata: Data Scientist 2019-2021", ["Data Scientist", "Norddata"]],
    ["Engineer · Full-time\nNorddata · Berlin\n2019 – 2021", ["Engineer", "Norddata"]],
    ["Norddata\nDeveloper\nMarch 2019 –\nJune 2021\n- x", ["Developer", "Norddata"]],
    ["Head of People, Norddata Inc.\t2019 – 2021", ["Head of People", "Norddata Inc."]],
    ["Norddata - Berlin, Germany\nEngineer - March 2019 to present", ["Engineer", "Norddata"]],
    ["Google, Mountain View, CA — Engineer\nJUNE 2018 - PRESENT", ["Engineer", "Google"]],
    ["2019 – 2021\tEngineer\tNorddata, Berlin", ["Engineer", "Norddata"]],
    ["- Kept the billing\n  system in Java\nDeveloper, Acme\t2015 – 2018", ["Developer", "Acme"]],
    ["eBay\nDesigner\n2019 – 2021", ["Designer", "eBay"]],
    ["Acme, Developer, 2001", ["Developer", "Acme"]],
  ])("are read from %j", async (text, names) => {
    const document = await readAs("txt", text.split("\n"));
    expect(namesOf(document)).toEqual([names]);
    expect(codesOf(document)).toEqual([]);
  });

  it.each<[string, string | null]>([
    ["Norddata\nGrowth Guru\n2019 – 2021", null],
    ["Starbucks\t2015 – 2018", null],
    ["Developer, Berlin\t2015 – 2018", "Developer"],
    ["Developer\nBielefeld, Germany\n2015 – 2018", "Developer"],
    ["Developer\nRemote\n2015 – 2018", "Developer"],
    ["Developer\t2019 – 2021\nBuilt things with Kubernetes", "Developer"],
    ["Developer\t2019 – 2021\nPostgreSQL", "Developer"],
    ["Developer\nMarch 2019 – Present (3 years 2 months)", "Developer"],
  ])("of which the employer cannot be told are left open, and told of: %j", async (text, title) => {
    const document = await readAs("txt", text.split("\n"));
    expect(namesOf(document)).toEqual([[title, null]]);
    expect(codesOf(document)).toEqual(["employer_not_read"]);
    expect(document.findings[0]).toMatchObject({ count: 1, span: document.entries[0]?.span });
  });

  it.each([
    "Norddata\n7 years 9 months\n\nLead Engineer\nMarch 2019 – Present (7 years 9 months)\nBerlin, Germany\n\nEngineer\nJanuary 2017 – March 2019 (2 years 3 months)\n\nInitech\nDeveloper\nJanuary 2015 – June 2016 (1 year 6 months)",
    "Norddata\n7 yrs 9 mos\nLead Engineer\nMarch 2019 – Present · 7 yrs 9 mos\nBerlin, Germany\nKubernetes and TypeScript in production\nEngineer\nJanuary 2017 – March 2019 · 2 yrs 3 mos\n\nInitech\nDeveloper\nJanuary 2015 – June 2016 · 1 yr 6 mos",
  ])("are those of the employer over several jobs: %j", async (text) => {
    expect(namesOf(await readAs("txt", text.split("\n")))).toEqual([
      ["Lead Engineer", "Norddata"],
      ["Engineer", "Norddata"],
      ["Developer", "Initech"],
    ]);
  });

  const TITLES = ["Engineer", "Senior Developer", "Head of People", "Barista", "Data Scientist"];
  const EMPLOYERS = ["Norddata", "Initech Ltd", "Acme GmbH", "Blue Fish", "Red Cross", "eBay"];
  const PLACES = ["Berlin", "London, UK", "Austin, TX", "Bielefeld, Germany", "Remote", "Oslo"];
  const DATES = ["March 2019 – June 2021", "03/2019 - 06/2021", "Mar 5, 2019 - Jun 1, 2021"];
  const SHAPES: ((job: {
    title: string;
    employer: string;
    place: string;
    dates: string;
  }) => string[])[] = [
    ({ title, employer, place, dates }) => [employer, place, title, dates],
    ({ title, employer, place, dates }) => [title, place, employer, dates],
    ({ title, employer, place, dates }) => [`${title}, ${employer}`, `${place}\t${dates}`],
    ({ title, employer, place, dates }) => [`${employer}\t${place}`, `${title}\t${dates}`],
    ({ title, employer, place, dates }) => [`${title} at ${employer}`, place, dates],
    ({ title, employer, place, dates }) => [`${title} | ${employer} | ${place} | ${dates}`],
    ({ title, employer, place, dates }) => [dates, employer, title, place],
    ({ title, employer, place, dates }) => [`${employer} — ${title}`, place, `(${dates})`],
  ];
  const job = fc.record({
    title: fc.constantFrom(...TITLES),
    employer: fc.constantFrom(...EMPLOYERS),
    place: fc.constantFrom(...PLACES),
    dates: fc.constantFrom(...DATES),
  });
  const LINES = ["- Moved forty services to Kubernetes", "Moved forty services to Kubernetes."];

  it("are those of the resume, or none, in every layout and kind of file", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(job, { minLength: 1, maxLength: 3, selector: ({ employer }) => employer }),
        fc.constantFrom(...SHAPES),
        fc.constantFrom(...LINES),
        fc.constantFrom<Writer>("txt", "docx", "html"),
        async (jobs, shape, told, kind) => {
          const lines = jobs.flatMap((one) => [
            ...shape(one),
            told,
            ...(kind === "txt" ? [""] : []),
          ]);
          const document = await readAs(kind, lines);
          expect(namesOf(document)).toEqual(jobs.map(({ title, employer }) => [title, employer]));
          for (const { from, to } of document.entries) {
            expect([from, to]).toEqual([
              { year: 2019, month: 3 },
              { year: 2021, month: 6 },
            ]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("a job whose dates cannot be read", () => {
  it.each([
    "Developer, Hooli  03.19 – 05.21\n- Kafka\nDeveloper, Acme  03/2015 – 05/2018\n- Java",
    "Hooli\nDeveloper\nleden 2019 – únor 2021\nKafka\n\nAcme\nDeveloper\n03/2015 – 05/2018\nJava",
    "Developer, Hooli, 2008-11\n- Kafka\nDeveloper, Acme, 03/2015 – 05/2018\n- Java",
  ])("keeps its skills to itself, and is told of: %j", async (text) => {
    const document = await readAs("txt", text.split("\n"));
    expect(document.entries).toMatchObject([
      { title: "Developer", employer: "Hooli", from: null, to: null },
      { title: "Developer", employer: "Acme", from: { year: 2015, month: 3 } },
    ]);
    expect(codesOf(document)).toEqual(["dates_not_read"]);
    const { skills } = resumeFacts([{ source: "resume/0", document }], TODAY);
    expect(skills.map(({ skill, months }) => [skill, months])).toEqual([
      ["Kafka", null],
      ["Java", 39],
    ]);
  });

  it("is none where somebody tells of figures", async () => {
    const document = await readAs("txt", [
      "Developer, Acme, 2015 – 2018",
      "Moved from Kafka 2.11 - 3.14",
      "Awarded employee of the year, 2016",
    ]);
    expect(namesOf(document)).toEqual([["Developer", "Acme"]]);
    expect(codesOf(document)).toEqual([]);
  });
});

it("Lever's own reading is told of by what it has, not by its words", () => {
  const codes = (position: object) => codesOf(readParsedData({ positions: [position] }));
  const start = { year: 2019, month: 3 };
  expect(
    codes({ org: "Starbucks", title: "Guru", summary: "Engineer\n2019 – 2021", start }),
  ).toEqual([]);
  expect(codes({ org: null, title: "Engineer", start })).toEqual(["employer_not_read"]);
  expect(codes({ org: "Acme", title: "Engineer" })).toEqual(["dates_not_read"]);
});
