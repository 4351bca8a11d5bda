/** Every route with a session: what it may, and what somebody else could make of it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Need, ROLES, type Role, mayAccess } from "../../../src/domain/access.ts";
import type { Answer } from "../../support/api.ts";
import { changeHeaders, openJar, signInWith } from "../../support/browser-session.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../../support/walk.ts";
import {
  type Sent,
  type Walked,
  isChange,
  nameOf,
  odd,
  sendNothing,
  tokenFor,
  walkedOf,
} from "../../support/walked-routes.ts";

describeOneDatabase("embedded", "a session", (open) => {
  let walk: Walk;
  let closed: Walked[];
  beforeAll(async () => {
    walk = await startWalk(open, { env: { TRUSTED_PROXIES: "1" } });
    const document = (await walk.api.send("GET", "/api/openapi.json")).body;
    closed = walkedOf(document).filter(({ access }) => access !== "public");
  });
  afterAll(async () => {
    await walk.close();
  });

  const send = async (route: Walked, headers: Sent): Promise<Answer> =>
    await sendNothing(walk, route, { headers });

  /** A session opened with a token of its own, and what its page sends with a change. */
  const session = async (role: Role): Promise<{ cookie: string; change: Sent }> => {
    const jar = openJar();
    await signInWith(
      jar,
      walk.url,
      await tokenFor(walk, role, role === "hiring_manager" ? ["Engineering"] : null),
    );
    const [[name, value] = ["", ""]] = jar.cookies;
    return { cookie: `${name}=${value}`, change: await changeHeaders(jar, walk.url) };
  };

  it.each(ROLES)("may what a token may, for the role %s", async (role) => {
    const { cookie, change } = await session(role);
    const isFine = (status: number, route: Walked): boolean => {
      // Ends the session that walks.
      if (nameOf(route) === "POST /api/sign-ins/end-others") return status === 200;
      const isBounded = role === "hiring_manager" && route.about === "everybody";
      if (!mayAccess({ role }, route.access as Need) || isBounded) return status === 403;
      return status !== 401 && status !== 403 && status < 500;
    };
    expect(
      await odd(closed, async (route) => await send(route, { cookie, ...change }), isFine),
    ).toEqual({});
  });

  it("changes nothing that another site could have asked for", async () => {
    const { cookie, change } = await session("admin");
    const others = await session("admin");
    const { "x-convene-csrf": word = "", origin = "" } = change;
    const forged: [string, Sent][] = [
      ["nothing but the cookie", {}],
      ["no word", { origin }],
      ["another word", { origin, "x-convene-csrf": "1" }],
      ["another session's word", { ...others.change }],
      ["no origin", { "x-convene-csrf": word }],
      ["an origin that is none", { "x-convene-csrf": word, origin: "null" }],
      ["another site's origin", { ...change, origin: "https://evil.test" }],
      ["another port of this machine", { ...change, origin: "http://127.0.0.1:1" }],
      ["what a browser calls another site", { ...change, "sec-fetch-site": "same-site" }],
    ];
    for (const [what, headers] of forged) {
      const found = await odd(
        closed.filter(isChange),
        async (route) => await send(route, { cookie, ...headers }),
        (status) => status === 403,
      );
      expect([what, found]).toEqual([what, {}]);
    }
  });

  it("opens nothing once ended, in another shape, or sent as a token", async () => {
    const ended = await session("admin");
    await fetch(`${walk.url}/api/session`, {
      method: "DELETE",
      headers: { cookie: ended.cookie, ...ended.change },
    });
    const good = (await session("admin")).cookie;
    const secret = good.split("=")[1] ?? "";
    const shapes = [
      ended.cookie,
      `${good}; ${good}`,
      `__Host-${good}`,
      `convene_session=${secret}x`,
      `convene_session=${"x".repeat(7_000)}`,
      `convene_session=${ADMIN_TOKEN}`,
      "convene_session=%00",
      "convene_session=",
    ];
    for (const headers of [
      ...shapes.map((cookie) => ({ cookie })),
      { authorization: `Bearer ${secret}` },
    ]) {
      const found = await odd(
        closed.filter((route) => !isChange(route)),
        async (route) => await send(route, headers),
        (status) => status === 401,
      );
      expect([Object.values(headers)[0]?.slice(0, 40), found]).toEqual([
        Object.values(headers)[0]?.slice(0, 40),
        {},
      ]);
    }
  });
});
