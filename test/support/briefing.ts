/** Materials of briefs for tests, and what of a brief does not hang on where things stand. */
import type { BriefMaterial } from "../../agents/briefing/material.ts";
import { type BriefTexts, materialOf } from "../../evals/worlds/brief-material.ts";
import type { Brief } from "../../src/domain/brief.ts";

/** Texts of one plain candidacy. */
export const plainTexts = (changes: Partial<BriefTexts> = {}): BriefTexts => ({
  candidateName: "Ada Example",
  jobTitle: "Backend Engineer",
  posting: `You will own the services that move four million parcels a week.

Requirements
- Kubernetes in production
- Kafka or another event log

Nice to have
- Java

What we offer
- 30 days of holiday and a pension plan`,
  resumes: [
    `Ada Example

Work experience
Software Engineer, Norddata GmbH\tMarch 2019 – present
- Moved forty services to Kubernetes and wrote them in TypeScript

Developer at Initech Ltd\tJanuary 2015 – June 2018
- Maintained the billing system in Java with PostgreSQL

Education
BSc Computer Science, University of Bonn\t2011 – 2014`,
  ],
  notes: [
    {
      title: "Note of Ines Duarte, 20 November 2026",
      text: "Ada would like to talk about on-call duty with somebody from the team.",
    },
  ],
  feedback: [
    {
      title: "Feedback of Jonas Falk, 18 November 2026",
      session: "Phone screen",
      text: "She explained the Kubernetes migration step by step and named what had gone wrong.",
    },
  ],
  linkedIn: null,
  form: "Technical interview",
  covers: ["Technical design"],
  ...changes,
});

/** The material of them. */
export const plainMaterial = (changes: Partial<BriefTexts> = {}): BriefMaterial =>
  materialOf(plainTexts(changes));

/** All texts of a brief that come from documents. */
export const textsOf = ({ highlights, background, probe, selling }: Brief): string[] => [
  ...[...highlights, ...background, ...probe, ...selling].map(({ text }) => text),
  ...probe.map(({ ask }) => ask),
];
