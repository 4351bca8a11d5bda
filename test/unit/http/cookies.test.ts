import type { Request } from "express";
import { describe, expect, it } from "vitest";
import { csrfOf } from "../../../src/http/auth/authenticate.ts";
import { SESSION, cookieOf } from "../../../src/http/auth/cookies.ts";
import { deviceOf } from "../../../src/http/auth/device.ts";

const asked = (cookie: string | undefined): Request =>
  // All that is read of it.
  ({ header: () => cookie }) as unknown as Request;
const read = (cookie: string | undefined, publicUrl = "http://127.0.0.1:3000") =>
  cookieOf(asked(cookie), SESSION, publicUrl);

describe("the session's cookie", () => {
  it("is bound to its host behind https: one that another host could have set counts for nothing", () => {
    const https = "https://convene.test";
    expect(read("__Host-convene_session=cv_a; other=1", https)).toBe("cv_a");
    expect(read("convene_session=cv_a", https)).toBeNull();
    expect(read("x=1; convene_session=cv_a")).toBe("cv_a");
  });

  it("counts for nothing when it is there twice, too long, or of another shape", () => {
    for (const odd of [
      undefined,
      "",
      "convene_session=",
      "convene_session=a; convene_session=b",
      `convene_session=${"a".repeat(201)}`,
      "convene_session=a b",
      "convene_session=%00",
      "convene_session='; drop table",
      "Xconvene_session=a",
    ]) {
      expect([odd, read(odd)]).toEqual([odd, null]);
    }
  });

  it("gives a word for changes from which it cannot be told", () => {
    expect(csrfOf("cv_a")).toMatch(/^[\w-]{43}$/);
    expect(csrfOf("cv_a")).not.toBe(csrfOf("cv_b"));
  });
});

describe("a device", () => {
  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Linux"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0",
      "Edge on Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1",
      "Safari on iOS",
    ],
    [
      "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36",
      "Chrome on Android",
    ],
    ["curl/8.0", "Another program"],
    [undefined, "Another program"],
  ])("is told in two words: %s", (header, words) => {
    expect(deviceOf(header)).toBe(words);
  });
});
