import { describe, expect, it } from "vitest";
import { resumeFacts } from "../../../src/documents/facts.ts";
import { matchRequirements } from "../../../src/documents/match-requirements.ts";
import { readParsedData } from "../../../src/documents/parsed-data.ts";
import { readBytes } from "../../../src/documents/read-bytes.ts";
import { readRequirements } from "../../../src/documents/read-requirements.ts";
import { ReadDocument } from "../../../src/documents/shape.ts";
import { toDocx } from "../../../sandbox/worlds/resume-files.ts";
import { RESUMES } from "../../support/resumes.ts";

const TODAY = Temporal.PlainDate.from("2026-11-23");
const read = async (text: string) => await readBytes(Buffer.from(text), "resume.txt");
const factsOf = async (...texts: string[]) => {
  const documents = await Promise.all(
    texts.map(async (text, index) => ({ source: `resume/${index}`, document: await read(text) })),
  );
  return resumeFacts(documents, TODAY);
};

describe.each(Object.entries(RESUMES))("a resume in “%s”", (language, text) => {
  it("is named, and its facts are those of every other language", async () => {
    const document = ReadDocument.parse(await read(text));
    expect(document).toMatchObject({ language, kind: "text", findings: [] });
    const facts = resumeFacts([{ source: "resume/0", document }], TODAY);
    expect(facts.jobs).toMatchObject([
      { employer: "Norddata GmbH", from: { year: 2019, month: 3 }, to: "present", months: 93 },
      { employer: "Initech Ltd", from: { year: 2015, month: 1 }, months: 42 },
    ]);
    expect(facts.jobs.every(({ title }) => title !== null)).toBe(true);
    expect(facts.monthsInAll).toBe(93 + 42);
    expect(facts.gaps).toEqual([
      { from: { year: 2018, month: 7 }, to: { year: 2019, month: 2 }, months: 8 },
    ]);
    const months = Object.fromEntries(facts.skills.map((one) => [one.skill, one.months]));
    expect(months).toEqual({
      Kubernetes: 93,
      TypeScript: 93,
      Java: 42,
      PostgreSQL: 42,
      Go: null,
      Docker: null,
      Terraform: null,
    });
    expect(facts.education).toHaveLength(1);
    expect(JSON.stringify(facts.education)).not.toMatch(/201[14]/);
  });

  it("gives the same entries from a Word file", async () => {
    const plain = await read(text);
    const word = await readBytes(toDocx(text.split("\n")), "resume.docx");
    const bare = (document: ReadDocument) =>
      document.entries.map(({ span: _span, ...entry }) => entry);
    expect(bare(word)).toEqual(bare(plain));
    for (const { span } of word.entries) expect(word.text.slice(span.start, span.end)).not.toBe("");
  });
});

