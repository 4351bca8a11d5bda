/** The command line. Each command loads only what it needs. */
import type { TokenOptions } from "./cli/token-commands.ts";
import { existsSync, readFileSync } from "node:fs";
import { exit, loadEnvFile } from "node:process";
import { Command, Option } from "commander";
import type { ImpactOptions } from "./cli/audit-commands.ts";
import type { AttendanceOptions } from "./cli/attendance-command.ts";
import type { StoryName } from "./cli/demo.ts";
import type { ConstraintsOptions } from "./cli/constraints-command.ts";
import type { LanguageOptions } from "./cli/language-command.ts";
import type { PlanTryOptions } from "./cli/plan-try.ts";
import { wholeNumber } from "./cli/whole-number.ts";
import { AppError } from "./domain/errors.ts";
import { VERSION } from "./version.ts";

/** Of the reasons not to read a file, Node's own loader knows one. */
const whyUnreadable = (path: string): string => {
  try {
    readFileSync(path);
    return "not as variables";
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown ? String(thrown.code) : "unknown reason";
  }
};

// What a person wrote down beside the checkout; the environment itself goes first.
try {
  if (existsSync(".env")) loadEnvFile(".env");
} catch {
  console.error(
    `.env cannot be read (${whyUnreadable(".env")}): make it a file that this user may read, or take it away.`,
  );
  exit(1);
}

const program = new Command("convene")
  .description("Coordinates interviews for teams that hire with Lever.")
  .version(VERSION)
  .showHelpAfterError("(convene --help lists the commands)");

const roles = (name: string, description: string, which: { web: boolean; work: boolean }): void => {
  program
    .command(name)
    .description(description)
    .option("--keep-alive", "start it again when it dies")
    .action(async (options: { keepAlive?: boolean }) => {
      if (options.keepAlive) {
        const { superviseCommand } = await import("./cli/supervise.ts");
        process.exitCode = await superviseCommand(name);
        return;
      }
      const { runRoles } = await import("./cli/run-roles.ts");
      await runRoles(which);
    });
};

roles("all", "Web and worker in one process, with the sandbox company if no account is connected", {
  web: true,
  work: true,
});
roles("serve", "The web process: intake, API, dashboard, MCP", { web: true, work: false });
roles("work", "A worker process: handles events; any number may run", { web: false, work: true });

program
  .command("migrate")
  .description("Bring the database up to date")
  .action(async () => {
    const { runMigrate } = await import("./cli/database-commands.ts");
    await runMigrate();
  });

const audit = program.command("audit").description("The ledger");
audit
  .command("verify")
  .description(
    "Check the whole ledger: its chain, its signed checkpoints, and the records beside it",
  )
  .option(
    "--since <hash or file>",
    "also against what you kept elsewhere: a head or hash, or a file of checkpoints, log lines or exported entries",
  )
  .addOption(new Option("--head <hash>", "the former name of --since").hideHelp())
  .action(async ({ since, head }: { since?: string; head?: string }) => {
    const { runAuditVerify } = await import("./cli/ledger-commands.ts");
    await runAuditVerify(since ?? head);
  });

audit
  .command("checkpoints")
  .description("The signed places as JSON lines: keep them elsewhere, and verify --since them")
  .action(async () => {
    const { runAuditCheckpoints } = await import("./cli/ledger-commands.ts");
    await runAuditCheckpoints();
  });

audit
  .command("export")
  .description("The whole ledger as JSON lines, oldest first")
  .action(async () => {
    const { runAuditExport } = await import("./cli/ledger-commands.ts");
    await runAuditExport();
  });

audit
  .command("policies")
  .description("Every version of the policy, with what it changed, as JSON lines, oldest first")
  .action(async () => {
    const { runAuditPolicies } = await import("./cli/ledger-commands.ts");
    await runAuditPolicies();
  });

audit
  .command("technical-file")
  .description("The model card with which models, prompts and policies were in use, as Markdown")
  .action(async () => {
    const { runTechnicalFile } = await import("./cli/audit-commands.ts");
    await runTechnicalFile();
  });

audit
  .command("impact")
  .description(
    "For an audit of bias: what evaluative features proposed and what became of it, as CSV; with categories of your own, rates and impact ratios as JSON",
  )
  .option(
    "--categories <file>",
    "a CSV with the columns reference, one for each category, and maybe selected",
  )
  .option("--csv", "rates and ratios as CSV")
  .option("--leave-out-small", "no ratio for categories of less than 2 %")
  .action(async (options: ImpactOptions) => {
    const { runImpact } = await import("./cli/audit-commands.ts");
    await runImpact(options);
  });

