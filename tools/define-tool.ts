/** What a tool is: plain data and one function. It knows neither LangChain nor MCP. */
import { z } from "zod";
import { type About, type Need, faultOfRule, mayAccess } from "../src/domain/access.ts";
import { AppError } from "../src/domain/errors.ts";
import { shorten } from "../src/domain/quoted.ts";
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
  /** What it needs of the role of whoever calls it in somebody's name. */
  access: Need;
  /** Whom it is about: so a caller's scope bounds it. */
  about: About;
  run(input: z.infer<Input>, context: ToolContext): Promise<z.infer<Output>>;
  /** What a trace keeps of an answer that not everybody who sees the trace may read; absent: all of it. */
  traced?(output: z.infer<Output>): unknown;
}

/** The tool as it was given, with its types kept. */
export const defineTool = <Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> => tool;

/** Errors: plain, where a tool does not say who may call it: no process starts with one. */
export const checkToolRules = (tools: readonly Tool[]): void => {
  for (const tool of tools) {
    const fault = faultOfRule(tool, {
      fields: Object.keys(tool.input.shape),
      isPublicAllowed: false,
    });
    if (fault !== null) throw new Error(`The tool ${tool.name} ${fault}.`);
  }
};

/** Runs a tool: input checked, role and scope checked, output checked, and the call told to `context.onCall`.
 * Errors: `input_invalid` names each field; what the tool throws. */
export const callTool = async <Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
  input: z.input<Input>,
  context: ToolContext,
): Promise<z.infer<Output>> => {
  refuseRole(tool, context);
  const foreign = context.caller.kind === "mcp" ? foreignFields(tool, input) : [];
  const parsed = tool.input.safeParse(input);
  if (!parsed.success || foreign.length > 0) {
    const issues = parsed.error?.issues ?? [];
    throw unusable(tool.name, [
      ...foreign,
      ...issues.map((i) => ({ path: i.path.join("."), message: i.message })),
    ]);
  }
  const odd = pathOfUnstorable(parsed.data);
  if (odd !== null) {
    throw unusable(tool.name, [{ path: odd, message: "holds U+0000 or half of a character" }]);
  }
  refuseOutOfScope(tool.name, parsed.data, context);
  await refuseOutOfReach(tool, parsed.data, context);
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

interface Fault {
  path: string;
  message: string;
}

/** Fields that a tool does not have: whoever misspells one would be answered, or have proposed, something else than they asked for. */
const foreignFields = ({ input: { shape } }: Tool, given: object): Fault[] => {
  const taken = Object.entries(shape).flatMap(([name, field]) =>
    z.globalRegistry.get(field)?.["isOwn"] === true ? [] : [name],
  );
  const words = taken.length === 0 ? "none" : taken.join(", ");
  return Object.keys(given)
    .filter((field) => !Object.hasOwn(shape, field))
    .map((field) => ({
      path: shorten(field, LONGEST_FIELD),
      message: `is no field of it: it takes ${words}`,
    }));
};

const LONGEST_FIELD = 60;

/** Whether somebody's assistant could call it with that. */
export const isUsable = (tool: Tool, input: object): boolean =>
  foreignFields(tool, input).length === 0 && tool.input.safeParse(input).success;

const unusable = (name: string, faults: Fault[]): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `${name} was called with input that it cannot use.`,
    data: { faults },
  });

/** Who may have something, and whom it is about. */
export type Rule = Pick<Tool, "name" | "access" | "about">;

/** For what is read over MCP beside the tools. Errors: `forbidden` by role, or of what is about all; `not_found` for what is beyond reach. */
export const refuseByRule = async (
  rule: Rule,
  input: Record<string, unknown>,
  context: ToolContext,
): Promise<void> => {
  refuseRole(rule, context);
  await refuseOutOfReach(rule, input, context);
};

/** An agent has no role: it is bound to one opportunity. */
const refuseRole = ({ name, access }: Rule, { caller: { role } }: ToolContext): void => {
  if (role === undefined || mayAccess({ role }, access)) return;
  throw new AppError({
    code: "forbidden",
    fault: "caller",
    message: `${name} needs ${access === "decide" ? "a caller who may propose" : `another role than ${role}`}.`,
  });
};

/** What is beyond a caller's reach is as if it were not there. */
const refuseOutOfReach = async (
  { name, about }: Rule,
  input: Record<string, unknown>,
  { caller: { scope }, reach }: ToolContext,
): Promise<void> => {
  if (!scope || about === "nobody" || about === "listed" || about === "asker") return;
  if (about === "everybody") {
    throw new AppError({
      code: "forbidden",
      fault: "caller",
      message: `${name} is about the whole company, and you are known for some teams or requisitions of it.`,
    });
  }
  const id = input[about.in];
  if (typeof id === "string" && (await reach(scope, about.thing, id))) return;
  throw new AppError({
    code: "not_found",
    fault: "caller",
    message: `There is no such ${about.thing}. Use list_cases to find what is there.`,
  });
};

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
