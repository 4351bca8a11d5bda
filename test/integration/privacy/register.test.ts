/** The register of breaches and requests, over the API. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RegisterList } from "../../../src/http/api/register-routes.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import { openApi, problemOf } from "../../support/api.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

describeOneDatabase("embedded", "the register", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => await walk.close());

  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await walk.api.send(method, path, body);
    expect([answer.status, answer.body]).toMatchObject([200, {}]);
    return (answer.body as RegisterList).items;
  };
  const WORDS = "A list with Nadia Silva's address was sent to a wrong mailbox";
  const BREACH = {
    kind: "breach",
    begunAt: "2026-11-20T18:00:00Z",
    what: WORDS,
    data: "addresses",
  };

  it("has a clock for each entry, what is due first above, and its words sealed", async () => {
    const request = { ...BREACH, kind: "request", what: "Access to all", data: "" };
    await send("POST", "/api/register", { ...request, begunAt: "2026-11-01T09:00:00Z" });
    const items = await send("POST", "/api/register", BREACH);
    expect(items.map(({ kind, dueAt, state }) => [kind, dueAt.slice(0, 13), state])).toEqual([
      ["breach", "2026-11-23T18", "soon"],
      ["request", "2026-12-01T09", "running"],
    ]);
    expect(items[0]?.words).toEqual({ what: WORDS, data: "addresses", notes: [] });
    const { database } = walk.running.deps;
    const stored = JSON.stringify([
      await database.query("select * from register_entries"),
      await database.query("select * from ledger"),
      await database.query(
        "select id, candidate, kind, encode(sealed, 'escape') as sealed from texts",
      ),
    ]);
    expect(stored).not.toContain("Silva");
    expect(stored).toContain("register.opened");
  });

  it("takes notes, and stops a clock once, with what was told", async () => {
    const [first] = await send("GET", "/api/register");
    const path = `/api/register/${first?.id}`;
    await send("POST", `${path}/notes`, { text: "The mailbox's owner has deleted it" });
    const settling = { text: "CNPD told, case 12", settledAt: "2026-11-23T08:00:00Z" };
    const items = await send("POST", `${path}/settle`, settling);
    expect(items.map(({ kind, state }) => [kind, state])).toEqual([
      ["request", "running"],
      ["breach", "settled"],
    ]);
    expect(items[1]?.words?.notes.map(({ text }) => text)).toEqual([
      "The mailbox's owner has deleted it",
      "CNPD told, case 12",
    ]);
    const again = await walk.api.send("POST", `${path}/settle`, settling);
    expect([again.status, problemOf(again).code]).toEqual([409, "conflict"]);
    // What was refused has left no note.
    expect((await send("GET", "/api/register"))[1]?.words?.notes.length).toBe(2);
    const ledger = await walk.api.ledger();
    expect(ledger.filter(({ type }) => type.startsWith("register.")).length).toBe(4);
  });

  it.each([
    ["/api/register", { ...BREACH, begunAt: "2026-12-24T18:00:00Z" }, "begunAt"],
    ["/api/register", { ...BREACH, what: " " }, "what"],
    ["/api/register", { ...BREACH, begunAt: "yesterday" }, "begunAt"],
  ])("refuses at %s %j", async (path, body, fault) => {
    const answer = await walk.api.send("POST", path, body);
    expect([answer.status, problemOf(answer).faults?.[0]?.path]).toEqual([400, fault]);
  });

  it("refuses to settle before it began, and what is not there", async () => {
    const [first] = await send("GET", "/api/register");
    const early = { text: "Told", settledAt: "2026-10-01T08:00:00Z" };
    const refused = await walk.api.send("POST", `/api/register/${first?.id}/settle`, early);
    expect([refused.status, problemOf(refused).code]).toEqual([400, "input_invalid"]);
    const missing = await walk.api.send("POST", "/api/register/none/notes", { text: "a" });
    expect(missing.status).toBe(404);
  });

  it("is for admins alone", async () => {
    const validFor = Temporal.Duration.from({ hours: 1 });
    const { deps } = walk.running;
    const token = await createToken(
      { name: "auditor", role: "auditor", kind: "token", validFor },
      deps,
    );
    expect((await openApi(walk.url, token).send("GET", "/api/register")).status).toBe(403);
  });
});