const token = program.command("token").description("API tokens");
token
  .command("create")
  .description("Make a token; it is shown this once")
  .requiredOption("--name <name>", "whose token it is, for the ledger")
  .option("--role <role>", "admin, recruiter, hiring_manager, interviewer or auditor", "recruiter")
  .option("--teams <teams>", "reaches what is of these teams alone: names in Lever, with commas")
  .option("--requisitions <codes>", "the same by codes of requisitions, with commas")
  .option("--email <address>", "whose it is, by the address in Lever")
  .option("--days <days>", "how long it is good for", "90")
  .action(async (options: TokenOptions) => {
    const { runTokenCreate } = await import("./cli/token-commands.ts");
    await runTokenCreate(options);
  });
token
  .command("list")
  .description("The tokens that are good now")
  .action(async () => {
    const { runTokenList } = await import("./cli/token-commands.ts");
    await runTokenList();
  });
token
  .command("revoke <id>")
  .description("End a token")
  .action(async (id: string) => {
    const { runTokenRevoke } = await import("./cli/token-commands.ts");
    await runTokenRevoke(id);
  });

program
  .command("link")
  .description("A link to somebody's own page, where they set their hours and limits")
  .requiredOption("--interviewer <email>", "whose page, by the address in Lever")
  .action(async (options: { interviewer: string }) => {
    const { runLink } = await import("./cli/link-command.ts");
    await runLink(options);
  });

const keys = program
  .command("keys")
  .description("Which of ENCRYPTION_KEYS are needed, and by what")
  .action(async () => {
    const { runKeys } = await import("./cli/key-commands.ts");
    await runKeys({ rewrap: false });
  });
keys
  .command("rewrap")
  .description("Close with the first key what older ones still close")
  .action(async () => {
    const { runKeys } = await import("./cli/key-commands.ts");
    await runKeys({ rewrap: true });
  });

program
  .command("erase <case>")
  .description("Erase the candidate of a case for good, in all their cases")
  .requiredOption(
    "--reason <reason>",
    "asked_by_candidate, consent_withdrawn, entered_by_mistake or other",
  )
  .option("--reference <number>", "a ticket's number, such as DSR-17; never words")
  .action(async (caseId: string, options: { reason: string; reference?: string }) => {
    const { runErase } = await import("./cli/erase-commands.ts");
    await runErase(caseId, options);
  });
program
  .command("export-candidate <case>")
  .description("All that is held on the candidate of a case, as JSON, for a request of access")
  .option("--markdown", "as a text to read")
  .action(async (caseId: string, options: { markdown?: boolean }) => {
    const { runExportCandidate } = await import("./cli/export-candidate.ts");
    await runExportCandidate(caseId, options);
  });
const erasures = program
  .command("erasures")
  .description("Who was erased, by ids, a JSON line each: keep it beside the backups")
  .action(async () => {
    const { runErasures } = await import("./cli/erase-commands.ts");
    await runErasures();
  });
erasures
  .command("apply <file>")
  .description("After a restore: erase again whom the backup still had")
  .action(async (file: string) => {
    const { runErasuresApply } = await import("./cli/erase-commands.ts");
    await runErasuresApply(file);
  });

for (const paused of [true, false]) {
  program
    .command(paused ? "pause" : "resume")
    .description(paused ? "Pause all effects in every process" : "Let effects go on")
    .action(async () => {
      const { runPause } = await import("./cli/database-commands.ts");
      await runPause(paused);
    });
}

program
  .command("reconcile")
  .description(
    "Compare all cases with Lever, calendars and the ledger; repair what is ours, report the rest",
  )
  .option("--json", "the result as one JSON line, for programs")
  .option("--wait <seconds>", "how long to wait for the workers", "600")
  .action(async (options: { json?: boolean; wait: string }) => {
    const { runReconcile } = await import("./cli/reconcile-command.ts");
    await runReconcile({ json: options.json === true, waitSeconds: wholeNumber(options.wait) });
  });

const plan = program.command("plan").description("Interview plans");
plan
  .command("check")
  .description("Check plan files: every fault with file, line and reason")
  .argument("[path]", "a plan file or a folder of them; PLANS_DIR or plans when absent")
  .action(async (path: string | undefined) => {
    const { runPlanCheck } = await import("./cli/plan-commands.ts");
    runPlanCheck(path);
  });
plan
  .command("list")
  .description("All plans, of the dashboard and of files, in the order in which they are asked")
  .option("--json", "as one JSON line, for programs")
  .action(async (options: { json?: boolean }) => {
    const { runPlanList } = await import("./cli/plan-commands.ts");
    await runPlanList(options);
  });
plan
  .command("show <id>")
  .description("The text of a plan, as it counts")
  .action(async (id: string) => {
    const { runPlanShow } = await import("./cli/plan-commands.ts");
    await runPlanShow(id);
  });
