/** What tools tell of notes, feedback and requisitions, read from the company's Lever. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { createLog } from "../../../src/log.ts";
import type { LeverReader } from "../../../src/lever/port.ts";
import type { Caller, ToolContext } from "../../../tools/context.ts";
import { type Tool, callTool } from "../../../tools/define-tool.ts";
import { getFeedback } from "../../../tools/get_feedback.ts";
import { getNotes } from "../../../tools/get_notes.ts";
import { getRequisitions } from "../../../tools/get_requisitions.ts";
import { OpportunityId, UserId } from "../../../src/domain/ids.ts";
import { referenceMark } from "../../../src/domain/reference-mark.ts";
import type { LeverNote } from "../../../sandbox/lever/state.ts";
import { type CompanyLever, openCompanyLever } from "../../support/company-lever.ts";
import { openLeverClient } from "../../support/lever-client.ts";

let lever: CompanyLever;
let reader: LeverReader;
let briefed: string;
beforeAll(async () => {
  lever = await openCompanyLever();
  const { company } = lever;
  ({ reader } = openLeverClient(company.leverUrl, { auth: { apiKey: company.leverApiKey } }));
  briefed = company.world.cast.briefed;
});
afterAll(async () => {
  await lever[Symbol.asyncDispose]();
});

/** What the last call left for a trace. */
let traced: unknown;
const agent: Caller = { kind: "agent", name: "briefing", mayPropose: false };

/** These tools read Lever, the clock, and which interviews were missed: none; anything else that they touched would throw. */
const ask = async <Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
  input: z.input<Input>,
  caller: Caller = agent,
): Promise<z.infer<Output>> =>
  await callTool(tool, input, {
    ...(Object.freeze({}) as ToolContext),
    lever: reader,
    clock: lever.company.clock,
    cases: {
      ...(Object.freeze({}) as ToolContext["cases"]),
      missedInterviews: async () => await Promise.resolve([]),
    },
    caller,
    onCall: async ({ output }) => {
      await Promise.resolve();
      traced = output;
    },
    signal: AbortSignal.timeout(300_000),
    log: createLog({ level: "silent" }),
  });

/** Lever refuses the next requests of such a path. */
const forbid = async (path: string, times: number): Promise<void> => {
  const rule = { service: "lever", kind: "status", status: 403, path, times };
  expect((await lever.control("POST", "/control/faults", rule)).status).toBe(201);
};

const addNote = (
  change: Partial<LeverNote> & { value: string; userId?: string | null },
): string => {
  const { value, userId = null, ...rest } = change;
  const { state } = lever.company.lever;
  const createdAt = change.createdAt ?? state.nowMs();
  const id = `note-${state.notes.size}`;
  state.notes.set(id, {
    id,
    opportunityId: briefed,
    comments: [{ value, userId, createdAt }],
    secret: false,
    madeByApi: false,
    ...rest,
    createdAt,
  });
  return id;
};

const nameOf = (userId: string | undefined): string | undefined =>
  lever.company.world.people.find((person) => person.userId === userId)?.name;

