/** `convene demo`: a fresh company and a fresh product, one stage move, one approval, and a look at what the company then
 * has in Lever, Google and its mailbox. Everything goes over the same wires as in real life. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { readConfig } from "../config.ts";
import { AppError, asAppError } from "../domain/errors.ts";
import { createLog } from "../log.ts";
import { type RunningCompany, startSandboxCompany } from "../sandbox-company.ts";
import { type Running, start } from "../start.ts";
import { type DemoSteps, createDemoSteps } from "./demo-steps.ts";
import { mustHave, waitForProposal } from "./first-case.ts";
import { tokenFor } from "./run-roles.ts";

/** Runs the story. Exit code 0 only if everything was seen. */
export const runDemo = async ({ json }: { json: boolean }): Promise<void> => {
  const steps = createDemoSteps({ json });
  const folder = await mkdtemp(join(tmpdir(), "convene-demo-"));
  let company: RunningCompany | null = null;
  let running: Running | null = null;
  let leverCalls = 0;
  try {
    company = await steps.run(
      "a company opens: Lever, Google, mail",
      async () => await startSandboxCompany(),
    );
    const opened = company;
    running = await steps.run(
      "Convene starts on an embedded database",
      async () => await startHere(folder, opened),
    );
    leverCalls = await tellStory({ company, running, steps });
  } catch (thrown) {
    steps.fail(asAppError(thrown));
  } finally {
    await running?.stop();
    await company?.close();
    await rm(folder, { recursive: true, force: true });
    process.exitCode = steps.end(leverCalls) ? 0 : 1;
  }
};

const startHere = async (folder: string, company: RunningCompany): Promise<Running> => {
  const config = readConfig();
  return await start(
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
    },
  );
};

interface Story {
  company: RunningCompany;
  running: Running;
  steps: DemoSteps;
}

const Proposal = z.object({
  id: z.string(),
  digest: z.string(),
  status: z.string(),
  summary: z.string(),
  caseId: z.string(),
});
const Detail = Proposal.extend({
  effects: z.array(
    z.object({
      kind: z.string(),
      status: z.string(),
      externalRef: z.record(z.string(), z.string()).nullable(),
    }),
  ),
  payload: z.object({
    opportunityId: z.string(),
    organizer: z.string(),
    startsAt: z.string(),
    candidate: z.object({ email: z.string() }),
    panel: z.array(z.object({ email: z.string() })),
  }),
});
type Detail = z.infer<typeof Detail>;

/** Shape: how often Lever was called for it, our own looks around not counted. */
const tellStory = async ({ company, running, steps }: Story): Promise<number> => {
  const token = await tokenFor(running, "demo");
  const api = apiOf(running.url, token);
  const id = await steps.run(
    "a recruiter moves a candidate to Phone Screen in Lever",
    async () => await moveOne(company, running),
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
    async () => await waitUntilDone(id, running, api),
  );
  const leverCalls = await countLeverCalls(company);
  await lookAround({ company, proposal: booked, steps });
  await steps.run("the ledger is whole", async () => {
    const { ok, entries } = z
      .object({ ok: z.boolean(), entries: z.int() })
      .parse(await api("GET", "/api/ledger/verify"));
    if (!ok || entries < 10) throw missing("a whole ledger");
  });
  return leverCalls;
};

type Api = (method: "GET" | "POST", path: string, body?: unknown) => Promise<unknown>;

const apiOf =
  (url: string, token: string): Api =>
  async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.ok) return (await response.json()) as unknown;
    throw missing(`an answer to ${method} ${path.split("/")[2] ?? ""} (it was ${response.status})`);
  };

const missing = (what: string): AppError =>
  new AppError({ code: "internal", fault: "bug", message: `Not seen: ${what}.` });

const moveOne = async (company: RunningCompany, running: Running): Promise<string> => {
  const stage = (await company.controls.listStages()).find(({ text }) => text === "Phone Screen");
  const [opportunity] = await company.controls.listOpportunities("applicant-new");
  if (!stage || !opportunity) throw missing("a candidate to move");
  return mustHave(
    await waitForProposal(running, async () => {
      await company.controls.moveStage(opportunity.id, stage.id);
    }),
  );
};

