/** An administrator's morning: clocks of the register and steps taken back are told to them, and to nobody else. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { createToken } from "../../src/http/auth/tokens.ts";
import { appendLedger } from "../../src/ledger/append.ts";
import { describeOneDatabase } from "../support/database.ts";
import { advance } from "../support/nothing-fits.ts";
import { type Walk, startWalk } from "../support/walk.ts";

const Told = z.object({
  messages: z.array(z.object({ text: z.string(), blocks: z.array(z.unknown()) }).loose()),
});
const Register = z.object({ items: z.array(z.object({ id: z.string() })) });

describeOneDatabase("postgres", "an administrator's morning", (open) => {
  let walk: Walk;
  let adminId: string;
  beforeAll(async () => {
    walk = await startWalk(open, { env: { DAILY_DIGEST: "on" } });
    const [admin, other] = walk.world.people;
    if (!admin || !other) throw new Error("the company has nobody");
    adminId = admin.userId;
    const validFor = Temporal.Duration.from({ hours: 900 });
    for (const [name, role] of [
      [admin.email, "admin"],
      [other.email, "recruiter"],
    ] as const) {
      await createToken({ name, role, kind: "token", validFor }, walk.running.deps);
    }
  });
  afterAll(async () => await walk.close());

  const days = async () => (await walk.api.events()).filter(({ kind }) => kind === "digest_due");
  const digests = async () =>
    Told.parse(await walk.eyes.control("GET", "/slack")).messages.filter(({ blocks }) =>
      JSON.stringify(blocks).includes("/today?person="),
    );
  const untilDays = async (count: number): Promise<void> => {
    await walk.waitFor("the day to be told", async () => {
      const all = await days();
      return all.length === count && all.every(({ status }) => status === "handled");
    });
  };
  const record = async (what: string): Promise<string> => {
    const begunAt = walk.company.clock.now().toString();
    const said = { kind: "breach", begunAt, what, data: "" };
    const { status, body } = await walk.api.send("POST", "/api/register", said);
    expect(status).toBe(200);
    return Register.parse(body).items[0]?.id ?? "";
  };

  it("has a breach whose clock runs and a step that was taken back, and not a word of what was written", async () => {
    await record("A list of Zanzibar went to a wrong mailbox");
    const { database } = walk.running.deps;
    await database.transaction(async (tx) => {
      await appendLedger(tx, {
        type: "policy.demoted",
        actor: "convene",
        correlationId: "co_step",
        data: { stageId: "s", kind: "book_interview", to: "assisted", last: 10, lastAgreed: 6 },
        at: walk.company.clock.now(),
      });
    });
    await advance(walk, 24);
    await untilDays(1);
    const [message, ...others] = await digests();
    expect(others).toEqual([]);
    const shown = JSON.stringify(message);
    expect(message?.text).toBe("Tuesday 24 November: 2 for administrators");
    expect(shown).toContain(`/today?person=${adminId}`);
    expect(shown).toContain(
      "Breach of data: the authority has to be told by Thursday 26 November 2026, 09:00 (Lisbon time)",
    );
    expect(shown).toContain("back to assisted mode, since people agreed with 6 of the last 10");
    expect(shown).not.toContain("Zanzibar");
  });

  it("tells of a clock until it is settled, and of a step once; then there is none", async () => {
    await advance(walk, 24);
    await untilDays(2);
    const [, second] = await digests();
    expect(second?.text).toBe("Wednesday 25 November: 1 for administrators");
    expect((await fetchMetrics())["breach"]).toBe(24 * 3600);
    const items = Register.parse((await walk.api.send("GET", "/api/register")).body).items;
    const settledAt = walk.company.clock.now().toString();
    const { status } = await walk.api.send("POST", `/api/register/${items[0]?.id}/settle`, {
      text: "Told",
      settledAt,
    });
    expect(status).toBe(200);
    expect(await fetchMetrics()).toEqual({});
    await advance(walk, 24);
    // The step is of this week still, so their morning is looked at; and nothing came since.
    await untilDays(3);
    expect(await digests()).toHaveLength(2);
    expect((await days())[0]?.note).toBe("There was nothing to tell.");
  });

  /** Seconds until the first clock of each kind. */
  const fetchMetrics = async (): Promise<Record<string, number>> => {
    const text = await (await fetch(`${walk.url}/metrics`)).text();
    const found = text.matchAll(/^convene_register_due_seconds\{kind="(\w+)"\} (-?[\d.]+)$/gm);
    return Object.fromEntries([...found].map(([, kind = "", value]) => [kind, Number(value)]));
  };
});
