/** `convene plan check | list | show`. */
import { statSync } from "node:fs";
import { readConfig } from "../config.ts";
import { AppError } from "../domain/errors.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import { type CatalogPlan, findCatalogPlan, listCatalog } from "../plans/catalog.ts";
import { loadFile, loadFolder, openPlanFiles } from "../plans/files.ts";
import { withDatabase } from "./database-commands.ts";

/** Prints the plans, or each fault with file, line and reason and exit code 1. Errors: `plan_invalid` when there are none, or
 * the folder cannot be read. */
export const runPlanCheck = (given: string | undefined): void => {
  const path = given ?? readConfig().plansDir;
  const isFile = statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
  const { plans, faults } = isFile ? loadFile(path) : loadFolder(path);
  for (const fault of faults) console.error(`${fault.file}:${fault.line}: ${fault.message}`);
  if (faults.length > 0) {
    process.exitCode = 1;
    return;
  }
  if (plans.length === 0) {
    throw new AppError({
      code: "plan_invalid",
      fault: "caller",
      message: `There are no interview plans in ${path}. They are its files that end in .yaml or .yml: name the right folder, or set PLANS_DIR.`,
    });
  }
  for (const { plan } of plans) console.log(`${plan.id}: ${inShort(plan)}`);
};

const inShort = (plan: InterviewPlan): string => {
  const sessions = plan.sessions.map((s) => `${s.name}, ${s.durationMinutes} min`).join("; ");
  return `${plan.match.stages.join(", ")}: ${sessions}`;
};

/** Prints every plan with where it comes from. Errors: `data_dir_locked`, with the other way to see them. */
export const runPlanList = async ({ json }: { json?: boolean }): Promise<void> => {
  const plans = await readCatalog(listCatalog);
  if (json) {
    const shown = plans.map(({ source: _source, fileSource: _fileSource, ...plan }) => plan);
    console.log(JSON.stringify(shown));
    return;
  }
  for (const plan of plans) {
    const what = plan.plan ? inShort(plan.plan) : "cannot be read by this release";
    console.log(`${plan.id} (${originOf(plan)}): ${what}`);
  }
  if (plans.length === 0) console.log("There are no interview plans yet.");
};

const originOf = ({ origin, state, version, file }: CatalogPlan): string => {
  if (origin === "file") return `file ${file ?? ""}`;
  const instead = file === null ? "" : `, instead of the file ${file}`;
  return `dashboard, version ${version}${state === "on" ? "" : `, ${state}`}${instead}`;
};

/** Prints the text of one plan. Errors: `plan_missing` when there is none of that id. */
export const runPlanShow = async (id: string): Promise<void> => {
  const found = await readCatalog(async (deps) => await findCatalogPlan(id, deps));
  if (!found) {
    throw new AppError({
      code: "plan_missing",
      fault: "caller",
      message: `There is no interview plan "${id}". convene plan list names those that are.`,
    });
  }
  console.log(found.source.trimEnd());
};

const readCatalog = async <Found>(
  read: (deps: Parameters<typeof listCatalog>[0]) => Promise<Found>,
): Promise<Found> => {
  const planFiles = openPlanFiles(readConfig().plansDir);
  try {
    let found: { value: Found } | undefined;
    await withDatabase(
      async (database) => {
        found = { value: await read({ database, planFiles }) };
      },
      { mayMake: true },
    );
    if (!found) throw new Error("the database was not read");
    return found.value;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "data_dir_locked") throw thrown;
    throw new AppError({
      code: thrown.code,
      fault: thrown.fault,
      message:
        "The embedded database is in use by a running Convene: look under Plans in its dashboard, or send GET /api/plans with a token.",
      cause: thrown,
    });
  }
};
