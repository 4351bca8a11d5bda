import { describe, expect, it } from "vitest";
import { AppError } from "../../../src/domain/errors.ts";
import { OpportunityId, StageId, UserId } from "../../../src/domain/ids.ts";
import type { NewPanel } from "../../../src/lever/port.ts";
import { TEST_API_KEY, openLeverClient } from "../../support/lever-client.ts";
import { type Reply, openLoopbackServer } from "../../support/loopback-server.ts";

const opportunity = OpportunityId.parse("opp-1");
const user = UserId.parse("user-1");
const stage = StageId.parse("applicant-new");
const STAGE = { id: "applicant-new", text: "New applicant" };
const PANEL = { id: "panel-1", externallyManaged: true, interviews: [] };

const newPanel: NewPanel = {
  timezone: "Europe/Berlin",
  externalUrl: "https://convene.example.test/cases/c?effect=e",
  note: "A note about Ada Example",
  feedbackReminder: "daily",
  applicationIds: ["app-1"],
  interviews: [
    {
      subject: "System design - Ada Example",
      note: "",
      location: "https://meet.example.test/abc",
      startsAt: Temporal.Instant.from("2026-11-24T10:00:00Z"),
      durationMinutes: 60,
      feedbackTemplateId: "tpl-1",
      interviewers: [{ userId: user, feedbackTemplateId: null }],
    },
  ],
};

const tooMany: Reply = { status: 429, body: { code: "TooManyRequests", message: "Slow down" } };
const broken: Reply = { status: 503, body: { code: "Maintenance", message: "Back soon" } };

const inTurn =
  (...replies: Reply[]) =>
  (_: unknown, index: number): Reply =>
    replies[Math.min(index, replies.length - 1)] ?? {};

