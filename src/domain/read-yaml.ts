/** YAML that a person wrote → values of a schema, or every fault with its line. */
import { type Document, LineCounter, isMap, isNode, isScalar, parseDocument } from "yaml";
import type { z } from "zod";
import { pathInWords } from "./issue-words.ts";

/** One fault of a text, for people. */
export interface TextFault {
  line: number;
  message: string;
  /** Which value it is of; absent where the text cannot be read. */
  at?: FaultPlace;
}

/** `reason`: what is wrong with the value, said of it alone. */
export interface FaultPlace {
  path: (string | number)[];
  reason: string;
}

/** The place of a fault. */
export const faultPlace = (path: readonly PropertyKey[], reason: string): FaultPlace => ({
  path: path.filter((key) => typeof key !== "symbol"),
  reason,
});

/** What was read. `lineOf`: the line of the innermost key or entry of the path that exists. */
export interface ReadYaml<Value> {
  value: Value;
  document: Document.Parsed;
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** Nobody reads more of them at a time. */
const MOST_FAULTS = 50;

/** `whole`: what a fault of the whole is said of, such as `the plan`. Shape: faults in the order of their lines. */
export const readYaml = <Value>(
  text: string,
  as: { schema: z.ZodType<Value>; whole: string; inWords: (issue: z.core.$ZodIssue) => string },
): ReadYaml<Value> | { faults: TextFault[] } => {
  const lines = new LineCounter();
  const document = documentOf(text, lines);
  if (document instanceof Error) return unreadable(document);
  // A tag that is not known is a warning to the library; a text of ours has none.
  const faults = [...document.errors, ...document.warnings].slice(0, MOST_FAULTS).map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    message: `is not valid YAML: ${error.message}`,
  }));
  if (faults.length > 0) return { faults };
  const content = contentOf(document);
  if (content instanceof Error) return unreadable(content);
  const lineOf = (path: readonly PropertyKey[]): number => lineIn({ document, lines }, path);
  const parsed = as.schema.safeParse(content);
  if (parsed.success) return { document, lineOf, value: parsed.data };
  const found = parsed.error.issues.slice(0, MOST_FAULTS).map((issue) => {
    const reason = as.inWords(issue);
    return {
      line: lineOf(pathOf(issue)),
      message: `${pathInWords(issue.path) || as.whole}: ${reason}`,
      at: faultPlace(pathOf(issue), reason),
    };
  });
  return { faults: found.toSorted((one, two) => one.line - two.line) };
};

const unreadable = ({ message }: Error): { faults: TextFault[] } => ({
  faults: [{ line: 1, message: `cannot be read: ${message}` }],
});

/** A key that is not known stands in the text, though no value has its path. */
const pathOf = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;

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

const lineIn = (
  { document, lines }: { document: Document.Parsed; lines: LineCounter },
  path: readonly PropertyKey[],
): number => {
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
