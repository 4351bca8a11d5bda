/** Several processes that renew Lever's tokens at once, with the store that they share. */
import { randomBytes } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { LEVER_RENEWAL, createRenewalTurn } from "../../../src/lever-renewal-turn.ts";
import { createLeverTokenStore } from "../../../src/lever-token-store.ts";
import { type LeverTokenStore, createAccessTokens } from "../../../src/lever/oauth.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { openLoopbackServer } from "../../support/loopback-server.ts";

const clock = createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z"));
const keyring = parseKeyring(`k:${randomBytes(32).toString("base64")}`);

/** Takes each refresh token once: `r0` first, then what it gave last. */
const openTokenServer = async () => {
  let valid = 0;
  return await openLoopbackServer(({ body }) => {
    if (new URLSearchParams(body).get("refresh_token") !== `r${valid}`) {
      return { status: 403, body: { error: "invalid_grant" } };
    }
    valid += 1;
    return { body: { access_token: `a${valid}`, refresh_token: `r${valid}`, expires_in: 3600 } };
  });
};

const open = (url: string, store: LeverTokenStore) =>
  createAccessTokens({
    tokenUrl: url,
    clientId: "client",
    clientSecret: "secret",
    refreshToken: "r0",
    store,
    clock,
    keepingMs: 0,
  });

describeEachDatabase("The renewal of Lever's tokens", (openOne) => {
  let database: Database;
  let store: LeverTokenStore;
  beforeEach(async () => {
    database = await openOne();
    store = createLeverTokenStore({ database, keyring, clock });
  });

  /** A turn that somebody took and never gave back. */
  const abandonTurn = async (endsIn: string): Promise<void> => {
    await database.query(
      'insert into settings (name, value, updated_at) values ($1, \'{"holder": "gone"}\', now() + $2::interval)',
      [LEVER_RENEWAL, endsIn],
    );
  };

  it("is one process's, and the others take over what it kept, however long keeping takes", async () => {
    await using server = await openTokenServer();
    const [saving, going] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const winner = open(server.url, {
      ...store,
      save: async (tokens) => {
        saving.resolve();
        await going.promise;
        await store.save(tokens);
      },
    });
    const loser = open(server.url, {
      ...store,
      inTurn: async (work) => {
        going.resolve();
        return await store.inTurn(work);
      },
    });
    const won = winner.get();
    await saving.promise;
    // One that does not wait for its turn has lost before the winner has kept anything.
    const lost = loser.get().finally(() => going.resolve());
    expect(await Promise.all([won, lost])).toEqual(["a1", "a1"]);
    expect(server.received).toHaveLength(1);
    expect(await database.query("select 1 from settings where name = $1", [LEVER_RENEWAL])).toEqual(
      [],
    );
  });

  it("has its turn to the end, also when it takes longer than a turn lasts by itself", async () => {
    const [first, second] = [1, 2].map(() => createRenewalTurn(database, { turnMs: 500 }));
    const seen: string[] = [];
    const isOver = async (since: Temporal.Instant): Promise<boolean> => {
      const [row] = await database.query("select 1 as over where now() > $1", [since]);
      return row !== undefined;
    };
    let other: Promise<unknown> | undefined;
    await first?.(async () => {
      const [row] = await database.query<{ until: Temporal.Instant }>(
        "select updated_at as until from settings where name = $1",
        [LEVER_RENEWAL],
      );
      other = second?.(async ({ wasAbandoned }) => {
        seen.push(`second, ${wasAbandoned ? "abandoned" : "given back"}`);
        await Promise.resolve();
      });
      await expect.poll(async () => row !== undefined && (await isOver(row.until))).toBe(true);
      seen.push("first");
    });
    await other;
    expect(seen).toEqual(["first", "second, given back"]);
  });

  it("goes on after a process that died while it renewed", async () => {
    await using server = await openTokenServer();
    await abandonTurn("1 second");
    expect(await open(server.url, store).get()).toBe("a1");
  });

  it("is tried again when it is refused after a turn that nobody gave back, for ten minutes", async () => {
    await using server = await openLoopbackServer(() => ({ status: 403, body: {} }));
    await abandonTurn("-1 second");
    const [one, two] = [open(server.url, store), open(server.url, store)];
    for (const tokens of [one, two, one]) {
      await expect(tokens.get()).rejects.toMatchObject({ code: "lever_denied", retryable: true });
    }
    await database.query(
      "update settings set value = value || jsonb_build_object('since', now() - interval '11 minutes') where name = $1",
      [LEVER_RENEWAL],
    );
    for (const tokens of [two, one]) {
      await expect(tokens.get()).rejects.toMatchObject({ code: "lever_denied", retryable: false });
    }
  });

  it("that could not be kept is kept later, and until then nobody is refused for good", async () => {
    await using server = await openTokenServer();
    let isDown = true;
    const one = open(server.url, {
      ...store,
      save: async (tokens) => {
        if (isDown) throw new Error("the database is away");
        await store.save(tokens);
      },
    });
    const two = open(server.url, store);
    await expect(one.get()).rejects.toThrow("the database is away");
    await expect(two.get()).rejects.toMatchObject({ code: "lever_denied", retryable: true });
    isDown = false;
    expect(await one.get()).toBe("a1");
    expect(await two.get()).toBe("a1");
    expect(server.received).toHaveLength(2);
  });

  it("that could not be kept does not replace what came of another connection meanwhile", async () => {
    await using server = await openTokenServer();
    let isDown = true;
    const one = open(server.url, {
      ...store,
      save: async (tokens) => {
        if (isDown) throw new Error("the database is away");
        await store.save(tokens);
      },
    });
    await expect(one.get()).rejects.toThrow("the database is away");
    const connected = {
      refreshToken: "of another connection",
      accessToken: "another",
      expiresAt: clock.now().add({ hours: 1 }),
      origins: null,
      untried: null,
    };
    await store.save(connected);
    isDown = false;
    expect(await one.get()).toBe("another");
    expect(await store.load()).toEqual(connected);
  });
});
