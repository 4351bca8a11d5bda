/** One structured call to a chat model, within a budget. What fails leaves the draft as it is: a model can polish words,
 * never break a run. Whether an answer may be used is for the verify step to say. */
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { z } from "zod";

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
}

export interface RefineAnswer<Wording> {
  /** Null when there is no usable answer; `fault` says why. */
  wording: Wording | null;
  fault: string | null;
  model: string;
  promptVersion: string;
  durationMs: number;
  tokens: { input: number; output: number };
}

/** The draft in other words, not yet checked. Never throws for what a model does; rethrows when the run itself is ended. */
export const refine = async <Wording>(
  request: RefineRequest<Wording>,
  options: RefineOptions,
): Promise<RefineAnswer<Wording>> => {
  const from = performance.now();
  const answer = (
    wording: Wording | null,
    fault: string | null,
    tokens = { input: 0, output: 0 },
  ): RefineAnswer<Wording> => ({
    wording,
    fault,
    tokens,
    model: modelName(options.model),
    promptVersion: request.prompt.version,
    durationMs: performance.now() - from,
  });
  try {
    const { parsed, tokens } = await ask(request, options);
    const checked = request.schema.safeParse(parsed);
    return checked.success
      ? answer(checked.data, null, tokens)
      : answer(null, "the answer does not have the agreed shape", tokens);
  } catch (thrown) {
    if (options.signal.aborted) throw thrown;
    const isLate =
      thrown instanceof Error && /timeout|abort/i.test(`${thrown.name} ${thrown.message}`);
    return answer(null, isLate ? "the model took too long" : "the model could not be asked");
  }
};

const Usage = z.object({ input_tokens: z.int(), output_tokens: z.int() });

const ask = async <Wording>(
  request: RefineRequest<Wording>,
  { model, budgetMs, signal }: RefineOptions,
): Promise<{ parsed: unknown; tokens: { input: number; output: number } }> => {
  const structured = model.withStructuredOutput(z.toJSONSchema(request.schema), {
    name: request.name,
    includeRaw: true,
  });
  const { raw, parsed } = await structured.invoke(
    [
      new SystemMessage(request.prompt.system),
      new HumanMessage(JSON.stringify({ draft: request.draft })),
    ],
    { signal: AbortSignal.any([signal, AbortSignal.timeout(budgetMs)]) },
  );
  // A cut-off answer can still parse: it is not an answer.
  const finish: unknown = raw.response_metadata["finish_reason"];
  if (finish === "length") throw new Error("the answer was cut off");
  const usage = Usage.safeParse(Reflect.get(raw, "usage_metadata"));
  return {
    parsed,
    tokens: usage.success
      ? { input: usage.data.input_tokens, output: usage.data.output_tokens }
      : { input: 0, output: 0 },
  };
};

const modelName = (model: BaseChatModel): string => {
  const named: unknown = Reflect.get(model, "model");
  return typeof named === "string" ? named : model._llmType();
};
