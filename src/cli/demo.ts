/** `convene demo`: a fresh company and a fresh product, one stage move, one approval, a look at what the company then has in Lever,
 * its calendars and its mailbox, and what follows until the candidate may move on. Everything goes over the same wires as in real life. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { readConfig } from "../config.ts";
import { asAppError } from "../domain/errors.ts";
import { putExampleGuides } from "../guides/examples.ts";
import { createLog } from "../log.ts";
import { type RunningCompany, startSandboxCompany } from "../sandbox-company.ts";
import { type Running, start } from "../start.ts";
import { type DemoApi, setUpWhole, tellOfTheRest } from "./demo-whole.ts";
import { tellOfChat } from "./demo-chat.ts";
import { tellOfBrief } from "./demo-brief.ts";
import { PATIENCE_MS, Detail, countLeverCalls, lookAround, missing } from "./demo-look.ts";
import { type DemoSteps, createDemoSteps } from "./demo-steps.ts";
import { mustHave, waitForProposal } from "./first-case.ts";
import { tokenFor } from "./run-roles.ts";

/** What a demo is about. */
interface Script {
  stage: string;
  /** Titles of postings whose candidates may be moved; absent: any. */
  postings?: readonly string[];
  /** Whether a part of the company has its calendars at Microsoft. */
  microsoft: boolean;
  sessions: number;
  /** Whether it goes on to the brief of the interview, shown whole. */
  hasBrief?: true;
  /** Whether it goes on to what the candidate asks on their page. */
  hasChat?: true;
  /** Whether it goes on until the candidate may move to the next stage. */
  isWhole?: true;
}

const SCRIPTS = {
  whole: { stage: "Phone Screen", microsoft: false, sessions: 1, isWhole: true },
  one: { stage: "Phone Screen", microsoft: false, sessions: 1 },
  brief: { stage: "Phone Screen", microsoft: false, sessions: 1, hasBrief: true },
  chat: { stage: "Phone Screen", microsoft: false, sessions: 1, hasChat: true },
  loop: {
    stage: "Onsite",
    postings: ["Backend Engineer", "Site Reliability Engineer", "Platform Engineering Lead"],
    microsoft: true,
    sessions: 5,
  },
} as const satisfies Record<string, Script>;

/** Name of a story. */
export type StoryName = keyof typeof SCRIPTS;

/** Runs the story. Exit code 0 only if everything was seen. */
export const runDemo = async ({
  json,
  story,
}: {
  json: boolean;
  story: StoryName;
}): Promise<void> => {
  const script: Script = SCRIPTS[story];
  const steps = createDemoSteps({ json });
  const folder = await mkdtemp(join(tmpdir(), "convene-demo-"));
  let company: RunningCompany | null = null;
  let running: Running | null = null;
  let leverCalls = 0;
  try {
    company = await steps.run(
      `a company opens: Lever, Google, ${script.microsoft ? "Microsoft 365, " : ""}mail`,
      async () => await startSandboxCompany({ microsoft: script.microsoft }),
    );
    const opened = company;
    running = await steps.run(
      "Convene starts on an embedded database",
      async () => await startHere(folder, opened),
    );
    leverCalls = await tellStory({ company, running, steps, script });
  } catch (thrown) {
    steps.fail(asAppError(thrown));
  } finally {
    await running?.stop();
    await company?.close();
    await rm(folder, { recursive: true, force: true });
    process.exitCode = steps.end(leverCalls) ? 0 : 1;
  }
};

/** What the clock brings is seen to so often: nobody who looks on waits for it. */
const TICK_SECONDS = 0.5;

const startHere = async (folder: string, company: RunningCompany): Promise<Running> => {
  const config = readConfig();
  const running = await start(
    {
      ...config,
      dataDir: folder,
      database: { kind: "embedded" },
      encryptionKeys: null,
      lever: { kind: "sandbox" },
      port: 0,
      publicUrl: null,
    },
    {
      log: createLog({ level: "warn", toStderr: true }),
      company,
      roles: { web: true, work: true },
      tickSeconds: TICK_SECONDS,
    },
  );
  await putExampleGuides(running.deps);
  return running;
};

