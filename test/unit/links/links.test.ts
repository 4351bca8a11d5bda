import { randomBytes } from "node:crypto";
import { SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { createLinks } from "../../../src/links/links.ts";
import { type Keyring, parseKeyring } from "../../../src/privacy/keyring.ts";

const NOW = Temporal.Instant.from("2026-03-02T09:00:00Z");
const UNTIL = NOW.add({ hours: 48 });

const setting = () => {
  const key = (): string => randomBytes(32).toString("base64");
  const [first, second] = [key(), key()];
  const time = { now: NOW };
  const linksOf = (keys: string) => {
    const keyring: Keyring = parseKeyring(keys);
    return { keyring, ...createLinks({ keyring, clock: { now: () => time.now } }) };
  };
  return { ...linksOf(`a:${first}`), time, linksOf, first, second };
};

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** The last letter of 32 bytes, with another of the two bits that tell nothing. */
const otherBits = (last: string): string => LETTERS[LETTERS.indexOf(last) ^ 1] ?? "";

describe("A signed link", () => {
  it("tells whom it is about until it ends, and then that it has ended", async () => {
    const { make, open, time } = setting();
    const token = await make("candidate", "case_1", UNTIL);
    expect(await open("candidate", token)).toEqual({ subject: "case_1", until: UNTIL });
    time.now = UNTIL.subtract({ seconds: 1 });
    expect(await open("candidate", token)).toMatchObject({ subject: "case_1" });
    time.now = UNTIL;
    await expect(open("candidate", token)).rejects.toMatchObject({ code: "link_expired" });
  });

  it("serves one purpose alone", async () => {
    const { make, open } = setting();
    const token = await make("candidate", "case_1", UNTIL);
    await expect(open("interviewer", token)).rejects.toMatchObject({ code: "link_invalid" });
  });

  it("is refused with anything changed, cut, or signed by nobody", async () => {
    const { make, open, keyring } = setting();
    const token = await make("candidate", "case_1", UNTIL);
    const [header = "", payload = "", signature = ""] = token.split(".");
    const other = Buffer.from(
      Buffer.from(payload, "base64url").toString().replace("case_1", "case_2"),
    ).toString("base64url");
    const claims = { sub: "case_1", iss: "convene", aud: "candidate", exp: 9_999_999_999 };
    const byAnotherKey = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", kid: "a" })
      .sign(keyring.derive("a", "another purpose"));
    const forged = [
      "",
      "nonsense",
      token.slice(0, -2),
      `${header}.${other}.${signature}`,
      `${header}.${payload}.`,
      new UnsecuredJWT(claims).encode(),
      byAnotherKey,
      `${token}${"x".repeat(2000)}`,
      // The same, written otherwise.
      `${token} `,
      `${token}=`,
      `${token}\n`,
      `${token.slice(0, -5)} ${token.slice(-5)}`,
      `${token.slice(0, -1)}${otherBits(token.at(-1) ?? "")}`,
    ];
    for (const each of forged) {
      await expect(open("candidate", each)).rejects.toMatchObject({ code: "link_invalid" });
    }
  });

  it("stays good while its key is kept, after a new one has come", async () => {
    const { make, linksOf, first, second } = setting();
    const token = await make("candidate", "case_1", UNTIL);
    const rotated = linksOf(`b:${second},a:${first}`);
    expect(await rotated.open("candidate", token)).toMatchObject({ subject: "case_1" });
    const gone = linksOf(`b:${second}`);
    await expect(gone.open("candidate", token)).rejects.toMatchObject({ code: "link_invalid" });
  });
});
