import { Router } from "express";
import { expect, it } from "vitest";
import { commonHeaders } from "../../../src/http/headers.ts";
import { securityTxt } from "../../../src/http/security-txt.ts";
import { openApp } from "../../support/loopback-app.ts";

const headersOf = async (publicUrl: string): Promise<Headers> => {
  const router = Router();
  router.use(...commonHeaders(publicUrl));
  router.get("/", (_, response) => {
    response.json({});
  });
  await using app = await openApp(router);
  return (await fetch(app.url)).headers;
};

it("keep browsers at https where that is how they come, and say nothing of it elsewhere", async () => {
  const behind = await headersOf("https://convene.example.com");
  expect(behind.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  expect(behind.get("content-security-policy")).toContain("upgrade-insecure-requests");
  const plain = await headersOf("http://127.0.0.1:3000");
  expect(plain.get("strict-transport-security")).toBeNull();
  expect(plain.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
});

it("security.txt is not there where nobody is named", async () => {
  const now = Temporal.Instant.from("2026-11-28T00:00:00Z");
  const clock = { now: () => now };
  const router = Router();
  router.get("/none", securityTxt({ clock, publicUrl: "https://a.example", contact: null }));
  router.get(
    "/some",
    securityTxt({ clock, publicUrl: "https://a.example", contact: "mailto:s@a.example" }),
  );
  await using app = await openApp(router);
  expect((await fetch(`${app.url}/none`)).status).toBe(404);
  expect(await (await fetch(`${app.url}/some`)).text()).toBe(
    "Contact: mailto:s@a.example\nExpires: 2027-05-27T00:00:00Z\nPreferred-Languages: en\nCanonical: https://a.example/.well-known/security.txt\n",
  );
});