describe("a read of Lever", () => {
  it("sends the key as the user of basic authentication, with an empty password", async () => {
    await using server = await openLoopbackServer(inTurn({ body: { data: STAGE } }));
    await openLeverClient(server.url).reader.getStage(stage);
    const [scheme, credential] = (server.received[0]?.headers.authorization ?? "").split(" ");
    expect(scheme).toBe("Basic");
    expect(atob(credential ?? "")).toBe(`${TEST_API_KEY}:`);
  });

  it("goes on after a storm of 429s, with full jitter that grows", async () => {
    await using server = await openLoopbackServer(
      inTurn(tooMany, tooMany, tooMany, { body: { data: STAGE } }),
    );
    const { reader, waits } = openLeverClient(server.url);
    expect(await reader.getStage(stage)).toEqual(STAGE);
    expect(waits).toEqual([250, 500, 1_000]);
  });

  it("gives up a storm of 429s after four attempts, retryable for whoever asked", async () => {
    await using server = await openLoopbackServer(inTurn(tooMany));
    const { reader } = openLeverClient(server.url);
    await expect(reader.getStage(stage)).rejects.toMatchObject({
      code: "lever_rate_limited",
      retryable: true,
      data: { status: 429, leverCode: "TooManyRequests" },
    });
    expect(server.received).toHaveLength(4);
  });

  it("waits as long as Retry-After says", async () => {
    await using server = await openLoopbackServer(
      inTurn({ ...tooMany, headers: { "retry-after": "3" } }, { body: { data: STAGE } }),
    );
    const { reader, waits } = openLeverClient(server.url);
    await reader.getStage(stage);
    expect(waits).toEqual([3_000]);
  });

  it("does not wait for a Retry-After of an hour", async () => {
    await using server = await openLoopbackServer(
      inTurn({ ...tooMany, headers: { "retry-after": "3600" } }),
    );
    const { reader, waits } = openLeverClient(server.url);
    await expect(reader.getStage(stage)).rejects.toMatchObject({
      code: "lever_rate_limited",
      data: { retryAfterMs: 3_600_000 },
    });
    expect(waits).toEqual([]);
  });

  it.each<[string, Reply]>([
    ["a fault of Lever's", broken],
    ["a cut connection", "cut"],
    ["a body that ends half way", "cut_half_way"],
  ])("is tried again after %s", async (_, fault) => {
    await using server = await openLoopbackServer(inTurn(fault, { body: { data: STAGE } }));
    expect(await openLeverClient(server.url).reader.getStage(stage)).toEqual(STAGE);
    expect(server.received).toHaveLength(2);
  });

  it("is lever_unavailable when Lever never says a word", async () => {
    await using server = await openLoopbackServer(() => "silence");
    const { reader } = openLeverClient(server.url, { timeoutMs: 50, maxAttempts: 2 });
    await expect(reader.getStage(stage)).rejects.toMatchObject({
      code: "lever_unavailable",
      retryable: true,
    });
    expect(server.received).toHaveLength(2);
  });

  it("is lever_unavailable when nobody listens", async () => {
    const server = await openLoopbackServer(() => ({}));
    await server[Symbol.asyncDispose]();
    await expect(openLeverClient(server.url).reader.getStage(stage)).rejects.toMatchObject({
      code: "lever_unavailable",
      retryable: true,
    });
  });

  it.each([
    [401, "lever_denied"],
    [403, "lever_denied"],
    [404, "lever_not_found"],
    [400, "lever_rejected"],
    [422, "lever_rejected"],
  ])("answered %i is %s, at once and for good", async (status, code) => {
    await using server = await openLoopbackServer(
      inTurn({ status, body: { code: "SomeError", message: "No" } }),
    );
    await expect(openLeverClient(server.url).reader.getStage(stage)).rejects.toMatchObject({
      code,
      fault: "upstream",
      retryable: false,
      data: { status, leverCode: "SomeError", path: "/stages/applicant-new" },
    });
    expect(server.received).toHaveLength(1);
  });

  it.each<[string, Reply]>([
    ["is no JSON", { body: "<html>" }],
    ["is empty", { body: "" }],
    ["holds no object", { body: { data: [] } }],
    ["lacks the id", { body: { data: { text: "New applicant" } } }],
    ["has an id of another kind", { body: { data: { id: 7, text: "New applicant" } } }],
  ])("whose body %s is lever_bad_answer", async (_, reply) => {
    await using server = await openLoopbackServer(inTurn(reply));
    await expect(openLeverClient(server.url).reader.getStage(stage)).rejects.toMatchObject({
      code: "lever_bad_answer",
      retryable: false,
    });
  });

  it.each([
    ["bare", STAGE],
    ["wrapped twice", { data: { data: STAGE } }],
    ["the only one of a list", { data: [STAGE] }],
  ])("finds an object %s", async (_, body) => {
    await using server = await openLoopbackServer(inTurn({ body }));
    expect(await openLeverClient(server.url).reader.getStage(stage)).toEqual(STAGE);
  });

  it("asks for applications by a repeated key, never a bracket or a comma", async () => {
    const body = { data: { id: "opp-1", contact: "c", stage: "s" } };
    await using server = await openLoopbackServer(inTurn({ body }));
    await openLeverClient(server.url).reader.getOpportunity(opportunity);
    expect(server.received[0]?.query.toString()).toBe("expand=applications");
  });
});

describe("findUserByEmail", () => {
  const ira = { id: "user-1", name: "Ira", email: "Ira@example.test", username: "ira" };

  it("prefers the active one of two, and ignores case", async () => {
    const old = { ...ira, id: "user-0", deactivatedAt: 1_786_000_000_000 };
    await using server = await openLoopbackServer(inTurn({ body: { data: [old, ira] } }));
    const { reader } = openLeverClient(server.url);
    expect(await reader.findUserByEmail("ira@example.test")).toMatchObject({ id: "user-1" });
    expect(server.received[0]?.query.get("email")).toBe("ira@example.test");
  });

  it("is null when nobody has the address, even if Lever answers with others", async () => {
    await using server = await openLoopbackServer(inTurn({ body: { data: [ira] } }));
    const { reader } = openLeverClient(server.url);
    expect(await reader.findUserByEmail("other@example.test")).toBeNull();
  });
});