const PATIENCE_MS = 20_000;

const waitUntilDone = async (id: string, running: Running, api: Api): Promise<Detail> => {
  const late = AbortSignal.timeout(PATIENCE_MS);
  let wake = (): void => {};
  const stop = await running.deps.database.listen("convene", () => wake());
  try {
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
        late.addEventListener("abort", () => resolve(), { once: true });
      });
      const present = Detail.parse(await api("GET", `/api/proposals/${id}`));
      const { status, effects } = present;
      if (status === "done" && effects.every((effect) => effect.status === "done")) return present;
      if (status === "failed" || late.aborted) throw missing(`a booking (it is ${status})`);
      await woken;
    }
  } finally {
    await stop();
  }
};

const Journal = z.object({
  items: z.array(z.object({ kind: z.string(), ids: z.record(z.string(), z.string()) })),
});
const Panels = z.object({
  data: z.array(z.object({ interviews: z.array(z.object({ date: z.number() })) })),
});
const Mails = z.object({
  items: z.array(z.object({ to: z.unknown(), calendar: z.unknown() })),
});

/** What the company itself says that it was asked to do. */
const lookAround = async ({
  company,
  proposal,
  steps,
}: {
  company: RunningCompany;
  proposal: Detail;
  steps: DemoSteps;
}): Promise<void> => {
  const read = async (path: string): Promise<unknown> => {
    const response = await fetch(`${company.url}${path}`);
    return (await response.json()) as unknown;
  };
  const once = async (service: string, kind: string): Promise<void> => {
    const { items } = Journal.parse(await read(`/control/journal?service=${service}`));
    const count = items.filter((entry) => entry.kind === kind).length;
    if (count !== 1) throw missing(`${kind} once (it was there ${count} times)`);
  };
  await steps.run("Google has one event with a video link, the panel invited", async () => {
    await once("google", "event.inserted");
    const room = proposal.effects.find(({ externalRef }) => externalRef?.["videoUrl"]);
    const link = room?.externalRef?.["videoUrl"] ?? "";
    for (const email of new Set([
      proposal.payload.organizer,
      ...proposal.payload.panel.map((member) => member.email),
    ])) {
      const calendar = await fetch(`${company.url}/google/calendars/${encodeURIComponent(email)}`);
      if (link === "" || !(await calendar.text()).includes(link)) {
        throw missing(`the event with its video link on the calendar of ${email}`);
      }
    }
  });
  await steps.run("Lever has one panel with the interview", async () => {
    await once("lever", "panel.created");
    const answer = await fetch(
      `${company.leverUrl}/opportunities/${proposal.payload.opportunityId}/panels`,
      { headers: { authorization: `Basic ${btoa(`${company.leverApiKey}:`)}` } },
    );
    const { data } = Panels.parse(await answer.json());
    const [panel] = data;
    const startsAt = Temporal.Instant.from(proposal.payload.startsAt).epochMilliseconds;
    if (data.length !== 1 || panel?.interviews.length !== 1)
      throw missing("one interview in Lever");
    if (panel.interviews[0]?.date !== startsAt) throw missing("the interview at the proposed time");
  });
  await steps.run("Lever has one note", async () => {
    await once("lever", "note.created");
  });
  await steps.run("the candidate has one confirmation with a calendar file", async () => {
    const { items } = Mails.parse(await read("/control/mail"));
    const [mail] = items;
    const isRight =
      items.length === 1 &&
      JSON.stringify(mail?.to).includes(proposal.payload.candidate.email) &&
      JSON.stringify(mail?.calendar).includes("BEGIN:VEVENT");
    if (!isRight) throw missing("one confirmation to the candidate");
  });
};

const countLeverCalls = async (company: RunningCompany): Promise<number> => {
  const response = await fetch(`${company.url}/control/lever`);
  return z.object({ calls: z.int() }).parse(await response.json()).calls;
};
