/** Plans as text → plans, or every fault with its line. Pure. A file holds a list of them, the dashboard one each. */
import {
  Document,
  Lexer,
  LineCounter,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
} from "yaml";
import { z } from "zod";
import { InterviewPlan } from "../domain/plan.ts";
import { issueInWords, pathInWords } from "./fault-words.ts";
import { looseFaults } from "./loose-faults.ts";

/** One fault of a text, for people. */
export interface TextFault {
  line: number;
  message: string;
}

/** One fault of a plan file, for people. */
export interface PlanFault extends TextFault {
  file: string;
}

/** `texts` are the plans' own lines, in the order of the plans, comments kept. */
export type ParsedPlans = { plans: InterviewPlan[]; texts: string[]; faults: PlanFault[] };

/** One plan, or what is wrong with it. */
export type ParsedPlan = { plan: InterviewPlan; faults: [] } | { plan: null; faults: TextFault[] };

/** A plan's text has at most so many characters. */
export const MOST_CHARACTERS = 65_536;
/** Nobody reads more of them at a time. */
const MOST_FAULTS = 50;
/** A plan has a few hundred words and signs. */
const MOST_TOKENS = 8_000;

const PlanFile = z.strictObject({ plans: z.array(InterviewPlan).min(1) });

/** Plans of one file. Shape: `plans` is empty as soon as there is one fault. */
export const parsePlans = (file: string, text: string): ParsedPlans => {
  const read = readAs(text, PlanFile, "the file");
  const loose =
    "faults" in read
      ? read.faults
      : read.value.plans.flatMap((plan, index) =>
          looseFaults(plan).map(({ path, message }) => ({
            line: lineOf(read, ["plans", index, ...path]),
            message: `plan ${plan.id}: ${message}`,
          })),
        );
  if ("faults" in read || loose.length > 0) {
    return { plans: [], texts: [], faults: loose.map((fault) => ({ file, ...fault })) };
  }
  const { plans } = read.value;
  return { plans, texts: plans.map((plan, index) => textOf(plan, index, read)), faults: [] };
};

/** The one plan of a text as the dashboard keeps it: its keys stand at the left margin. */
export const parsePlan = (text: string): ParsedPlan => {
  if (text.length > MOST_CHARACTERS) {
    const message = `is longer than ${MOST_CHARACTERS} characters: one plan needs far fewer`;
    return { plan: null, faults: [{ line: 1, message }] };
  }
  if (hasMoreTokens(text, MOST_TOKENS)) {
    const message = `has more than ${MOST_TOKENS} words and signs: one plan needs far fewer`;
    return { plan: null, faults: [{ line: 1, message }] };
  }
  const read = readAs(text, InterviewPlan, "the plan");
  if ("faults" in read) return { plan: null, faults: isList(text) ? [ONE_ALONE] : read.faults };
  const loose = looseFaults(read.value);
  if (loose.length === 0) return { plan: read.value, faults: [] };
  return {
    plan: null,
    faults: loose.map(({ path, message }) => ({ line: lineOf(read, path), message })),
  };
};

/** Whoever pastes a plan file gets told so once, and not by each key that is missing. */
const isList = (text: string): boolean => /^(plans:|- )/m.test(text) && !/^id:/m.test(text);
const ONE_ALONE: TextFault = {
  line: 1,
  message:
    "this is a list of plans. Write one here: without `plans:` and the dash, its keys at the left margin.",
};

interface ReadText {
  document: Document.Parsed;
  lines: LineCounter;
}

const readAs = <Value>(
  text: string,
  schema: z.ZodType<Value>,
  whole: string,
): (ReadText & { value: Value }) | { faults: TextFault[] } => {
  const lines = new LineCounter();
  const document = documentOf(text, lines);
  if (document instanceof Error) return unreadable(document);
  // A tag that is not known is a warning to the library; a plan has none.
  const faults = [...document.errors, ...document.warnings].slice(0, MOST_FAULTS).map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    message: `is not valid YAML: ${error.message}`,
  }));
  if (faults.length > 0) return { faults };
  const content = contentOf(document);
  if (content instanceof Error) return unreadable(content);
  const parsed = schema.safeParse(content);
  if (parsed.success) return { document, lines, value: parsed.data };
  const found = parsed.error.issues.slice(0, MOST_FAULTS).map((issue) => ({
    line: lineOf({ document, lines }, pathOf(issue)),
    message: `${pathInWords(issue.path) || whole}: ${issueInWords(issue)}`,
  }));
  return { faults: found.toSorted((one, two) => one.line - two.line) };
};

const unreadable = ({ message }: Error): { faults: TextFault[] } => ({
  faults: [{ line: 1, message: `cannot be read: ${message}` }],
});

/** A key that is not known stands in the text, though no value has its path. */
const pathOf = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;

/** Cheap, while reading compares each key with each other and needs the square of the time. */
const hasMoreTokens = (text: string, most: number): boolean => {
  const tokens = new Lexer().lex(text);
  let count = 0;
  while (count <= most && tokens.next().done !== true) count += 1;
  return count > most;
};

/** Errors: some thousand brackets in each other are more than the stack holds. */
const documentOf = (text: string, lineCounter: LineCounter): Document.Parsed | Error => {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, resolveKnownTags: false });
  } catch (error) {
    if (error instanceof RangeError) return new Error("it is nested too deeply");
    throw error;
  }
};

/** The text's values, or why there are none: an alias that leads nowhere, or that grows without bound. */
const contentOf = (document: Document.Parsed): unknown => {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    if (error instanceof RangeError) return new Error("it is nested too deeply");
    return error instanceof Error ? error : new Error("its aliases cannot be followed");
  }
};

/** The lines of one plan of a file. An alias to something outside of it leaves values alone to write. */
const textOf = (plan: InterviewPlan, index: number, { document }: ReadText): string => {
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

/** The line of the innermost key or entry of the path that exists. */
const lineOf = ({ document, lines }: ReadText, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length > 0; length -= 1) {
    const node = nodeAt(document, path.slice(0, length));
    const range = isNode(node) ? node.range : null;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
};

/** A key rather than its value, which may begin on the line below. */
const nodeAt = (document: Document.Parsed, path: readonly PropertyKey[]): unknown => {
  const last = path.at(-1);
  const parent: unknown =
    path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return document.getIn(path, true);
  return parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last))?.key;
};
