/** How many tokens it was, as near as letters tell: four a token, as OpenAI's own rule of thumb has it. */
import type { Asked } from "./request.ts";

export interface Usage {
  input: number;
  /** Of the input: what was read before with the same beginning. */
  cached: number;
  output: number;
}

/** Tokens of a text. */
export const tokensIn = (text: string): number => Math.ceil(text.length / 4);

/** From so many tokens on, in steps of so many, a beginning is kept. Source: OpenAI, "Prompt caching". */
const LEAST_CACHED = 1_024;
const CACHED_STEP = 128;

/** What a server reads before the model does: tools and schema, then what was said, in order. */
export const promptOf = ({ tools, shape, said }: Asked): string =>
  [
    tools.length > 0 ? JSON.stringify(tools) : "",
    shape.kind === "json_schema" ? JSON.stringify(shape.schema) : "",
    ...said.map(({ role, text }) => `${role}:${text}`),
  ].join("\n");

const sharedLength = (one: string, other: string): number => {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one[at] === other[at]) at += 1;
  return at;
};

/** A memory of what was read before, by model. */
export const createPromptCache = (): ((asked: Asked) => Pick<Usage, "input" | "cached">) => {
  const before = new Map<string, string[]>();
  return (asked) => {
    const prompt = promptOf(asked);
    const known = before.get(asked.model) ?? [];
    const shared = Math.floor(Math.max(0, ...known.map((one) => sharedLength(one, prompt))) / 4);
    before.set(asked.model, [...known, prompt].slice(-50));
    const cached = shared < LEAST_CACHED ? 0 : Math.floor(shared / CACHED_STEP) * CACHED_STEP;
    return { input: tokensIn(prompt), cached };
  };
};
