import { describe, expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { StageId } from "../../../src/domain/ids.ts";
import { isForbidden } from "../../../src/domain/errors.ts";
import {
  type LeverTokenStore,
  type LeverTokens,
  createAccessTokens,
} from "../../../src/lever/oauth.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import {
  type LoopbackServer,
  type Reply,
  openLoopbackServer,
} from "../../support/loopback-server.ts";

const START = Temporal.Instant.from("2026-11-23T09:00:00Z");

const OF_OLDER_VERSION = { accessToken: null, expiresAt: null, origins: null, untried: null };

const createStore = (): LeverTokenStore & { saved: LeverTokens[] } => {
  const saved: LeverTokens[] = [];
  return {
    saved,
    load: async () => saved.at(-1) ?? null,
    save: async (tokens) => {
      saved.push(tokens);
    },
    inTurn: async (work) => await work({ wasAbandoned: false, abandon: () => {} }),
  };
};

/** A token endpoint that accepts each refresh token once, as Lever's does: `r0` first, then what it gave last. */
const openTokenServer = async (
  instead?: (index: number) => Reply | undefined,
  lifetime: unknown = 3600,
): Promise<LoopbackServer> => {
  let valid = 0;
  return await openLoopbackServer(({ body }, index) => {
    const fault = instead?.(index);
    if (fault !== undefined) return fault;
    if (new URLSearchParams(body).get("refresh_token") !== `r${valid}`) {
      return { status: 403, body: { error: "invalid_grant" } };
    }
    valid += 1;
    return {
      body: {
        access_token: `a${valid}`,
        refresh_token: `r${valid}`,
        token_type: "Bearer",
        expires_in: lifetime,
      },
    };
  });
};

const open = (
  server: LoopbackServer,
  store: LeverTokenStore = createStore(),
  refreshToken = "r0",
) => {
  const clock = createManualClock(START);
  const tokens = createAccessTokens({
    tokenUrl: `${server.url}/oauth/token`,
    clientId: "client",
    clientSecret: "client-secret",
    refreshToken,
    store,
    clock,
    timeoutMs: 20_000,
    keepingMs: 0,
  });
  return { tokens, clock };
};

