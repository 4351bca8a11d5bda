/** Lever's envelopes. Its documentation and its live answers disagree on how deep an object is wrapped, so every depth
 * is accepted. Source: Lever API v1, responses; recorded answers. */
import { isJsonObject } from "../domain/json-object.ts";

const MAX_DEPTH = 4;

/** One page of a list. */
export interface Page {
  items: unknown[];
  hasNext: boolean;
  /** Opaque token of the next page. */
  next: string | null;
}

// An object of Lever's has an id; only envelopes have `data` and none.
const isEnvelope = (value: unknown): value is Record<string, unknown> =>
  isJsonObject(value) && "data" in value && !("id" in value);

/** The object inside a body that is bare, wrapped once, wrapped twice, or the only one of a list.
 * Shape: undefined when there is no single object. */
export const unwrapOne = (body: unknown): Record<string, unknown> | undefined => {
  let value = body;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    if (Array.isArray(value)) {
      if (value.length !== 1) return undefined;
      value = value[0];
    } else if (isEnvelope(value)) {
      value = value["data"];
    } else {
      return isJsonObject(value) ? value : undefined;
    }
  }
  return undefined;
};

/** The page inside a body: a list bare, wrapped once or twice, or a single object where a list was asked for.
 * Shape: undefined when it is neither. `hasNext` is false where Lever leaves it out. */
export const unwrapPage = (body: unknown): Page | undefined => {
  let value = body;
  let envelope: Record<string, unknown> = {};
  for (let depth = 0; depth < MAX_DEPTH && isEnvelope(value); depth += 1) {
    envelope = value;
    value = value["data"];
  }
  if (isJsonObject(value) && !isEnvelope(value))
    value = Object.keys(value).length > 0 ? [value] : [];
  if (!Array.isArray(value)) return undefined;
  const next = envelope["next"];
  return {
    items: value,
    hasNext: envelope["hasNext"] === true,
    next: typeof next === "string" && next !== "" ? next : null,
  };
};