describe("a write to Lever", () => {
  it("is sent once, in the name of a user, and gives what was made", async () => {
    await using server = await openLoopbackServer(inTurn({ status: 201, body: { data: PANEL } }));
    const { writer } = openLeverClient(server.url);
    const panel = await writer.createPanel(opportunity, user, newPanel);
    expect(panel.id).toBe("panel-1");
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({
      method: "POST",
      path: "/opportunities/opp-1/panels",
    });
    expect(server.received[0]?.query.toString()).toBe("perform_as=user-1");
    expect(JSON.parse(server.received[0]?.body ?? "")).toMatchObject({
      applications: ["app-1"],
      interviews: [{ date: 1_795_514_400_000, duration: 60, feedbackTemplate: "tpl-1" }],
    });
  });

  it.each([
    ["bare", PANEL],
    ["wrapped twice", { data: { data: PANEL } }],
    ["wrapped twice, in a list", { data: { data: [PANEL], hasNext: false } }],
  ])("finds what was made %s", async (_, body) => {
    await using server = await openLoopbackServer(inTurn({ status: 201, body }));
    const { writer } = openLeverClient(server.url);
    expect((await writer.createPanel(opportunity, user, newPanel)).id).toBe("panel-1");
  });

  it("sends a note as its value and gives its id", async () => {
    await using server = await openLoopbackServer(inTurn({ body: { data: { noteId: "note-1" } } }));
    const { writer } = openLeverClient(server.url);
    expect(
      await writer.createNote(opportunity, user, { text: "Booked.", isSecret: false }),
    ).toEqual({ id: "note-1" });
    expect(server.received[0]).toMatchObject({
      path: "/opportunities/opp-1/notes",
      body: '{"value":"Booked."}',
    });
  });

  it.each<[string, Reply]>([
    ["the connection is cut", "cut"],
    ["the answer ends half way", "cut_half_way"],
    ["Lever has a fault", { status: 500, body: { code: "InternalError", message: "x" } }],
    ["Lever is in maintenance", broken],
    ["a success is no JSON", { status: 201, body: "<html>" }],
    ["a success is empty", { status: 201, body: "" }],
    ["a success names no id", { status: 201, body: { data: {} } }],
  ])("is outcome_unknown, and not sent again, when %s", async (_, reply) => {
    await using server = await openLoopbackServer(inTurn(reply));
    const { writer, waits } = openLeverClient(server.url);
    await expect(writer.createPanel(opportunity, user, newPanel)).rejects.toMatchObject({
      code: "outcome_unknown",
      retryable: false,
    });
    expect(server.received).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it("is outcome_unknown when no answer comes in time", async () => {
    await using server = await openLoopbackServer(() => "silence");
    const { writer } = openLeverClient(server.url, { timeoutMs: 50 });
    await expect(
      writer.createNote(opportunity, user, { text: "Booked.", isSecret: false }),
    ).rejects.toMatchObject({
      code: "outcome_unknown",
    });
    expect(server.received).toHaveLength(1);
  });

  it.each<[string, Reply, string, boolean]>([
    ["Lever refuses it", { status: 400, body: {} }, "lever_rejected", false],
    ["Lever denies it", { status: 403, body: {} }, "lever_denied", false],
    ["its opportunity is gone", { status: 404, body: {} }, "lever_not_found", false],
    ["too many were sent", tooMany, "lever_rate_limited", true],
    [
      "Lever sends it elsewhere",
      { status: 301, headers: { location: "/x" } },
      "lever_rejected",
      false,
    ],
  ])("certainly failed, and was not sent again, when %s", async (_, reply, code, retryable) => {
    await using server = await openLoopbackServer(inTurn(reply));
    const { writer } = openLeverClient(server.url);
    await expect(writer.createPanel(opportunity, user, newPanel)).rejects.toMatchObject({
      code,
      retryable,
    });
    expect(server.received).toHaveLength(1);
  });

  it("certainly failed when nobody listens", async () => {
    const server = await openLoopbackServer(() => ({}));
    await server[Symbol.asyncDispose]();
    const { writer } = openLeverClient(server.url);
    await expect(
      writer.createNote(opportunity, user, { text: "Booked.", isSecret: false }),
    ).rejects.toMatchObject({
      code: "lever_unavailable",
      retryable: true,
    });
  });

  it("is kept back by what comes up while it waits for its turn; a read is not", async () => {
    await using server = await openLoopbackServer(inTurn({ body: { data: STAGE } }));
    const paused = new AppError({ code: "paused", fault: "caller", message: "All is paused." });
    let isPaused = false;
    const { reader, writer } = openLeverClient(server.url, {
      bucket: {
        take: async () => {
          isPaused = true;
          await Promise.resolve();
        },
      },
      mayWrite: async () => await (isPaused ? Promise.reject(paused) : Promise.resolve()),
    });
    await expect(writer.createPanel(opportunity, user, newPanel)).rejects.toBe(paused);
    await expect(writer.deletePanel(opportunity, user, "panel-1")).rejects.toBe(paused);
    expect(server.received).toEqual([]);
    expect(await reader.getStage(stage)).toEqual(STAGE);
  });

  it("that deletes is done by any success, with or without a body", async () => {
    await using server = await openLoopbackServer(
      inTurn({ status: 204 }, { status: 200, body: "" }),
    );
    const { writer } = openLeverClient(server.url);
    await writer.deletePanel(opportunity, user, "panel-1");
    await writer.deleteNote(opportunity, "note-1");
    expect(server.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "DELETE /opportunities/opp-1/panels/panel-1",
      "DELETE /opportunities/opp-1/notes/note-1",
    ]);
    expect(server.received[0]?.query.get("perform_as")).toBe("user-1");
  });
});

describe("an error of the client", () => {
  const everything = (error: unknown): string => {
    if (!(error instanceof Error)) return String(error);
    return `${error.message} ${JSON.stringify(error)} ${everything(error.cause ?? "")}`;
  };

  it.each<[string, Reply]>([
    [
      "refused",
      { status: 400, body: { code: "x y", message: "Ada Example is not valid at /note" } },
    ],
    ["lost", "cut"],
    ["unreadable", { status: 201, body: { data: { name: "Ada Example" } } }],
  ])("of a write that was %s tells no candidate, key or query", async (_, reply) => {
    await using server = await openLoopbackServer(inTurn(reply));
    const { writer } = openLeverClient(server.url);
    const error = await writer
      .createPanel(opportunity, user, newPanel)
      .catch((thrown: unknown) => thrown);
    expect(everything(error)).not.toMatch(/Ada|perform_as|user-1/);
    expect(everything(error)).not.toContain(TEST_API_KEY);
  });

  it("of a read names the fields that are wrong and none of their values", async () => {
    const body = { data: { id: "opp-1", contact: "c", stage: "s", emails: "ada@example.test" } };
    await using server = await openLoopbackServer(inTurn({ body }));
    const error = await openLeverClient(server.url)
      .reader.getOpportunity(opportunity)
      .catch((thrown: unknown) => thrown);
    expect(everything(error)).toContain("emails");
    expect(everything(error)).not.toMatch(/ada@|expand/);
  });

  it("keeps the JSON pointer that Lever ends a message with", async () => {
    const body = { code: "BadRequestError", message: "Invalid value: Ada at /interviews/0/date" };
    await using server = await openLoopbackServer(inTurn({ status: 400, body }));
    const { writer } = openLeverClient(server.url);
    await expect(writer.createPanel(opportunity, user, newPanel)).rejects.toMatchObject({
      data: { leverCode: "BadRequestError", pointer: "/interviews/0/date" },
    });
  });
});
