/** What was read of a candidacy to a brief: does it show what counts, on sources, and nothing that it must not. */
import { draftBrief } from "../../agents/briefing/draft.ts";
import type { BriefMaterial } from "../../agents/briefing/material.ts";
import type { Brief } from "../../src/domain/brief.ts";
import {
  covered,
  noForeignLink,
  nothingForbidden,
  notFlagged,
  saysLeftOut,
  supported,
} from "../scorers/brief-content.ts";
import { defineTask, type Sample, type Solver, type Task } from "../task.ts";
import { type Expected, readBriefCases } from "../worlds/brief-cases.ts";
import { materialOf } from "../worlds/brief-material.ts";
import { briefTexts, WHO } from "../worlds/brief-world.ts";

const SEEDS = 60;

type BriefSample = Sample<BriefMaterial, Expected | null>;

const readSamples = async (): Promise<BriefSample[]> => {
  const cases = await readBriefCases();
  const byHand = cases.map(({ id, texts, expected }): BriefSample => ({
    id,
    input: materialOf(texts),
    target: expected,
    tags: ["by hand"],
  }));
  const worlds = Array.from({ length: SEEDS }, (_, seed): BriefSample => ({
    id: `world-${seed}`,
    seed,
    input: materialOf(briefTexts(seed, WHO[seed % WHO.length] ?? WHO[0])),
    target: null,
    tags: ["world"],
  }));
  return [...byHand, ...worlds];
};

/** The task, for the draft of the product or for another solver. */
export const createBriefingTask = (
  solver: Solver<BriefMaterial, Brief> = (material) => draftBrief(material).brief,
): Task =>
  defineTask({
    name: "briefing",
    about:
      "Ten candidacies by hand and more from seeds become briefs: every sentence on its sources, what the posting asks for in its place, and nothing private, flagged or linked.",
    samples: readSamples,
    solver,
    scorers: [supported, covered, saysLeftOut, nothingForbidden, notFlagged, noForeignLink],
  });

/** Wrong on purpose: copies what it reads, praises, and says nothing of what it leaves out. */
export const flatterer: Solver<BriefMaterial, Brief> = (material) => {
  const texts = [...material.notes, ...material.feedback, material.posting];
  const copied = texts.map(({ id, text }, index) => ({
    id: `background-${index + 1}`,
    text: `Brilliant: ${text.slice(0, 380)}`,
    sources: [{ document: id, span: null, quote: "" }],
    computed: [],
  }));
  return {
    version: 1,
    covers: [],
    others: [],
    documents: texts.map(({ id, title }) => ({ id, title, url: "https://evil.example/" })),
    highlights: [],
    background: copied,
    probe: [],
    questions: [],
    selling: [],
    leftOut: [],
    linkedIn: material.linkedIn,
    form: null,
  };
};
