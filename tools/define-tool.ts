/** What a tool is: plain data and one function. It knows neither LangChain nor MCP. */
import type { z } from "zod";
import { AppError } from "../src/domain/errors.ts";
import { pathOfUnstorable } from "../src/domain/storable.ts";
import { withSpan } from "../src/telemetry.ts";
import type { ToolContext } from "./context.ts";

/** `read` changes nothing; `propose` stores a wish that the gate decides on. There is no third kind. */
export type ToolEffect = "read" | "propose";

export interface Tool<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodObject = z.ZodObject,
> {
  /** snake_case `verb_noun`: reads `get_`, `list_`, `find_`, `check_`; writes `propose_`. */
  name: string;
  title: string;
  description: string;
  input: Input;
  output: Output;
  effect: ToolEffect;
  run(input: z.infer<Input>, context: ToolContext): Promise<z.infer<Output>>;
  /** What a trace keeps of an answer that not everybody who sees the trace may read; absent: all of it. */
  traced?(output: z.infer<Output>): unknown;
}

/** The tool as it was given, with its types kept. */
export const defineTool = <Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> => tool;

/** Runs a tool: input checked, scope checked, output checked, and the call told to `context.onCall`.
 * Errors: `input_invalid` names each field; what the tool throws. */
export const callTool = async <Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
  input: z.input<Input>,
  context: ToolContext,
): Promise<z.infer<Output>> => {
  const parsed = tool.input.safeParse(input);
  if (!parsed.success) {
    throw unusable(
      tool.name,
      parsed.error.issues.map((i) => ({ path: i.path.join("."), message: i.message })),
    );
  }
  const odd = pathOfUnstorable(parsed.data);
  if (odd !== null) {
    throw unusable(tool.name, [{ path: odd, message: "holds U+0000 or half of a character" }]);
  }
  refuseOutOfScope(tool.name, parsed.data, context);
  if (tool.effect === "propose" && !context.caller.mayPropose) {
    throw new AppError({
      code: "forbidden",
      fault: "caller",
      message: `${tool.name} needs a caller who may propose.`,
    });
  }
  const startedAt = context.clock.now();
  const from = performance.now();
  const told = { tool: tool.name, input: parsed.data, startedAt };
  try {
    const output = await withSpan(
      `tool ${tool.name}`,
      { "convene.caller": context.caller.kind },
      async () => tool.output.parse(await tool.run(parsed.data, context)),
    );
    await context.onCall?.({
      ...told,
      durationMs: performance.now() - from,
      output: tool.traced ? tool.traced(output) : output,
    });
    return output;
  } catch (error) {
    await context.onCall?.({ ...told, durationMs: performance.now() - from, error });
    throw error;
  }
};

const unusable = (name: string, faults: { path: string; message: string }[]): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `${name} was called with input that it cannot use.`,
    data: { faults },
  });

/** A caller bound to one opportunity cannot read another's, whatever it asks for. */
const refuseOutOfScope = (
  name: string,
  input: Record<string, unknown>,
  { caller }: ToolContext,
): void => {
  const asked = input["opportunityId"];
  if (caller.opportunityId === undefined || asked === undefined) return;
  if (asked === caller.opportunityId) return;
  throw new AppError({
    code: "forbidden",
    fault: "caller",
    message: `${name} may only be asked about the opportunity of this case.`,
  });
};
