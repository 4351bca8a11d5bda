/** A plan's text and its values, one thing: the form reads the values and writes into the text, where comments, order and
 * everything that the form does not know stay as they are. */
import { type Document, isCollection, isMap, isScalar, parseDocument } from "yaml";

export type PlanPath = readonly (string | number)[];

/** Values of a text. Shape: what YAML holds, whether or not it is a good plan. */
export type PlanValue = unknown;

const FORMAT = { lineWidth: 0, flowCollectionPadding: false } as const;

/** Null for a text that is no YAML, whose aliases lead nowhere, or that is no mapping. */
const open = (text: string): { document: Document; value: object } | null => {
  try {
    const document = parseDocument(text, { prettyErrors: false });
    if (document.errors.length > 0) return null;
    const value: unknown = document.toJS();
    const isMapping = typeof value === "object" && value !== null && !Array.isArray(value);
    return isMapping ? { document, value } : null;
  } catch {
    return null;
  }
};

/** The text after an edit; as it was when it cannot be edited, or the edit says that nothing has changed: written anew every
 * line is set as the library sets it. */
const edited = (text: string, edit: (document: Document, value: object) => boolean): string => {
  const opened = open(text);
  return opened && edit(opened.document, opened.value) ? opened.document.toString(FORMAT) : text;
};

/** The text's values; null while it is no YAML. */
export const readPlan = (text: string): object | null => open(text)?.value ?? null;

/** What stands at a path; undefined when nothing does. */
export const valueAt = (value: PlanValue, path: PlanPath): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );

/** The list at a path; empty when there is none. */
export const listAt = (value: PlanValue, path: PlanPath): unknown[] => {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
};

/** The text at a path, numbers too; empty when there is none. */
export const textAt = (value: PlanValue, path: PlanPath): string => {
  const found = valueAt(value, path);
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
};

/** The text with a value at a path; undefined takes away what is there, and what is empty then. */
export const writeAt = (text: string, path: PlanPath, value: unknown): string =>
  edited(text, (document, before) => {
    if (isSame(valueAt(before, path), value)) return false;
    if (value === undefined) remove(document, path);
    else put(document, path, value);
    return true;
  });

const isSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === "object" &&
    typeof other === "object" &&
    JSON.stringify(one) === JSON.stringify(other));

/** A key without a value, or with a word where more is meant, makes room. */
const put = (document: Document, path: PlanPath, value: unknown): void => {
  for (let length = 1; length < path.length; length += 1) {
    const parent = path.slice(0, length);
    if (isCollection(document.getIn(parent, true))) continue;
    document.setIn(parent, document.createNode(typeof path[length] === "number" ? [] : {}));
  }
  document.setIn(path, typeof value === "object" ? likeBefore(document, path, value) : value);
};

/** A list or mapping in the place of another is written as that one was: in brackets or line by line, with its comments. A
 * single value goes into the node that is there, which keeps them by itself. */
const likeBefore = (document: Document, path: PlanPath, value: unknown): unknown => {
  const before: unknown = document.getIn(path, true);
  const node: unknown = document.createNode(value);
  if (isCollection(before) && isCollection(node)) {
    node.flow = before.flow ?? false;
    node.comment = before.comment ?? null;
    node.commentBefore = before.commentBefore ?? null;
  }
  return node;
};

const remove = (document: Document, path: PlanPath): void => {
  document.deleteIn(path);
  const parent = path.slice(0, -1);
  if (parent.length === 0) return;
  const left: unknown = document.getIn(parent, true);
  // An entry of a list stays: taking it away is a wish of its own.
  if (isCollection(left) && left.items.length === 0 && typeof parent.at(-1) === "string") {
    remove(document, parent);
  }
};

/** The text with one more entry at the end of a list. */
export const appendAt = (text: string, path: PlanPath, value: unknown): string =>
  edited(text, (document) => {
    const list: unknown = document.getIn(path, true);
    if (isCollection(list)) document.addIn(path, document.createNode(value));
    else put(document, path, [value]);
    return true;
  });

/** A pool under another name, in its place, and in the places and seats that name it. */
export const renamePool = (text: string, from: string, to: string): string =>
  edited(text, (document, value) => {
    if (!renameKey(document, "pools", { from, to })) return false;
    listAt(value, ["sessions"]).forEach((session, s) => {
      for (const seats of ["places", "training"]) {
        listAt(session, [seats]).forEach((seat, index) => {
          if (valueAt(seat, ["pool"]) === from)
            put(document, ["sessions", s, seats, index, "pool"], to);
        });
      }
    });
    return true;
  });

/** A person's own link under another address, in its place. */
export const renameLink = (text: string, from: string, to: string): string =>
  edited(text, (document) => renameKey(document, "links", { from, to }));

/** Not to one that is there. Shape: whether it was renamed. */
const renameKey = (
  document: Document,
  mapping: "pools" | "links",
  { from, to }: { from: string; to: string },
): boolean => {
  const found: unknown = document.getIn([mapping], true);
  if (!isMap(found) || found.has(to)) return false;
  const key = found.items
    .map((pair) => pair.key)
    .find((one) => isScalar(one) && one.value === from);
  if (!isScalar(key)) return false;
  key.value = to;
  return true;
};

/** What a person begins with. */
export const FIRST_TEXT = `id: new-plan
match:
  stages: []
sessions:
  - id: interview
    name: Interview
    durationMinutes: 60
    format: video
    places:
      - role: hiring_manager
`;
