/** Which tools an assistant is shown. Each costs it part of its attention: those of a recruiter's day by default, the others by name. */
import { AppError } from "../src/domain/errors.ts";
import type { Tool } from "../tools/define-tool.ts";
import { TOOLS } from "../tools/index.ts";

/** By the names that clients use, in the order of the table. */
const TOOLSETS = {
  default: [
    "list_cases",
    "get_case",
    "list_proposals",
    "get_opportunity",
    "get_feedback",
    "get_brief",
    "check_availability",
    "find_slots",
    "propose_interview",
    "propose_brief",
    "propose_questions",
    "propose_request",
  ],
  records: ["get_posting", "get_requisitions", "get_resume", "get_notes"],
  plans: ["get_plan", "get_questions"],
} as const;

type Toolset = keyof typeof TOOLSETS;

const isToolset = (name: string): name is Toolset => Object.hasOwn(TOOLSETS, name);

/** The toolset of a tool, for the table in docs. */
export const toolsetOf = (tool: string): string =>
  Object.entries(TOOLSETS).find(([, names]) => names.some((name) => name === tool))?.[0] ?? "all";

/** The tools of these toolsets, comma separated; null: the default ones. `all` is all of them. Errors: `input_invalid` for a name
 * that is none. */
export const toolsOf = (named: string | null): readonly Tool[] => {
  const names = (named ?? "default")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const unknown = names.filter((name) => name !== "all" && !isToolset(name));
  if (unknown.length > 0 || names.length === 0) {
    const known = [...Object.keys(TOOLSETS), "all"].join(", ");
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: `Toolsets are named by ${known}, comma separated.`,
    });
  }
  if (names.includes("all")) return TOOLS;
  const wanted = new Set<string>(names.filter(isToolset).flatMap((name) => TOOLSETS[name]));
  return TOOLS.filter(({ name }) => wanted.has(name));
};