describe("facts", () => {
  const job = (line: string) => `Experience\n${line}\n`;

  it("count jobs at the same time once, and name them", async () => {
    const facts = await factsOf(
      job("Engineer, Acme GmbH, 01/2018 – 12/2019\n\nConsultant, Own Company, 07/2019 – 12/2020"),
    );
    expect(facts.monthsInAll).toBe(36);
    expect(facts.overlaps).toEqual([{ jobs: [0, 1], months: 6 }]);
    expect(facts.gaps).toEqual([]);
  });

  it("name where two resumes do not agree, each with its source", async () => {
    const facts = await factsOf(
      job("Engineer, Acme GmbH, 01/2018 – 12/2019"),
      job("Team lead, Acme, 01/2016 – 12/2019"),
    );
    expect(facts.contradictions.map(({ about }) => about)).toEqual(["from", "title"]);
    expect(facts.contradictions[0]?.sides.map(({ source }) => source)).toEqual([
      "resume/0",
      "resume/1",
    ]);
    expect(facts.monthsInAll).toBe(48);
  });

  it("do not call it a contradiction when one says less", async () => {
    const facts = await factsOf(
      job("Engineer, Acme GmbH, 01/2018 – 12/2019"),
      job("Engineer, Acme, 2018 – 2019"),
    );
    expect(facts.contradictions).toEqual([]);
  });

  const acme = (...jobs: string[]): string => `Experience\n${jobs.join("\n")}\n`;

  it.each([
    [
      "two times at one employer, one of them missing in the other document",
      [acme("Engineer, Acme\t03/2019 - present", "Engineer, Acme\t03/2012 - 05/2015")],
      [acme("Engineer, Acme\t03/2019 - present")],
    ],
    [
      "another time at the same employer",
      [acme("Engineer, Acme\t03/2019 - present")],
      [acme("Engineer, Acme Inc.\t03/2017 - 01/2019")],
    ],
    [
      "roles told one by one, and as one employment",
      [acme("Engineer, Acme\t03/2012 - 05/2015", "Lead Engineer, Acme\t05/2015 - 06/2019")],
      [acme("Lead Engineer, Acme\t03/2012 - 06/2019")],
    ],
    [
      "what an old document calls the present",
      [`Last updated: May 2015\n${acme("Engineer, Acme\t03/2012 - present")}`],
      [acme("Engineer, Acme\t03/2012 - 06/2019")],
    ],
  ])("call it no contradiction: %s", async (_, one, other) => {
    expect((await factsOf(...one, ...other)).contradictions).toEqual([]);
    expect((await factsOf(...other, ...one)).contradictions).toEqual([]);
  });

  it("still name what two documents say of the same time", async () => {
    const { contradictions } = await factsOf(
      acme("Engineer, Acme\t03/2019 - present", "Engineer, Acme\t03/2012 - 05/2015"),
      acme("Engineer, Acme\t07/2018 - present"),
    );
    expect(contradictions.map(({ about }) => about)).toEqual(["from"]);
  });

  it.each([
    ["under a heading about work", "Experience\n{job}\n\n{school}\n- Java and Kafka"],
    ["without any heading", "{job}\n\n{school}\nJava and Kafka"],
    ["under a heading of its own words", "Experience\n{job}\n\nMy studies\n{school}\nJava"],
  ])("give no experience by schooling: %s", async (_, text) => {
    for (const school of [
      "University of Bonn, BSc Computer Science with Java\t1989 – 1993",
      "1989 – 1993 University of Bonn, student of physics with Java",
      "Gymnasium am Markt, Abitur, Java\t1989 – 1993",
    ]) {
      const facts = await factsOf(
        text
          .replace("{job}", "Engineer, Acme\tMarch 2019 – present\n- Docker")
          .replace("{school}", school),
      );
      expect(facts.jobs.map(({ employer }) => employer)).toEqual(["Acme"]);
      expect(facts.skills.find(({ skill }) => skill === "Java")?.months).toBeNull();
      expect(facts.gaps).toEqual([]);
      expect(JSON.stringify(facts)).not.toMatch(/1989|1993/);
    }
  });

  it("take teaching at a school, and work with students, for work", async () => {
    const facts = await factsOf(
      "Experience\nLecturer, University of Bonn\t2015 - 2018\nStudent Assistant, University of Bonn\t2012 - 2014\n",
    );
    expect(facts.jobs).toHaveLength(2);
  });

  it("take nothing for a job of which neither heading nor title says so, and see no gap there", async () => {
    const facts = await factsOf(
      "Ada\n\nEngineer, Acme\t2019 - 2026\n\nBonn\t2012 - 2019\n\nDeveloper, Initech\t2009 - 2012\n",
    );
    expect(facts.jobs.map(({ employer }) => employer)).toEqual(["Acme", "Initech"]);
    expect([facts.gaps, facts.education]).toEqual([[], []]);
  });

  it.each(["Last updated: May 2015", "CV, updated 05/2015", "Stand: Mai 2015"])(
    "count what goes on up to when the document was written: %s",
    async (line) => {
      const facts = await factsOf(
        `Ada\n${line}\n\nExperience\nEngineer, Acme\tMarch 2009 – present\n- Java\n`,
      );
      expect(facts.jobs).toMatchObject([{ to: { year: 2015, month: 5 }, months: 75 }]);
      expect(facts.skills).toMatchObject([{ skill: "Java", months: 75 }]);
    },
  );

  it("count to today where no date of writing is told, or one to come", async () => {
    const months = async (line: string) =>
      (await factsOf(`${line}\nExperience\nEngineer, Acme\tMarch 2019 – present\n`)).jobs[0]
        ?.months;
    for (const line of ["", "Updated systems in May 2015 for three teams", "As of May 2031"])
      expect(await months(line)).toBe(93);
  });

  it("keep the whole name of a school, and read letters that a font has joined", async () => {
    const facts = await factsOf(
      "Pro\uFB01le\nI build\n\nWork experience\nEngineer, Acme, 2018 – 2019\n\nEducation\nLicencjat, Uniwersytet w Bonn\t2011 – 2014\n",
    );
    expect(facts.jobs).toHaveLength(1);
    expect(facts.education).toMatchObject([{ school: "Uniwersytet w Bonn", degree: "Licencjat" }]);
  });

  it("call no time at school a gap", async () => {
    const facts = await factsOf(
      `${job("Engineer, Acme GmbH, 01/2015 – 12/2015\n\nEngineer, Beta GmbH, 01/2019 – 12/2019")}\nEducation\nMSc, University of Bonn, 01/2016 – 12/2018\n`,
    );
    expect(facts.gaps).toEqual([]);
  });
});

