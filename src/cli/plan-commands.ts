/** `convene plan check`. */
import { readConfig } from "../config.ts";
import { AppError } from "../domain/errors.ts";
import { loadFolder } from "../plans/files.ts";

/** Prints the plans, or each fault with file, line and reason and exit code 1. Errors: `plan_invalid` when there are none, or
 * the folder cannot be read. */
export const runPlanCheck = (given: string | undefined): void => {
  const folder = given ?? readConfig().plansDir;
  const { plans, faults } = loadFolder(folder);
  for (const fault of faults) console.error(`${fault.file}:${fault.line}: ${fault.message}`);
  if (faults.length > 0) {
    process.exitCode = 1;
    return;
  }
  if (plans.length === 0) {
    throw new AppError({
      code: "plan_invalid",
      fault: "caller",
      message: `There are no interview plans in ${folder}. They are its files that end in .yaml or .yml: name the right folder, or set PLANS_DIR.`,
    });
  }
  for (const { plan } of plans) {
    const sessions = plan.sessions.map((s) => `${s.name}, ${s.durationMinutes} min`).join("; ");
    console.log(`${plan.id}: ${plan.match.stages.join(", ")}: ${sessions}`);
  }
};