plan
  .command("try <file>")
  .description("The times that a plan would give for a candidate; saves and proposes nothing")
  .requiredOption("--opportunity <id>", "the candidate's opportunity in Lever")
  .option("--plan <id>", "which plan of the file; needed when it has several")
  .option("--json", "as one JSON line, for programs")
  .action(async (file: string, options: PlanTryOptions) => {
    const { runPlanTry } = await import("./cli/plan-try.ts");
    await runPlanTry(file, options);
  });

program
  .command("slots")
  .description(
    "Run the slot engine on a request in a file: times and people, or what stands in the way",
  )
  .option("--input <file>", "the request as JSON (docs/slots.md); - for standard input")
  .option("--json", "the answer as one JSON line, for programs")
  .option("--schema", "print the JSON Schema of a request")
  .action(async (options: { input?: string; json?: boolean; schema?: boolean }) => {
    const { runSlots } = await import("./cli/slots-command.ts");
    await runSlots(options);
  });

program
  .command("constraints")
  .description("What plain words about time and people are understood as")
  .argument("[text]", "what somebody wrote")
  .option("--now <time>", "the present, ISO 8601 with Z or an offset")
  .option("--zone <zone>", "the writer's IANA time zone")
  .option("--names <names>", "names that the text may mean, with commas between")
  .option("--json", "the whole structure as one JSON line, for programs")
  .showHelpAfterError(false)
  .exitOverride((error) => exit(error.exitCode === 0 ? 0 : 2))
  .action(async (text: string | undefined, options: ConstraintsOptions) => {
    const { runConstraints } = await import("./cli/constraints-command.ts");
    runConstraints(text, options);
  });

program
  .command("document")
  .description("What is understood of a resume in a file, and what was found in it")
  .argument("<file>", "PDF, Word, HTML or plain text")
  .option("--json", "the whole structure as one JSON line, for programs")
  .action(async (file: string, options: { json?: boolean }) => {
    const { runDocument } = await import("./cli/document-command.ts");
    await runDocument(file, options);
  });

program
  .command("language")
  .description("Questions, job texts, feedback and messages")
  .command("check")
  .description("What each line asks or judges by that it should not, and what to say instead")
  .argument("[file]", "a text, read line by line; - or nothing for standard input")
  .option("--kind <kind>", "question, job_text, feedback or message; told by each line when absent")
  .option("--jurisdictions <ids>", "whose law counts, such as us,us-nyc,uk; all when absent")
  .option("--json", "a JSON line for each line, for programs")
  .action(async (file: string | undefined, options: LanguageOptions) => {
    const { runLanguageCheck } = await import("./cli/language-command.ts");
    await runLanguageCheck(file, options);
  });

const attendance = program
  .command("attendance")
  .description("What a history of interviews says of no-shows (docs/attendance.md)");
const overHistory = (name: string, description: string): Command =>
  attendance
    .command(name)
    .description(description)
    .requiredOption("--csv <file>", "the history: one row an interview")
    .requiredOption("--map <file>", "YAML: which column is what, and what its words mean")
    .option("--json", "as one JSON line, for programs")
    .action(async (options: AttendanceOptions) => {
      const { runAttendance } = await import("./cli/attendance-command.ts");
      runAttendance(options);
    });
overHistory("evaluate", "How well no-shows would have been foretold, forward in time");
overHistory("train", "The same, and writes the model").option(
  "--out <file>",
  "where the model goes",
  "attendance-model.json",
);

program
  .command("mcp")
  .description("Serve the tools over MCP on standard input and output")
  .option("--toolsets <names>", "which tools, such as default,records or all")
  .action(async (options: { toolsets?: string }) => {
    const { runMcp } = await import("./cli/run-mcp.ts");
    await runMcp(options);
  });

program
  .command("doctor")
  .description("What is connected, what is missing, and what that means")
  .action(async () => {
    const { runDoctor } = await import("./cli/doctor.ts");
    await runDoctor();
  });

program
  .command("demo")
  .description("The main job from end to end on a fresh sandbox company")
  .option("--json", "one JSON line at the end, for programs")
  .addOption(
    new Option(
      "--story <name>",
      "from a stage move to the next; the booking alone, its brief, the candidate's chat, or five of a loop with mixed calendars",
    )
      .choices(["whole", "one", "brief", "chat", "loop"])
      .default("whole"),
  )
  .action(async (options: { json?: boolean; story: StoryName }) => {
    const { runDemo } = await import("./cli/demo.ts");
    await runDemo({ json: options.json === true, story: options.story });
  });

try {
  await program.parseAsync();
} catch (thrown) {
  const message = thrown instanceof AppError ? thrown.message : String(thrown);
  console.error(message);
  if (!(thrown instanceof AppError) && thrown instanceof Error) console.error(thrown.stack);
  process.exitCode = 1;
}
