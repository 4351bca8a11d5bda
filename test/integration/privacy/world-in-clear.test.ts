import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { trace } from "@opentelemetry/api";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { SubjectAccess } from "../../../src/cases/subject-access.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import { createLog } from "../../../src/log.ts";
import { openApi } from "../../support/api.ts";
import { linkInMail, openLink, sendForm } from "../../support/candidate-page.ts";
import { openChat } from "../../support/chat-page.ts";
import { approved } from "../../support/declined.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { everyRow } from "../../support/every-row.ts";
import { noteSpans } from "../../support/note-spans.ts";
import { proposalFor, settled } from "../../support/story.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

const CANDIDATES = 120;
/** What is written by hand in this story, and by nobody else. */
const CANARIES = ["a ramp for my canary", "canary on the moon base", "said the canary"];

describeOneDatabase("embedded", "everybody of the company's world", (open) => {
  let walk: Walk;
  let chatted: ProposalDetail;
  const logged: string[] = [];
  let spans: ReturnType<typeof noteSpans>;
  beforeAll(async () => {
    spans = noteSpans();
    const log = createLog({ level: "trace", to: { write: (line: string) => logged.push(line) } });
    walk = await startWalk(open, {
      candidates: CANDIDATES,
      log,
      env: { TRUSTED_PROXIES: "1", LOG_LEVEL: "trace" },
    });
    await story();
  });
  afterAll(async () => {
    trace.disable();
    await walk.close();
  });

  /** Something of every kind that a candidate or somebody about them can write. */
  const story = async (): Promise<void> => {
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    chatted = booked;
    const { opportunityId, candidate } = booked.payload;
    const link = await linkInMail(walk, candidate.email);
    await sendForm(await openLink(link), "/needs", { needs: CANARIES[0] ?? "" });
    const chat = openChat(link);
    await chat.ask(`Is there a ${CANARIES[1] ?? ""}?`);
    await chat.ask("I will be there");
    await settled(walk, opportunityId);
    for (const text of [`status of ${candidate.name}`, `reschedule ${candidate.name} to friday`]) {
      await walk.api.send("POST", "/api/plain-requests", { text });
    }
    const refused = await proposalFor(walk, walk.nextCandidate());
    const { id, digest, payload } = refused;
    const reason = `${payload.candidate.name} will not do, ${CANARIES[2] ?? ""}`;
    expect((await walk.api.decide(id, { decision: "reject", digest, reason })).status).toBe(200);
    await settled(walk, opportunityId, payload.opportunityId);
    const erased = await proposalFor(walk, walk.nextCandidate());
    await walk.api.send("POST", `/api/cases/${erased.caseId}/erase`, { reason: "other" });
    await walk.waitFor(
      "the erasure",
      async () => (await walk.api.case(erased.caseId)).candidateName === "(erased)",
    );
    const { database } = walk.running.deps;
    await walk.waitFor("everything to be handled", async () => {
      const waiting = await database.query("select 1 from inbox where status = 'waiting' limit 1");
      return waiting.length === 0;
    });
    // An error that quotes what it was given, and a page that is not there.
    await walk.api.send("POST", "/api/cases/x/erase", { reason: candidate.name });
    await fetch(`${walk.url}/nowhere/${encodeURIComponent(candidate.name)}`);
  };

  /** Every name, address and number of the world, and what was written. */
  const words = (): string[] => [
    ...walk.world.opportunities.flatMap(({ name, email, phone }) => [
      ...(name.includes(" ") ? [name] : []),
      ...(email === null ? [] : [email]),
      ...(phone === null ? [] : [phone, phone.replaceAll(/\D/g, "")]),
    ]),
    ...CANARIES,
  ];
  const formsOf = (word: string): string[] => {
    const bytes = Buffer.from(word.toLowerCase());
    return [word.toLowerCase(), bytes.toString("latin1"), Buffer.from(word).toString("hex")];
  };
  const found = (place: string, text: string): string[] => {
    const low = text.toLowerCase();
    return words().flatMap((word) =>
      formsOf(word).some((form) => low.includes(form)) ? [`${place}: ${word}`] : [],
    );
  };

  it("stands in no row of any table, the queue's and the checkpoints' among them", async () => {
    const rows = await everyRow(walk);
    const byTable = Map.groupBy(rows, ({ table }) => table);
    expect([...byTable.keys()]).toEqual(
      expect.arrayContaining(["public.chat_messages", "public.plain_requests", "public.erasures"]),
    );
    const hits = [...byTable].flatMap(([table, of]) =>
      found(table, of.map(({ row }) => row).join("\n")),
    );
    expect(hits).toEqual([]);
  });

  it("stands in no file of the data folder", async () => {
    await walk.running.deps.database.query("checkpoint");
    const folder = walk.config.dataDir;
    const hits: string[] = [];
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      // What could be a word at all: most of it is sealed, or zeros.
      const readable = bytes.toString("latin1").match(/[\u0020-\u007e\u0080-\u00ff]{6,}/g) ?? [];
      hits.push(...found(entry.name, readable.join("\n")));
    }
    expect(hits).toEqual([]);
  });

  it("stands in no line of the log, no metric and no span", async () => {
    expect(logged.length).toBeGreaterThan(0);
    expect(found("log", logged.join(""))).toEqual([]);
    const metrics = await (await fetch(`${walk.url}/metrics`)).text();
    expect(metrics).toContain("convene_");
    expect(found("metrics", metrics)).toEqual([]);
    const names = new Set(spans.map(({ name }) => name.split(" ")[0]));
    expect([...names]).toEqual(expect.arrayContaining(["node", "tool", "effect"]));
    expect(found("spans", JSON.stringify(spans))).toEqual([]);
  });

  it("has an export of all that is held on them, and of nobody else", async () => {
    const { body } = await walk.api.send("GET", `/api/cases/${chatted.caseId}/subject-access`);
    const made = body as SubjectAccess;
    const [of] = made.cases;
    expect([made.name, made.cases.length]).toEqual([chatted.candidateName, 1]);
    expect(of?.steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["book_interview"]));
    expect(of?.steps.find(({ kind }) => kind === "book_interview")).toMatchObject({
      trigger: "candidateStageChange",
      decision: { word: "approve" },
      content: { candidate: { email: chatted.payload.candidate.email } },
    });
    expect(of?.said).toMatchObject([{ kind: "needs" }]);
    expect(of?.requests.length).toBe(2);
    const types = of?.ledger.map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(["proposal.made", "decision.made", "effect.done"]),
    );
    const proposed = of?.ledger.find(({ type }) => type === "proposal.made");
    expect(proposed?.data).toMatchObject({
      class: "logistics",
      inputs: expect.arrayContaining([
        {
          name: expect.any(String),
          textId: expect.any(String),
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ]),
    });
    const text = JSON.stringify(made);
    for (const canary of CANARIES.slice(0, 2)) expect(text).toContain(canary);
    for (const { email } of walk.world.people) expect(text).not.toContain(email);
    const others = walk.world.opportunities.filter(({ name }) => name !== made.name);
    expect(others.filter(({ name }) => name.includes(" ") && text.includes(name))).toEqual([]);
    const page = await walk.api.send("GET", `/api/cases/${chatted.caseId}/subject-access.md`);
    expect(page.headers.get("content-type")).toMatch(/^text\/markdown/);
    expect((await walk.api.ledger()).map(({ type }) => type)).toContain("candidate.exported");
    const recruiter = await createToken(
      { name: "r", role: "recruiter", kind: "token", validFor: Temporal.Duration.from("PT1H") },
      walk.running.deps,
    );
    const refused = openApi(walk.url, recruiter);
    for (const path of ["subject-access", "subject-access.md"]) {
      const { status } = await refused.send("GET", `/api/cases/${chatted.caseId}/${path}`);
      expect(status).toBe(403);
    }
    expect((await refused.send("GET", "/api/erasures")).status).toBe(403);
    const erasing = await refused.send("POST", `/api/cases/${chatted.caseId}/erase`, {
      reason: "other",
    });
    expect(erasing.status).toBe(403);
  });

  it("would be found where somebody wrote it in clear", async () => {
    const [someone] = walk.world.opportunities;
    expect(found("x", `Write to ${someone?.email ?? ""}`)).toEqual([`x: ${someone?.email ?? ""}`]);
  });
});