describe("get_notes", () => {
  it("tells what people wrote, newest first, with who and when, and never what is secret", async () => {
    const told = await ask(getNotes, { opportunityId: briefed });
    const { ownerId } = lever.opportunity(briefed);
    expect(told.notes.map(({ text }) => text.quoted.slice(0, 20))).toEqual([
      "Would like to see th",
      "I can say more about",
      "Heard of the role fr",
    ]);
    expect(told.notes[0]).toMatchObject({
      source: expect.stringMatching(/^note\/[^/]+$/) as string,
      author: { userId: ownerId, name: nameOf(ownerId) },
      text: { writtenBy: "candidate_or_third_party" },
    });
    expect(told.notes[1]?.source).toMatch(/^note\/[^/]+\/2$/);
    expect(told.leftOut).toEqual({ secret: 1, ours: 0, notOver: 0, other: 0, tooMany: 0 });
    expect(told).toMatchObject({ missing: null, url: expect.stringContaining(briefed) as string });
    expect(JSON.stringify(told)).not.toMatch(/78,000|another offer/);
  });

  it("leaves out our own and what quotes them, and what is more than is given", async () => {
    const mark = referenceMark("ef_0123456789abcdef0123456789abcdef");
    const made = [
      addNote({ value: `Interview booked.\n\n${mark}` }),
      addNote({
        value: `> Interview booked.\n> ${mark.replace(" reference", "\nreference")}\nSeen.`,
      }),
      ...Array.from({ length: 20 }, (_, n) =>
        addNote({ value: `Word ${n}`, createdAt: 1_700_000_000_000 + n }),
      ),
    ];
    try {
      const { notes, leftOut } = await ask(getNotes, { opportunityId: briefed });
      expect([notes.length, leftOut]).toEqual([
        20,
        { secret: 1, ours: 2, notOver: 0, other: 0, tooMany: 3 },
      ]);
      expect(notes.some(({ text }) => text.quoted.includes("booked"))).toBe(false);
      expect(notes.at(-1)?.text.quoted).toBe("Word 3");
    } finally {
      for (const id of made) lever.company.lever.state.notes.delete(id);
    }
  });

  it("cleans and cuts what it gives", async () => {
    const id = addNote({ value: `Good\u202E\u200B read. ${"x".repeat(9_000)}` });
    try {
      const [note] = (await ask(getNotes, { opportunityId: briefed })).notes;
      expect(note).toMatchObject({ author: null, characters: 9_013 });
      expect(note?.text.quoted).toHaveLength(2_000);
      expect(note?.text.quoted.slice(0, 12)).toBe("Good read. x");
    } finally {
      lever.company.lever.state.notes.delete(id);
    }
  });

  it("keeps what interviewers write until their round is over", async () => {
    const { state } = lever.company.lever;
    const [panel] = [...state.panels.values()].filter((one) => one.opportunityId === briefed);
    const [first, second] = panel?.interviews[0]?.interviewers ?? [];
    const open = [...state.feedback.values()].find(
      (form) => form.userId === second?.id && form.opportunityId === briefed,
    );
    const id = addNote({ value: "I would hire.", userId: first?.id ?? null });
    try {
      const texts = async () =>
        (await ask(getNotes, { opportunityId: briefed })).notes.map(({ text }) => text.quoted);
      expect(await texts()).toContain("I would hire.");
      if (open) open.completedAt = null;
      const { notes, leftOut } = await ask(getNotes, { opportunityId: briefed });
      expect(notes.map(({ text }) => text.quoted)).not.toContain("I would hire.");
      expect(leftOut.notOver).toBeGreaterThan(0);
    } finally {
      if (open) open.completedAt = open.createdAt;
      state.notes.delete(id);
    }
  });

  it("says what the credential may not read", async () => {
    await forbid("/notes$", 1);
    const told = await ask(getNotes, { opportunityId: briefed });
    expect(told).toMatchObject({
      notes: [],
      missing: expect.stringContaining("Notes: read") as string,
    });
  });
});