describe("Lever's parsed data", () => {
  it("becomes the same structure, with spans into a text of its own", () => {
    const document = readParsedData({
      positions: [
        {
          org: "Acme",
          title: "Engineer\u200b",
          summary: "Wrote k8s operators",
          start: { year: 2019, month: 3 },
        },
        { org: null, title: "", start: { year: 99_999, month: 40 }, end: null },
        "not a position",
      ],
      schools: [
        {
          org: "Bonn",
          degree: "BSc",
          field: "Physics",
          start: { year: 2011 },
          end: { year: 2014 },
        },
      ],
    });
    expect(ReadDocument.parse(document).entries).toMatchObject([
      {
        kind: "job",
        employer: "Acme",
        title: "Engineer",
        from: { year: 2019, month: 3 },
        to: "present",
      },
      { kind: "job", employer: null, title: null, from: null, to: null },
      { kind: "school", employer: "Bonn", title: "BSc, Physics" },
    ]);
    const [first] = document.entries;
    expect(document.text.slice(first?.span.start, first?.span.end)).toContain("k8s operators");
    expect(document.skills.map(({ skill }) => skill)).toEqual(["Kubernetes"]);
  });

  it.each([null, undefined, "text", 7, [], {}, { positions: "x", schools: null }])(
    "that is %j is told in a finding",
    (given) => {
      const { findings, text } = readParsedData(given);
      expect(text).toBe("");
      expect(["broken", "empty"]).toContain(findings[0]?.code);
    },
  );
});

describe("requirements of a posting", () => {
  const POSTING = `We build maps.

What you'll do
- Write software all day

Requirements
- Experience with K8s and Postgres
- You have guided junior engineers through postmortem reviews
- Rust

Nice to have
- GraphQL`;

  it("are read from their headings, each must or nice", () => {
    const found = readRequirements(POSTING);
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ["must", "Experience with K8s and Postgres"],
      ["must", "You have guided junior engineers through postmortem reviews"],
      ["must", "Rust"],
      ["nice", "GraphQL"],
    ]);
    for (const { start, end, text } of found) expect(POSTING.slice(start, end)).toBe(text);
  });

  it("get the places that show them, under any name, or none", async () => {
    const document = await read(
      `${RESUMES["en"]}\n\nProjects\nGuided five juniors and led their postmortem reviews\n`,
    );
    const matched = matchRequirements(readRequirements(POSTING), document);
    const words = matched.map(({ skills, lines }) => ({
      skills: skills.map(({ skill, spans }) => [
        skill,
        spans.map(({ start, end }) => document.text.slice(start, end)),
      ]),
      lines: lines.map(({ start, end }) => document.text.slice(start, end)),
    }));
    expect(words).toEqual([
      {
        skills: [
          ["Kubernetes", ["Kubernetes"]],
          ["PostgreSQL", ["PostgreSQL"]],
        ],
        lines: [],
      },
      { skills: [], lines: ["Guided five juniors and led their postmortem reviews"] },
      { skills: [["Rust", []]], lines: [] },
      { skills: [["GraphQL", []]], lines: [] },
    ]);
  });

  it("of a posting without a text are none", () => {
    expect(readRequirements("")).toEqual([]);
  });
});
