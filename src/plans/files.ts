/** The interview plans in force, read from a folder of YAML files and read again when a file changes. A faulty change is
 * reported and the last good set stays in force, so that a slip of the pen never stops coordination. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "../domain/errors.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import { type PlanFault, parsePlan, parsePlans } from "./parse.ts";

/** The plan files' side of the plans in force. */
export interface PlanFiles {
  /** In the order of the files. */
  all(): readonly FilePlan[];
  /** Faults of the newest state of the files; empty when what is on disk is in force. */
  faults(): readonly PlanFault[];
}

/** A plan with the file that it stands in, and its own lines there. */
export interface FilePlan {
  plan: InterviewPlan;
  file: string;
  text: string;
}

interface Loaded {
  plans: FilePlan[];
  faults: PlanFault[];
}

/** Plans of a folder. Errors: `plan_invalid` at the start when a file has faults: each with file, line and reason. */
export const openPlanFiles = (folder: string): PlanFiles => {
  const first = loadFolder(folder);
  let stamp = stampOf(folder);
  if (first.faults.length > 0) throw planInvalid(first.faults);
  let inForce = first.plans;
  let faults: PlanFault[] = [];
  const refresh = (): void => {
    const present = stampOf(folder);
    if (present === stamp) return;
    stamp = present;
    const loaded = reload(folder);
    faults = loaded.faults;
    if (faults.length === 0) inForce = loaded.plans;
  };
  return {
    all: () => {
      refresh();
      return inForce;
    },
    faults: () => {
      refresh();
      return faults;
    },
  };
};

/** Every fault of every plan file of the folder, and the plans when there is none. */
export const loadFolder = (folder: string): Loaded => {
  const parsed = planFiles(folder).map(loadFile);
  const plans = parsed.flatMap((file) => file.plans);
  const faults = parsed.flatMap((file) => file.faults);
  const seen = new Set<string>();
  for (const { plan } of plans) {
    if (seen.has(plan.id)) {
      faults.push({ file: folder, line: 1, message: `two plans have the id "${plan.id}"` });
    }
    seen.add(plan.id);
  }
  return { plans, faults };
};

/** As `loadFolder`, of one file: a list of plans, or one plan as the dashboard keeps it. */
export const loadFile = (path: string): Loaded => {
  try {
    const kind = statSync(path);
    // A pipe would be waited for, for ever.
    if (!kind.isFile() && !kind.isDirectory()) return unreadable(path, "a pipe or device");
    const file = basename(path);
    const whole = readFileSync(path, "utf8");
    if (/^id:/m.test(whole)) return loadOne(file, whole);
    const { plans, texts, faults } = parsePlans(file, whole);
    return {
      plans: plans.map((plan, index) => ({ plan, file, text: texts[index] ?? "" })),
      faults,
    };
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return unreadable(path, why);
  }
};

const loadOne = (file: string, text: string): Loaded => {
  const { plan, faults } = parsePlan(text);
  if (plan) return { plans: [{ plan, file, text }], faults: [] };
  return { plans: [], faults: faults.map((fault) => ({ file, ...fault })) };
};

const unreadable = (path: string, why: string): Loaded => {
  const message = `is no file that can be read (${why})`;
  return { plans: [], faults: [{ file: basename(path), line: 1, message }] };
};

const planInvalid = (faults: PlanFault[]): AppError =>
  new AppError({
    code: "plan_invalid",
    fault: "caller",
    message: `The interview plans have faults:\n${faults
      .map((fault) => `  ${fault.file}:${fault.line}: ${fault.message}`)
      .join("\n")}`,
    data: { faults },
  });

const planFiles = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .toSorted()
      .map((name) => join(folder, name));
  } catch (cause) {
    throw new AppError({
      code: "plan_invalid",
      fault: "caller",
      message: `The folder of interview plans cannot be read: ${folder}. Set PLANS_DIR.`,
      cause,
    });
  }
};

/** As `loadFolder`, but a folder that has gone is a fault like others: what is in force stays. */
const reload = (folder: string): Loaded => {
  try {
    return loadFolder(folder);
  } catch {
    return { plans: [], faults: [{ file: folder, line: 1, message: "the folder cannot be read" }] };
  }
};

/** Tells one state of the files from another. */
const stampOf = (folder: string): string => {
  try {
    return planFiles(folder)
      .map((path) => {
        const found = statSync(path, { throwIfNoEntry: false });
        return `${path}:${found?.mtimeMs ?? 0}:${found?.size ?? 0}`;
      })
      .join("|");
  } catch {
    return "unreadable";
  }
};
