/** `convene plan try`: what a plan in a file would give for a real candidate. */
import { type PlanTrial, tryPlan } from "../../tools/try-plan.ts";
import { readConfig } from "../config.ts";
import { createDeps } from "../deps.ts";
import { AppError } from "../domain/errors.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import { slotInWords } from "../domain/time.ts";
import { createLog } from "../log.ts";
import { loadFile } from "../plans/files.ts";

/** As written on the command line. */
export interface PlanTryOptions {
  opportunity: string;
  plan?: string;
  json?: boolean;
}

/** Prints the times, or what stands in the way with exit code 2. Errors: `plan_invalid` with every fault of the file;
 * `lever_not_found` for a candidate that Lever does not know. */
export const runPlanTry = async (file: string, options: PlanTryOptions): Promise<void> => {
  const plan = choosePlan(file, options.plan);
  const config = readConfig();
  const log = createLog({ level: "silent" });
  const publicUrl = config.publicUrl ?? "http://127.0.0.1:3000";
  const deps = await createDeps(config, { log, publicUrl, onlyLooks: true });
  try {
    const caller = { kind: "person" as const, name: "command line", mayPropose: false };
    const trial = await tryPlan(
      { plan, opportunityId: options.opportunity },
      { ...deps.tools, caller, signal: AbortSignal.timeout(PATIENCE_MS) },
    );
    console.log(options.json ? JSON.stringify(trial) : inWords(trial));
    if ((trial.times?.itineraries.length ?? 0) === 0) process.exitCode = 2;
  } finally {
    await deps.close();
  }
};

const PATIENCE_MS = 60_000;

const choosePlan = (file: string, id: string | undefined): InterviewPlan => {
  const { plans, faults } = loadFile(file);
  if (faults.length > 0) {
    throw invalid(faults.map((f) => `${f.file}:${f.line}: ${f.message}`).join("\n"));
  }
  const chosen = plans.filter(({ plan }) => id === undefined || plan.id === id);
  const [only, ...more] = chosen;
  if (only && more.length === 0) return only.plan;
  const ids = plans.map(({ plan }) => plan.id).join(", ");
  throw invalid(`--plan: must be one of the file's plans: ${ids}.`);
};

const invalid = (message: string): AppError =>
  new AppError({ code: "plan_invalid", fault: "caller", message });

const inWords = ({ subject, applies, present, zone, times, problem, names }: PlanTrial): string => {
  const { stageName, postingTitle } = subject;
  const now = present
    ? (present.inferred ?? `As things are, ${present.plan.id} applies.`)
    : "As things are, no plan applies.";
  const found = (times?.itineraries ?? []).flatMap(({ sessions, score }, index) => [
    `${index + 1}. ${score.toFixed(0)} of 100`,
    ...sessions.map(({ sessionId, panel, ...span }) => {
      const startsAt = Temporal.Instant.from(span.startsAt);
      const endsAt = Temporal.Instant.from(span.endsAt);
      const name = times?.sessions.find(({ id }) => id === sessionId)?.name ?? sessionId;
      const people = panel.map(({ email }) => names[email] ?? email).join(", ");
      return `   ${slotInWords({ startsAt, endsAt }, zone)}  ${name}: ${people}`;
    }),
  ]);
  return [
    `The candidate is at ${stageName}${postingTitle === "" ? "" : `, ${postingTitle}`}: the plan ${applies ? "matches" : "does not match there, and is tried all the same"}. ${now}`,
    ...(problem ? [problem.message] : []),
    ...(times && found.length === 0 ? ["No time fits everybody."] : found),
    ...[times?.blockers ?? [], times?.relaxations ?? []].flat().map((words) => `  ${words}`),
    ...(times?.findings ?? []),
  ].join("\n");
};
