/** The demo's story of a brief: asked for, sent to each of the panel, left in Lever, and read. */
import { z } from "zod";
import type { RunningCompany } from "../sandbox-company.ts";
import { PATIENCE_MS, type Detail, missing, read } from "./demo-look.ts";
import type { DemoSteps } from "./demo-steps.ts";

type Api = (method: "GET" | "POST", path: string, body?: unknown) => Promise<unknown>;

interface Told {
  company: RunningCompany;
  booked: Detail;
  steps: DemoSteps;
  api: Api;
  /** Waits until a proposal is done. */
  waitUntilDone(id: string): Promise<unknown>;
}

const Case = z.object({
  proposals: z.array(z.object({ id: z.string(), kind: z.string() })),
});
const Brief = z.object({
  rendered: z.object({
    readers: z.array(z.object({ name: z.string(), text: z.string(), page: z.string().nullable() })),
  }),
});

/** Errors: what was not seen. */
export const tellOfBrief = async ({
  company,
  booked,
  steps,
  api,
  waitUntilDone,
}: Told): Promise<void> => {
  const id = await steps.run("a recruiter asks for the brief over the API", async () => {
    await api("POST", `/api/cases/${booked.caseId}/briefs`, {});
    return await findBrief(booked.caseId, api);
  });
  await steps.run("it is sent, each message once", async () => {
    await waitUntilDone(id);
  });
  const links = await steps.run("each of the panel has theirs in Slack", async () => {
    const said = JSON.stringify(await read(company, "/control/slack"));
    const found = new Set(said.match(/https?:\/\/[^"\\]+\/brief\/r\/[\w.-]+/g));
    const panel = booked.payload.sessions.flatMap((session) => session.panel);
    if (found.size !== panel.length) throw missing(`a brief for each of ${panel.length}`);
    return [...found];
  });
  await steps.run("the page behind a reader's own link opens", async () => {
    const page = await fetch(links[0] ?? "");
    if (!page.ok) throw missing(`the page of a brief (it was ${page.status})`);
  });
  await steps.run("Lever has it as a note", async () => {
    const journal = JSON.stringify(await read(company, "/control/journal"));
    if ((journal.match(/note\.created/g) ?? []).length !== 2) throw missing("two notes in Lever");
  });
  const [first] = Brief.parse(await api("GET", `/api/proposals/${id}`)).rendered.readers;
  steps.say(`\n       For ${first?.name ?? "nobody"}:\n`);
  for (const line of (first?.page ?? first?.text ?? "").split("\n")) steps.say(line);
};

const EVERY_MS = 100;

const findBrief = async (caseId: string, api: Api): Promise<string> => {
  for (let waited = 0; waited < PATIENCE_MS; waited += EVERY_MS) {
    const { proposals } = Case.parse(await api("GET", `/api/cases/${caseId}`));
    const brief = proposals.find(({ kind }) => kind === "send_brief");
    if (brief) return brief.id;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  throw missing("a brief");
};
