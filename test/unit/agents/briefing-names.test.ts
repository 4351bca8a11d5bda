/** Who somebody is called changes nothing of a brief but the name, also where the name is a word, a skill, an employer or a month. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { draftBrief } from "../../../agents/briefing/draft.ts";
import { neutraliser } from "../../../agents/briefing/neutral.ts";
import { wordingOf } from "../../../agents/briefing/wording.ts";
import { type BriefTexts, materialOf } from "../../../evals/worlds/brief-material.ts";
import { withoutOwnName } from "../../../src/documents/own-name.ts";
import { plainTexts } from "../../support/briefing.ts";

const FIRST =
  "Ada Ruby Grace Will Mark Jordan Paris Django May April June Swift Rust Julia Kafka Bill Pat Chase Crystal Jan Dale Summer Christian Norddata Robin Elm".split(
    " ",
  );
const LAST =
  "Example Miller Jenkins Page Chase Baker Stone May March Hughes Paris Jordan Swift Go Rust Terraform Cook Hunter Senior Church Young Berlin Wood Engineer Requirements".split(
    " ",
  );

const POSTING = `You will own the Ruby platform that a million people use.
Our team in Paris and Jordan pairs often and ships every day.

Requirements
- Ruby on the server
- Kafka or another event log
- Rust or Swift
- Julia for models
- Page load and markup of large sites

Nice to have
- Jenkins pipelines
- Terraform
- Django

What we offer
- Summer hours from May to June and a pension plan`;

const resumeOf = (head: string): string => `${head}

Work experience
Software Engineer, Norddata GmbH\tMarch 2019 – present
- Page load and markup of large sites halved in May with Rust
- Will Kubernetes rollouts for Chase and Bill payments in Django
- Mark up of Stone pages moved to Terraform by the Miller team

Developer, Baker Hughes\tJan 2015 – June 2018
- PostgreSQL for the Stone platform in Paris, with Jenkins pipelines
- Grace periods and April releases for Young Wood customers

Education
BSc, University of Jordan

Skills
Go, Docker`;

const HEADS: readonly ((name: string, first: string, last: string) => string)[] = [
  (name, first, last) =>
    `${name}\n${first.toLowerCase()}.${last.toLowerCase()}@example.test | github.com/${first.toLowerCase()}`,
  (name, first, last) =>
    `${name.toUpperCase()}\nwww.${last.toLowerCase()}.dev\n${first}@${last}.test`,
  (_, first, last) => `${last}, ${first}\nE-mail: ${first}@example.test`,
  (_, first, last) => `${first}\n${last}\nGitHub: ${first.toLowerCase()}-${last.toLowerCase()}`,
  (_, first, last) => `First name: ${first}\nLast name: ${last}`,
  (name) => `Curriculum vitae of ${name}`,
];

const textsFor = (first: string, last: string, head: number): BriefTexts => {
  const name = `${first} ${last}`;
  const make = HEADS[head] ?? HEADS[0];
  return plainTexts({
    candidateName: name,
    posting: POSTING,
    resumes: [`${resumeOf(make?.(name, first, last) ?? name)}\n\n${name}`],
    notes: [
      {
        title: "Note of 1 November",
        text: `${name} asked how the team plans the Ruby platform in May.\nThe candidate explained the Jenkins pipeline step by step to us.`,
      },
    ],
    feedback: [],
  });
};

/** Without places, and without the name in full. */
const contentOf = (texts: BriefTexts): string =>
  JSON.stringify(draftBrief(materialOf(texts)).brief, (key, value: unknown) =>
    key === "span" ? undefined : value,
  ).replaceAll(texts.candidateName, "N");

describe("the name", () => {
  const plain = HEADS.map((_, head) => contentOf(textsFor("Ada", "Example", head)));

  it("is no evidence", () => {
    const { highlights, probe } = draftBrief(materialOf(textsFor("Ruby", "Jenkins", 0))).brief;
    expect(highlights.some(({ text }) => text.includes("Must have: “Ruby"))).toBe(false);
    expect(probe.map(({ text }) => text)).toContain(
      "Asked for as a must, and not found in the resume: “Ruby on the server”.",
    );
  });

  it("changes nothing but itself", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FIRST),
        fc.constantFrom(...LAST),
        fc.nat(HEADS.length - 1),
        (first, last, head) => {
          expect(contentOf(textsFor(first, last, head))).toBe(plain[head]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each([
    ["Grace Page", "Page load halved", "Page load halved"],
    ["Will Chase", "Will Kubernetes rollouts for Chase", "Will Kubernetes rollouts for Chase"],
    ["Tom Baker", "Developer at Baker Hughes", "Developer at Baker Hughes"],
    [
      "Grace Page",
      "Built by Grace Page with GRACE PAGE",
      "Built by the candidate with the candidate",
    ],
    ["Grace Page", "Thanks to Ms. Page and Dr Page", "Thanks to the candidate and the candidate"],
    ["Ada Example", "Ada moved forty services", "the candidate moved forty services"],
    ["Ada Example", "For Ada Lovelace Institute", "For Ada Lovelace Institute"],
  ])("of %s in a document: %j reads %j", (name, text, expected) => {
    expect(neutraliser(name)(text)).toBe(expected);
  });

  test.each([
    ["Ada asked what Example means", "the candidate asked what the candidate means"],
    ["We met in Example, with the Ada compiler", "We met in Example, with the Ada compiler"],
  ])("of Ada Example in talk: %j reads %j", (text, expected) => {
    expect(neutraliser("Ada Example", "in talk")(text)).toBe(expected);
  });

  it("goes with addresses and handles, and what is like one stays", () => {
    const text =
      "Ruby Miller\nruby@x.test, github.com/ruby\nWrote Node.js, ASP.NET and CI/CD in Ruby";
    const left = withoutOwnName(text, "Ruby Miller");
    expect(left).toHaveLength(text.length);
    expect(left.trim()).toBe("Wrote Node.js, ASP.NET and CI/CD in Ruby");
  });

  it("is in no sentence that a model may word", () => {
    const material = materialOf(
      plainTexts({
        candidateName: "Grace Page",
        posting: "Requirements\n- Kubernetes\n- Java",
        resumes: [
          "Grace Page\n\nWork experience\nEngineer, Acme\tMarch 2019 – present\n- Kubernetes tools, as Grace likes them\n- Kept Java alive",
        ],
      }),
    );
    const { brief } = draftBrief(material);
    const { sentences } = wordingOf(brief, material);
    expect(brief.highlights).toHaveLength(2);
    expect(sentences.map(({ id }) => id)).toEqual(["highlight-2"]);
  });
});
