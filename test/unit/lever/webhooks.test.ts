import { describe, expect, it } from "vitest";
import { leverSignature, verifyLeverSignature } from "../../../src/lever/webhooks.ts";

// Computed apart from this code, with Python's hmac and OpenSSL.
const VECTOR = {
  key: "4b1d7e90c2a65f38d0e94b7a1c6f25e8937d0b4ac5e1f682",
  token: "9e07c4b85a1f63d2e8b04c7f16a95d3082fb6e41c7d9a058",
  triggeredAt: 1_786_000_000_000,
  signature: "233e7bbd843d4deb34582cac20a71f372bd5afb5b5ca634427c7e3c44be06e53",
};
const { token, triggeredAt, signature, key } = VECTOR;

describe("the signature of a Lever delivery", () => {
  it("is the HMAC of token and time under the key's text", () => {
    expect(leverSignature(token, triggeredAt, key)).toBe(signature);
  });

  it("is accepted under any of the keys, as while one is being replaced", () => {
    expect(verifyLeverSignature({ token, triggeredAt, signature, keys: ["old", key] })).toBe(true);
    expect(verifyLeverSignature({ token, triggeredAt, signature, keys: [key, "new"] })).toBe(true);
  });

  it.each([
    ["another key", { keys: ["0".repeat(48)] }],
    ["no key", { keys: [] }],
    ["another token", { token: `${token.slice(0, -1)}0` }],
    ["another time", { triggeredAt: triggeredAt + 1 }],
    ["another signature", { signature: signature.replace("2", "3") }],
    ["a shorter signature", { signature: signature.slice(0, 63) }],
    ["upper case", { signature: signature.toUpperCase() }],
    ["an empty signature", { signature: "" }],
    ["a signature of 64 characters that are more than 64 bytes", { signature: "é".repeat(64) }],
  ])("is refused with %s", (_, change) => {
    expect(verifyLeverSignature({ token, triggeredAt, signature, keys: [key], ...change })).toBe(
      false,
    );
  });
});