describe("get_feedback", () => {
  it("tells the answers of a round that is over, with form, session, author and date", async () => {
    const told = await ask(getFeedback, { opportunityId: briefed });
    expect(told.forms).toHaveLength(2);
    const [panel] = await reader.listPanels(OpportunityId.parse(briefed));
    for (const form of told.forms) {
      expect(form).toMatchObject({
        title: { quoted: "Phone Screen" },
        session: { quoted: "First talk" },
        author: { name: nameOf(form.author?.userId) },
        round: { panelId: panel?.id, isOver: true, isReaders: false },
      });
      expect(form.answers.map(({ kind }) => kind)).toEqual(["score-system", "textarea"]);
    }
    expect(told.forms[0]?.answers[1]?.answer.quoted).toContain("three alarms");
    expect(told.leftOut).toEqual({ notOver: 0, ownMissing: 0, tooMany: 0 });
  });

  it("keeps a colleague's form from a reader until the reader has handed in", async () => {
    const { state } = lever.company.lever;
    const forms = [...state.feedback.values()].filter((form) => form.opportunityId === briefed);
    const [theirs, own] = forms;
    if (!theirs || !own) throw new Error("the company has no such feedback");
    own.completedAt = null;
    const told = async (readerId: string) =>
      await ask(getFeedback, { opportunityId: briefed, readerId: UserId.parse(readerId) });
    try {
      const before = await told(own.userId);
      expect([before.forms, before.leftOut.ownMissing]).toEqual([[], 1]);
      const writer = await told(theirs.userId);
      expect(writer.forms.map(({ round }) => [round.isOver, round.isReaders])).toEqual([
        [false, true],
      ]);
      const anybody = await ask(getFeedback, { opportunityId: briefed });
      expect([anybody.forms, anybody.leftOut.notOver]).toEqual([[], 1]);
    } finally {
      own.completedAt = own.createdAt;
    }
    expect((await told(own.userId)).forms.map(({ round }) => round.isReaders)).toEqual([
      true,
      true,
    ]);
  });

  it("leaves none of its words in the trace of a run, which others may open", async () => {
    const told = await ask(getFeedback, { opportunityId: briefed });
    const round = { isOver: true };
    expect(traced).toMatchObject({
      forms: [
        { answers: 2, round },
        { answers: 2, round },
      ],
    });
    for (const { answers } of told.forms) {
      for (const { answer } of answers) expect(JSON.stringify(traced)).not.toContain(answer.quoted);
    }
  });

  it("does not read in anybody's name for an assistant", async () => {
    const readerId = UserId.parse(lever.opportunity(briefed).ownerId);
    const assistant: Caller = { kind: "mcp", name: "an assistant", mayPropose: true };
    const asked = ask(getFeedback, { opportunityId: briefed, readerId }, assistant);
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
    expect((await ask(getFeedback, { opportunityId: briefed }, assistant)).forms).toHaveLength(2);
  });

  it("says what the credential may not read", async () => {
    await forbid("/feedback$", 1);
    const told = await ask(getFeedback, { opportunityId: briefed });
    expect(told).toMatchObject({
      forms: [],
      missing: expect.stringContaining("Feedback: read") as string,
    });
    await forbid("/users$", 1);
    const nameless = await ask(getFeedback, { opportunityId: briefed });
    expect(nameless.forms.map(({ author }) => author?.name)).toEqual([null, null]);
  });
});

describe("of a confidential opportunity", () => {
  it.each([
    ["notes", getNotes],
    ["feedback", getFeedback],
  ] as const)("%s: nothing is told", async (_what, tool) => {
    const { confidential } = lever.company.world.cast;
    await expect(
      ask<typeof tool.input, typeof tool.output>(tool, { opportunityId: confidential }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("nor to an agent of another case", async () => {
    const bound = { ...agent, opportunityId: OpportunityId.parse(lever.company.world.cast.ada) };
    for (const tool of [getNotes, getFeedback]) {
      await expect(
        ask<typeof tool.input, typeof tool.output>(tool, { opportunityId: briefed }, bound),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("get_requisitions", () => {
  it("tells title, headcount and place, never pay, and of a confidential one nothing", async () => {
    const { postings, requisitions } = lever.company.world;
    const posting = postings.find(({ requisitionCodes }) => requisitionCodes.length > 1);
    const told = await ask(getRequisitions, { postingId: posting?.id ?? "" });
    const open = requisitions.find((one) => one.postingIds[0] === posting?.id && !one.confidential);
    expect(told).toEqual({
      requisitions: [
        {
          source: `requisition/${open?.id ?? ""}`,
          code: open?.code,
          title: { quoted: open?.name, writtenBy: "candidate_or_third_party" },
          status: "open",
          headcount: open?.headcountTotal,
          hired: 0,
          team: posting?.team,
          department: posting?.team,
          location: posting?.location,
          employment: "full-time",
        },
      ],
      missing: null,
    });
    expect(JSON.stringify(told)).not.toMatch(/Successor|EUR|has to be/);
  });

  it("has none of a posting that names none, and says what the credential may not read", async () => {
    const { postings } = lever.company.world;
    const bare = postings.find(({ requisitionCodes }) => requisitionCodes.length === 0);
    expect(await ask(getRequisitions, { postingId: bare?.id ?? "" })).toEqual({
      requisitions: [],
      missing: null,
    });
    const named = postings.find(({ requisitionCodes }) => requisitionCodes.length === 1);
    await forbid("/requisitions$", 1);
    const told = await ask(getRequisitions, { postingId: named?.id ?? "" });
    expect(told).toEqual({
      requisitions: null,
      missing: expect.stringContaining("Requisitions: read") as string,
    });
  });

  it("tells nothing of a confidential posting", async () => {
    const posting = lever.company.world.postings.at(-1);
    lever.company.lever.makeConfidential(posting?.id ?? "");
    await expect(ask(getRequisitions, { postingId: posting?.id ?? "" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
