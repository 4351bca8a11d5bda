import { randomBytes } from "node:crypto";
import { type ErrorRequestHandler, Router } from "express";
import { expect, test } from "vitest";
import { looksPerLink } from "../../../src/http/candidate/chat/limits.ts";
import { createLinks } from "../../../src/links/links.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { openApp } from "../../support/loopback-app.ts";

test("looks are counted for a candidate, by whichever of their links", async () => {
  const now = Temporal.Instant.from("2026-03-02T09:00:00Z");
  const keyring = parseKeyring(`a:${randomBytes(32).toString("base64")}`);
  const links = createLinks({ keyring, clock: { now: () => now } });
  const linkOf = async (caseId: string, hours: number): Promise<string> =>
    await links.make("candidate", caseId, now.add({ hours }));
  const router = Router();
  router.get("/:token/chat", looksPerLink(links), (_request, response) => {
    response.json({});
  });
  const refuse: ErrorRequestHandler = (_error, _request, response, _next) => {
    response.status(429).end();
  };
  router.use(refuse);
  await using app = await openApp(router);
  const look = async (token: string): Promise<number> =>
    (await fetch(`${app.url}/${token}/chat`)).status;

  const [one, again] = [await linkOf("case_1", 24), await linkOf("case_1", 48)];
  for (let at = 0; at < 30; at += 1) {
    expect([await look(one), await look(again)]).toEqual([200, 200]);
  }
  expect([await look(one), await look(again)]).toEqual([429, 429]);
  expect(await look(await linkOf("case_2", 24))).toBe(200);
});
