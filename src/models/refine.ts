/** One structured call to a chat model, within a budget. What fails leaves the draft as it is: a model can polish words,
 * never break a run. Whether an answer may be used is for the verify step to say. */
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import { createMasks } from "./masks.ts";
import { modelFault } from "./port.ts";
import { type Tokens, TokensSchema } from "./prices.ts";
import { askForShape, promptDigest, usageOf } from "./structured.ts";

export interface RefineRequest<Wording> {
  schema: z.ZodType<Wording>;
  name: string;
  prompt: { version: string; system: string };
  draft: Wording;
}

export interface RefineOptions {
  model: BaseChatModel;
  /** Milliseconds until the draft is used as it is. */
  budgetMs: number;
  signal: AbortSignal;
  /** Names that are hidden from the model and put back after it. */
  people?: readonly string[];
}

export interface RefineAnswer<Wording> {
  /** Null when there is no usable answer; `fault` says why. */
  wording: Wording | null;
  fault: string | null;
  model: string;
  promptVersion: string;
  /** SHA-256 of what the model is always told. */
  promptDigest: string;
  durationMs: number;
  tokens: Tokens;
}

/** The draft in other words, not yet checked. Never throws for what a model does; rethrows when the run itself is
 * ended, and what our own database says. */
export const refine = async <Wording>(
  request: RefineRequest<Wording>,
  options: RefineOptions,
): Promise<RefineAnswer<Wording>> => {
  const from = performance.now();
  const schema = z.toJSONSchema(request.schema);
  const { system, version } = request.prompt;
  const answer = (
    wording: Wording | null,
    fault: string | null,
    tokens: Tokens = { input: 0, cached: 0, output: 0 },
  ): RefineAnswer<Wording> => ({
    wording,
    fault,
    tokens,
    model: modelName(options.model),
    promptVersion: version,
    promptDigest: promptDigest(system, schema),
    durationMs: performance.now() - from,
  });
  const masks = createMasks(options.people);
  const shown = masks.value(request.draft);
  let tokens: Tokens | undefined;
  try {
    const asked = await askForShape(
      options.model,
      { name: request.name, schema },
      {
        messages: [new SystemMessage(system), new HumanMessage(JSON.stringify({ draft: shown }))],
        signal: AbortSignal.any([options.signal, AbortSignal.timeout(options.budgetMs)]),
      },
    );
    tokens = usageOf(asked.message) ?? undefined;
    const checked = request.schema.safeParse(masks.putBack(asked.answer, shown));
    return checked.success
      ? answer(checked.data, null, tokens)
      : answer(null, modelFault("shape").message, tokens);
  } catch (thrown) {
    // Neither the run's end nor a fault of our own books is the model's doing.
    if (options.signal.aborted) throw thrown;
    if (thrown instanceof AppError && thrown.fault !== "model") throw thrown;
    return answer(null, wordsOf(thrown), tokens ?? costIn(thrown));
  }
};

const wordsOf = (thrown: unknown): string => {
  if (thrown instanceof AppError && thrown.fault === "model") return thrown.message;
  const isLate =
    thrown instanceof Error && /timeout|abort/i.test(`${thrown.name} ${thrown.message}`);
  return isLate ? modelFault("timeout").message : "the model could not be asked";
};

/** What an answer that cannot be used has cost. */
const costIn = (thrown: unknown): Tokens | undefined => {
  const told = thrown instanceof AppError ? TokensSchema.safeParse(thrown.data["tokens"]) : null;
  return told?.success ? told.data : undefined;
};

const modelName = (model: BaseChatModel): string => {
  const named: unknown = Reflect.get(model, "model");
  return typeof named === "string" ? named : model._llmType();
};
