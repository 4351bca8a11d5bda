import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { OpportunityId, PostingId, StageId, UserId } from "../../../src/domain/ids.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { openLoopbackServer } from "../../support/loopback-server.ts";

const PROTECTED = /eeo|survey|diversity|offers|audit_events/i;

const AT = Temporal.Instant.from("2026-11-23T09:00:00Z");

it("no method of the client asks for answers to equal-opportunity questions, surveys or offers", async () => {
  const record = {
    id: "x",
    contact: "c",
    stage: "s",
    text: "T",
    createdAt: 1,
    deletedAt: 1,
    interviews: [],
  };
  await using server = await openLoopbackServer(() => ({ body: { data: record } }));
  const { reader, writer } = openLeverClient(server.url);
  const opportunity = OpportunityId.parse("o");
  const user = UserId.parse("u");
  // Typed by the ports: a new method does not compile here until it is called here too.
  const reads: Record<keyof typeof reader, () => Promise<unknown>> = {
    getOpportunity: async () => await reader.getOpportunity(opportunity),
    getStage: async () => await reader.getStage(StageId.parse("s")),
    listStages: async () => await reader.listStages(),
    getPosting: async () => await reader.getPosting(PostingId.parse("p")),
    getUser: async () => await reader.getUser(user),
    listUsers: async () => await reader.listUsers(),
    findUserByEmail: async () => await reader.findUserByEmail("ada@example.test"),
    listFeedbackTemplates: async () => await reader.listFeedbackTemplates(),
    getFeedbackTemplate: async () => await reader.getFeedbackTemplate("f"),
    listPostings: async () => await reader.listPostings(),
    findRequisitions: async () => await reader.findRequisitions("REQ-1"),
    listPanels: async () => await reader.listPanels(opportunity),
    listNotes: async () => await reader.listNotes(opportunity),
    listResumes: async () => await reader.listResumes(opportunity),
    downloadResume: async () => await reader.downloadResume(opportunity, "r", { maxBytes: 1000 }),
    listFeedback: async () => await reader.listFeedback(opportunity),
    listChanged: async () => await reader.listChanged("updated", AT),
    listDeleted: async () => await reader.listDeleted(AT, AT),
  };
  const panel = {
    timezone: "UTC",
    externalUrl: "https://convene.example.test",
    note: "",
    feedbackReminder: "none" as const,
    applicationIds: [],
    interviews: [],
  };
  const writes: Record<keyof typeof writer, () => Promise<unknown>> = {
    createPanel: async () => await writer.createPanel(opportunity, user, panel),
    replacePanel: async () => await writer.replacePanel(opportunity, user, { ...panel, id: "p" }),
    moveStage: async () => await writer.moveStage(opportunity, user, StageId.parse("s")),
    deletePanel: async () => await writer.deletePanel(opportunity, user, "p"),
    createNote: async () =>
      await writer.createNote(opportunity, user, { text: "n", isSecret: false }),
    deleteNote: async () => await writer.deleteNote(opportunity, "n"),
  };
  for (const call of [...Object.values(reads), ...Object.values(writes)]) await call();
  expect(server.received.map(({ path }) => path)).toHaveLength(24);
  for (const { path } of server.received) expect(path).not.toMatch(PROTECTED);
});

it("no path of theirs is written anywhere in the client", async () => {
  const folder = join(import.meta.dirname, "../../../src/lever");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".ts"));
  expect(files).toContain("reader.ts");
  for (const name of files) {
    const source = await readFile(join(folder, name), "utf8");
    const paths = source.match(/["'`]\/[^"'`]*["'`]/g) ?? [];
    expect(paths.filter((path) => PROTECTED.test(path))).toEqual([]);
  }
});
