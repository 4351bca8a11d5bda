/** An administrator's morning: clocks of the register and steps taken back are told to them, and to nobody else. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { createToken } from "../../src/http/auth/tokens.ts";
import type { Policy, PolicyRule, RuleAnswer } from "../../src/domain/policy.ts";
import type { PolicyPreview, TwoPeople } from "../../src/http/api/policy-routes.ts";
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

  it("tells of a rule whose two people are fewer until it is mended, and of one that was ended once", async () => {
    const [admin, other] = walk.world.people;
    const people = [admin?.email ?? "", other?.email ?? ""];
    const answer: RuleAnswer = { do: "ask", fourEyes: true, people };
    const rules: PolicyRule[] = [{ kinds: ["move_stage"], answer }];
    expect((await put(rules)).status).toBe(200);
    expect(await twoPeople()).toEqual({ shortRules: [], endedPairs: [] });
    await walk.running.deps.database.query(
      "update api_tokens set revoked_at = $1 where name = $2 returning id",
      [walk.company.clock.now().toString(), people[1]],
    );
    const what = `rule 1 asks for two people, and only ${people[0]} is left of those whom it asks: what it asks ends without a decision`;
    expect((await twoPeople()).shortRules).toEqual([{ rule: 1, what }]);
    expect((await put([...rules, { mode: "silent" }])).status).toBe(400);
    await advance(walk, 24);
    await untilDays(4);
    const [, , third] = await digests();
    expect(third?.text).toBe("Friday 27 November: 1 for administrators");
    expect(JSON.stringify(third)).toContain(`Two people to agree: ${what}`);

    const { endedPairs } = (await preview([])) as PolicyPreview;
    expect(endedPairs).toEqual([1]);
    expect((await put([])).status).toBe(200);
    expect(await twoPeople()).toMatchObject({
      shortRules: [],
      endedPairs: [{ version: 2, rules: [1], by: "admin" }],
    });
    await advance(walk, 72);
    await untilDays(5);
    const [, , , fourth] = await digests();
    expect(JSON.stringify(fourth)).toContain(
      "since version 2 of the policy fewer than two people agree on what rule 1 of version 1 asked two about: changed by admin",
    );
    await advance(walk, 24);
    await untilDays(6);
    expect(await digests()).toHaveLength(4);
  });

  const put = async (rules: PolicyRule[]) => {
    const { body } = await walk.api.send("GET", "/api/policy");
    return await walk.api.send("PUT", "/api/policy", { ...(body as object), rules });
  };
  const preview = async (rules: PolicyRule[]) => {
    const { version: _, ...policy } = (await walk.api.send("GET", "/api/policy")).body as Policy & {
      version: number;
    };
    const asked = { policy: { ...policy, rules }, days: 1 };
    return (await walk.api.send("POST", "/api/policy/preview", asked)).body;
  };
  const twoPeople = async (): Promise<TwoPeople> =>
    (await walk.api.send("GET", "/api/policy/two-people")).body as TwoPeople;

  /** Seconds until the first clock of each kind. */
  const fetchMetrics = async (): Promise<Record<string, number>> => {
    const text = await (await fetch(`${walk.url}/metrics`)).text();
    const found = text.matchAll(/^convene_register_due_seconds\{kind="(\w+)"\} (-?[\d.]+)$/gm);
    return Object.fromEntries([...found].map(([, kind = "", value]) => [kind, Number(value)]));
  };
});