describe("access tokens for Lever", () => {
  it("are asked for by a form with the client and the refresh token", async () => {
    await using server = await openTokenServer();
    expect(await open(server).tokens.get()).toBe("a1");
    expect(Object.fromEntries(new URLSearchParams(server.received[0]?.body))).toEqual({
      grant_type: "refresh_token",
      client_id: "client",
      client_secret: "client-secret",
      refresh_token: "r0",
    });
  });

  it("are kept until shortly before their end", async () => {
    await using server = await openTokenServer();
    const { tokens, clock } = open(server);
    await tokens.get();
    clock.advance({ minutes: 58 });
    expect(await tokens.get()).toBe("a1");
    clock.advance({ minutes: 1 });
    expect(await tokens.get()).toBe("a2");
  });

  it.each([null, 0, -1, "3600s", 1e30, undefined, { odd: true }])(
    "are kept with their refresh token, whatever Lever says of their lifetime (%j)",
    async (lifetime) => {
      await using server = await openTokenServer(undefined, lifetime);
      const store = createStore();
      const { tokens, clock } = open(server, store);
      expect(await tokens.get()).toBe("a1");
      expect(await store.load()).toMatchObject({ refreshToken: "r1" });
      clock.advance({ hours: 1 });
      expect(await tokens.get()).toBe("a2");
    },
  );

  it("are renewed once for all who ask at the same time", async () => {
    await using server = await openTokenServer();
    const { tokens } = open(server);
    expect(await Promise.all([1, 2, 3, 4, 5].map(async () => await tokens.get()))).toEqual(
      Array.from({ length: 5 }, () => "a1"),
    );
    expect(server.received).toHaveLength(1);
  });

  it("keep each new refresh token before the access token is used, across a restart", async () => {
    await using server = await openTokenServer();
    const store = createStore();
    const { clock } = open(server, store);
    expect(await open(server, store).tokens.get()).toBe("a1");
    expect(store.saved.at(-1)).toMatchObject({ refreshToken: "r1", accessToken: "a1" });
    const restarted = open(server, store);
    expect(await restarted.tokens.get()).toBe("a1");
    restarted.clock.set(clock.now().add({ hours: 2 }));
    expect(await restarted.tokens.get()).toBe("a2");
    expect(store.saved.at(-1)?.refreshToken).toBe("r2");
  });

  it("come of a new token of the configuration's, whatever is kept, and never of one that was used before", async () => {
    await using server = await openTokenServer();
    const store = createStore();
    const old = open(server, store);
    await old.tokens.get();
    // The account was connected again: Lever takes another refresh token now, and not what we kept.
    await using again = await openLoopbackServer(({ body }, index) =>
      new URLSearchParams(body).get("refresh_token") === ["n0", "n1"][index]
        ? { body: { access_token: `b${index + 1}`, refresh_token: `n${index + 1}` } }
        : { status: 403, body: { error: "invalid_grant" } },
    );
    expect(await open(again, store, "n0").tokens.get()).toBe("b1");
    expect(store.saved.at(-1)?.refreshToken).toBe("n1");
    // A process that still has the old value takes over what the new one led to.
    const stale = open(again, store, "r0");
    stale.clock.advance({ hours: 2 });
    expect(await stale.tokens.get()).toBe("b2");
    expect(await open(again, store, "n0").tokens.get()).toBe("b2");
    expect(again.received).toHaveLength(2);
  });

  it("come of the configured token when what an older version kept is refused", async () => {
    await using server = await openTokenServer();
    const store = createStore();
    await store.save({ ...OF_OLDER_VERSION, refreshToken: "gone" });
    expect(await open(server, store).tokens.get()).toBe("a1");
    expect(server.received).toHaveLength(2);
  });

  it("come of the configured token also when what an older version kept is refused only later", async () => {
    await using server = await openTokenServer();
    const store = createStore();
    await store.save({ ...OF_OLDER_VERSION, refreshToken: "r0" });
    // The account was connected again before the upgrade; what is kept works for a while yet.
    expect(await open(server, store, "n0").tokens.get()).toBe("a1");
    await using again = await openLoopbackServer(({ body }) =>
      new URLSearchParams(body).get("refresh_token") === "n0"
        ? { body: { access_token: "b1", refresh_token: "n1" } }
        : { status: 403, body: { error: "invalid_grant" } },
    );
    const later = open(again, store, "n0");
    later.clock.advance({ hours: 2 });
    expect(await later.tokens.get()).toBe("b1");
    // Now it was used: it is no resort any more.
    later.clock.advance({ hours: 2 });
    await expect(later.tokens.get()).rejects.toMatchObject({ code: "lever_denied" });
    expect(again.received).toHaveLength(3);
  });

  it("do not go back to what is kept when the new token of the configuration's is refused", async () => {
    await using server = await openTokenServer();
    const store = createStore();
    await open(server, store).tokens.get();
    await expect(open(server, store, "mistyped").tokens.get()).rejects.toMatchObject({
      code: "lever_denied",
    });
    expect(store.saved.at(-1)?.refreshToken).toBe("r1");
  });

  it("are not given out while the new refresh token could not be kept, and it is kept later", async () => {
    await using server = await openTokenServer();
    const store = createStore();
    let isDown = true;
    const { tokens } = open(server, {
      ...store,
      save: async (next) => {
        if (isDown)
          throw new AppError({ code: "database_unavailable", fault: "upstream", message: "down" });
        await store.save(next);
      },
    });
    await expect(tokens.get()).rejects.toMatchObject({ code: "database_unavailable" });
    isDown = false;
    expect(await tokens.get()).toBe("a1");
    expect(store.saved.at(-1)?.refreshToken).toBe("r1");
    expect(server.received).toHaveLength(1);
  });

  it("of two processes: the second takes over what the first renewed", async () => {
    await using server = await openTokenServer();
    const store = createStore();
    const [one, two] = [open(server, store), open(server, store)];
    await one.tokens.get();
    await two.tokens.get();
    one.clock.advance({ hours: 2 });
    two.clock.advance({ hours: 2 });
    expect(await one.tokens.get()).toBe("a2");
    expect(await two.tokens.get()).toBe("a2");
    expect(server.received).toHaveLength(2);
  });

  it("of two processes whose turns overlap: the loser reads what the winner kept", async () => {
    await using server = await openTokenServer();
    const store = createStore();
    let loads = 0;
    const loser = open(server, {
      ...store,
      load: async () => {
        // The winner renews between the last look and the loser's own renewal.
        const before = await store.load();
        loads += 1;
        if (loads === 2) await open(server, store).tokens.get();
        return before;
      },
    });
    expect(await loser.tokens.get()).toBe("a1");
    expect(server.received).toHaveLength(2);
  });

  it("that are refused for good need a person, told without a secret", async () => {
    await using server = await openTokenServer(() => ({
      status: 403,
      body: { error: "invalid_grant" },
    }));
    const error: unknown = await open(server)
      .tokens.get()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "lever_denied", retryable: false });
    // Nor taken for a credential that is good and only may not read one list.
    expect(isForbidden(error)).toBe(false);
    expect(String(error)).toContain("LEVER_REFRESH_TOKEN");
    expect(`${String(error)}${JSON.stringify(error)}`).not.toMatch(/r0|client-secret/);
  });

  it.each<[string, Reply, string, boolean]>([
    ["has a fault", { status: 500 }, "lever_unavailable", true],
    ["is busy", { status: 429 }, "lever_unavailable", true],
    ["cuts the connection", "cut", "lever_unavailable", true],
    ["gives no token", { body: { token_type: "Bearer" } }, "lever_bad_answer", false],
  ])("are not to be had when the sign-in service %s", async (_, reply, code, retryable) => {
    await using server = await openTokenServer(() => reply);
    await expect(open(server).tokens.get()).rejects.toMatchObject({ code, retryable });
  });

  it.each([
    ["none", {}],
    ["an empty one", { access_token: "" }],
    ["a number for one", { access_token: 5 }],
    ["null for one", { access_token: null }],
  ])("renew with the new refresh token that came with %s", async (_, odd) => {
    await using server = await openLoopbackServer(({ body }, index) => {
      if (index === 0) return { body: { ...odd, refresh_token: "r1" } };
      const isNew = new URLSearchParams(body).get("refresh_token") === "r1";
      return isNew ? { body: { access_token: "a2", refresh_token: "r2" } } : { status: 403 };
    });
    const store = createStore();
    const { tokens } = open(server, store);
    await expect(tokens.get()).rejects.toMatchObject({ code: "lever_bad_answer" });
    expect(store.saved).toMatchObject([{ refreshToken: "r1", accessToken: null, expiresAt: null }]);
    expect(await open(server, store).tokens.get()).toBe("a2");
    expect(await tokens.get()).toBe("a2");
    expect(server.received).toHaveLength(2);
  });

  it("can be had after a fault has passed", async () => {
    await using server = await openTokenServer((index) =>
      index === 0 ? { status: 500 } : undefined,
    );
    const { tokens } = open(server);
    await expect(tokens.get()).rejects.toMatchObject({ retryable: true });
    expect(await tokens.get()).toBe("a1");
  });
});

describe("a client with access tokens", () => {
  it("renews a token that Lever refuses, and asks again with the new one", async () => {
    await using tokenServer = await openTokenServer();
    await using server = await openLoopbackServer(({ headers }) =>
      headers.authorization === "Bearer a2"
        ? { body: { data: { id: "s", text: "Stage" } } }
        : { status: 401, body: { code: "UnauthorizedError", message: "No" } },
    );
    const { tokens } = open(tokenServer);
    const { reader } = openLeverClient(server.url, { auth: { accessTokens: tokens } });
    expect((await reader.getStage(StageId.parse("s"))).text).toBe("Stage");
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer a1",
      "Bearer a2",
    ]);
  });

  it("asks no third time", async () => {
    await using tokenServer = await openTokenServer();
    await using server = await openLoopbackServer(() => ({ status: 401, body: {} }));
    const { tokens } = open(tokenServer);
    const { reader } = openLeverClient(server.url, { auth: { accessTokens: tokens } });
    await expect(reader.getStage(StageId.parse("s"))).rejects.toMatchObject({
      code: "lever_denied",
    });
    expect(server.received).toHaveLength(2);
  });
});
