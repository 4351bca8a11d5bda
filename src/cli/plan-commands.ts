/** `convene plan check`. */
import { readConfig } from "../config.ts";
import { loadFolder } from "../plans/store.ts";

/** Prints the plans, or each fault with file, line and reason and exit code 1. */
export const runPlanCheck = (folder: string | undefined): void => {
  const { plans, faults } = loadFolder(folder ?? readConfig().plansDir);
  for (const fault of faults) console.error(`${fault.file}:${fault.line}: ${fault.message}`);
  if (faults.length > 0) {
    process.exitCode = 1;
    return;
  }
  for (const plan of plans) {
    const sessions = plan.sessions.map((s) => `${s.name}, ${s.durationMinutes} min`).join("; ");
    console.log(`${plan.id}: ${plan.match.stages.join(", ")}: ${sessions}`);
  }
};