interface Story {
  company: RunningCompany;
  running: Running;
  steps: DemoSteps;
  script: Script;
}

/** Shape: how often Lever was called for it, our own looks around not counted. */
const tellStory = async ({ company, running, steps, script }: Story): Promise<number> => {
  // Days pass in the story.
  const token = await tokenFor(running, "demo", Temporal.Duration.from({ hours: 24 * 30 }));
  const api = apiOf(running.url, token);
  if (script.isWhole) await setUpWhole(steps, api);
  const id = await steps.run(
    `a recruiter moves a candidate to ${script.stage} in Lever`,
    async () => await moveOne(company, running, script),
  );
  const proposal = await steps.run("the stage move has become a proposal that waits", async () =>
    Detail.parse(await api("GET", `/api/proposals/${id}`)),
  );
  steps.say(proposal.summary);
  await steps.run("a person approves it over the API", async () => {
    await api("POST", `/api/proposals/${id}/decision`, {
      decision: "approve",
      digest: proposal.digest,
    });
  });
  const booked = await steps.run(
    "its effects are done, each once",
    async () => await waitUntilBooked(id, running, api),
  );
  const leverCalls = await countLeverCalls(company);
  if (script.hasBrief) {
    await tellOfBrief({
      company,
      booked,
      steps,
      api,
      waitUntilDone: async (brief) => await waitUntilDone(brief, running, api),
    });
  } else {
    await lookAround({ company, proposal: booked, steps, sessions: script.sessions });
  }
  if (script.hasChat) await tellOfChat({ company, booked, steps, api });
  if (script.isWhole) await tellOfTheRest({ company, running, booked, steps, api });
  await steps.run("the ledger is whole", async () => {
    const { ok, entries } = z
      .object({ ok: z.boolean(), entries: z.int() })
      .parse(await api("GET", "/api/ledger/verify"));
    if (!ok || entries < 10) throw missing("a whole ledger");
  });
  return leverCalls;
};

const apiOf =
  (url: string, token: string): DemoApi =>
  async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.ok) return (await response.json()) as unknown;
    throw missing(`an answer to ${method} ${path.split("/")[2] ?? ""} (it was ${response.status})`);
  };

const moveOne = async (
  company: RunningCompany,
  running: Running,
  script: Script,
): Promise<string> => {
  const stage = (await company.controls.listStages()).find(({ text }) => text === script.stage);
  const opportunity = (await company.controls.listOpportunities("applicant-new")).find(
    ({ postingTitle }) => script.postings?.includes(postingTitle) ?? true,
  );
  if (!stage || !opportunity) throw missing("a candidate to move");
  return mustHave(
    await waitForProposal(running, async () => {
      await company.controls.moveStage(opportunity.id, stage.id);
    }),
  );
};

const Progress = Detail.pick({ status: true, effects: true });

const waitUntilBooked = async (id: string, running: Running, api: DemoApi): Promise<Detail> => {
  await waitUntilDone(id, running, api);
  return Detail.parse(await api("GET", `/api/proposals/${id}`));
};

const waitUntilDone = async (id: string, running: Running, api: DemoApi): Promise<void> => {
  const late = AbortSignal.timeout(PATIENCE_MS);
  let wake = (): void => {};
  const stop = await running.deps.database.listen("convene", () => wake());
  try {
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
        late.addEventListener("abort", () => resolve(), { once: true });
      });
      const { status, effects } = Progress.parse(await api("GET", `/api/proposals/${id}`));
      if (status === "done" && effects.every((effect) => effect.status === "done")) return;
      if (status === "failed" || late.aborted) throw missing(`what was proposed (it is ${status})`);
      await woken;
    }
  } finally {
    await stop();
  }
};
