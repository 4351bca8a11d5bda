/** Plans as text → plans, or every fault with its line. Pure. A file holds a list of them, the dashboard one each. */
import { Document, Lexer, isMap, isSeq, stringify } from "yaml";
import { z } from "zod";
import { createIssueWords } from "../domain/issue-words.ts";
import { InterviewPlan } from "../domain/plan.ts";
import { type ReadYaml, faultPlace, readYaml, type TextFault } from "../domain/read-yaml.ts";
import type { NamedStage } from "../domain/stage-move.ts";
import { looseFaults } from "./loose-faults.ts";
import { stageFaults } from "./stage-faults.ts";

/** One fault of a plan file, for people. */
export interface PlanFault extends Omit<TextFault, "at"> {
  file: string;
}

/** `texts` are the plans' own lines, in the order of the plans, comments kept. */
export type ParsedPlans = { plans: InterviewPlan[]; texts: string[]; faults: PlanFault[] };

/** One plan, or what is wrong with it. */
export type ParsedPlan = { plan: InterviewPlan; faults: [] } | { plan: null; faults: TextFault[] };

/** A plan's text has at most so many characters. */
export const MOST_CHARACTERS = 65_536;
/** A plan has a few hundred words and signs. */
const MOST_TOKENS = 8_000;

/** What keys of a plan's own are held to: addresses. */
const inWords = createIssueWords({
  whole: "a plan",
  schema: InterviewPlan,
  key: "must be an e-mail address",
});

const PlanFile = z.strictObject({ plans: z.array(InterviewPlan).min(1) });

/** Plans of one file. Shape: `plans` is empty as soon as there is one fault. */
export const parsePlans = (file: string, text: string): ParsedPlans => {
  const read = readYaml(text, { schema: PlanFile, whole: "the file", inWords });
  const loose =
    "faults" in read
      ? read.faults
      : read.value.plans.flatMap((plan, index) =>
          looseFaults(plan).map(({ path, message }) => ({
            line: read.lineOf(["plans", index, ...path]),
            message: `plan ${plan.id}: ${message}`,
          })),
        );
  if ("faults" in read || loose.length > 0) {
    return {
      plans: [],
      texts: [],
      faults: loose.map(({ line, message }) => ({ file, line, message })),
    };
  }
  const { plans } = read.value;
  return { plans, texts: plans.map((plan, index) => textOf(plan, index, read)), faults: [] };
};

/** The one plan of a text as the dashboard keeps it: its keys stand at the left margin. `stages`: those that Lever has, in its
 * order; none where they are not known, or where it does not matter whether they are still there. */
export const parsePlan = (text: string, stages: readonly NamedStage[] = []): ParsedPlan => {
  if (text.length > MOST_CHARACTERS) {
    const message = `is longer than ${MOST_CHARACTERS} characters: one plan needs far fewer`;
    return { plan: null, faults: [{ line: 1, message }] };
  }
  if (hasMoreTokens(text, MOST_TOKENS)) {
    const message = `has more than ${MOST_TOKENS} words and signs: one plan needs far fewer`;
    return { plan: null, faults: [{ line: 1, message }] };
  }
  const read = readYaml(text, { schema: InterviewPlan, whole: "the plan", inWords });
  if ("faults" in read) return { plan: null, faults: isList(text) ? [ONE_ALONE] : read.faults };
  const loose = [...looseFaults(read.value), ...stageFaults(read.value, stages)];
  if (loose.length === 0) return { plan: read.value, faults: [] };
  return {
    plan: null,
    faults: loose.map(({ path, message }) => ({
      line: read.lineOf(path),
      message,
      at: faultPlace(path, message),
    })),
  };
};

/** Whoever pastes a plan file gets told so once, and not by each key that is missing. */
const isList = (text: string): boolean => /^(plans:|- )/m.test(text) && !/^id:/m.test(text);
const ONE_ALONE: TextFault = {
  line: 1,
  message:
    "this is a list of plans. Write one here: without `plans:` and the dash, its keys at the left margin.",
};

/** Cheap, while reading compares each key with each other and needs the square of the time. */
const hasMoreTokens = (text: string, most: number): boolean => {
  const tokens = new Lexer().lex(text);
  let count = 0;
  while (count <= most && tokens.next().done !== true) count += 1;
  return count > most;
};

/** The lines of one plan of a file. An alias to something outside of it leaves values alone to write. */
const textOf = (plan: InterviewPlan, index: number, { document }: ReadYaml<unknown>): string => {
  const list: unknown = document.get("plans", true);
  const node: unknown = isSeq(list) ? list.items[index] : undefined;
  try {
    if (!isMap(node)) return stringify(plan);
    const alone = new Document();
    alone.contents = node;
    return alone.toString({ flowCollectionPadding: false, lineWidth: 0 });
  } catch {
    return stringify(plan);
  }
};
