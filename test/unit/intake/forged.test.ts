/** Who may knock at Lever's door: the cases of Svix's own test of webhooks in Lever's shape, then ten thousand forgeries. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { checkLever } from "../../../src/intake/lever.ts";
import { leverSignature } from "../../../src/lever/webhooks.ts";
import { Secret } from "../../../src/secret.ts";

const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");
const EVENT = "candidateStageChange";
const OTHER_EVENT = "candidateHired";
const KEY = "the key of today";
const OLD_KEY = "the key of yesterday";
const FORGERIES = 10_000;

const deps = {
  clock: createManualClock(NOW),
  signatureTokens: {
    [EVENT]: [new Secret(OLD_KEY), new Secret(KEY)],
    [OTHER_EVENT]: [new Secret("another webhook's key")],
  },
};

interface Parts {
  path: string;
  event: unknown;
  token: unknown;
  triggeredAt: unknown;
  signature: unknown;
}

const signed = (token: string, triggeredAt: number, key: string): Parts => ({
  path: EVENT,
  event: EVENT,
  token,
  triggeredAt,
  signature: leverSignature(token, triggeredAt, key),
});

/** What the door says: nothing, or the code of its refusal. Anything else that is thrown is a bug. */
const knock = ({ path, ...envelope }: Parts): string => {
  const body = { id: "delivery-1", ...envelope, data: { opportunityId: "opp-1" } };
  try {
    checkLever({ event: path, rawBody: Buffer.from(JSON.stringify(body)) }, deps);
    return "let in";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  }
};

describe("a delivery at Lever's door", () => {
  const token = "9e07c4b85a1f63d2e8b04c7f16a95d30";
  const now = NOW.epochMilliseconds;
  const good = signed(token, now, KEY);
  const hour = 3_600_000;

  it.each<[string, Partial<Parts>, string]>([
    [
      "whose webhook has no key",
      { path: "contactUpdated", event: "contactUpdated" },
      "signature_invalid",
    ],
    ["without a token", { token: undefined }, "input_invalid"],
    ["without a time", { triggeredAt: undefined }, "input_invalid"],
    ["with a time that is none", { triggeredAt: "hello" }, "input_invalid"],
    ["without a signature", { signature: undefined }, "signature_missing"],
    ["with an empty signature", { signature: "" }, "signature_missing"],
    ["with a signature that is none", { signature: "dawfeoifkpqwoekfpqoekf" }, "signature_invalid"],
    [
      "with a part of its signature",
      { signature: String(good.signature).slice(0, 32) },
      "signature_invalid",
    ],
    [
      "with its signature behind a prefix",
      { signature: `v1,${String(good.signature)}` },
      "signature_invalid",
    ],
    ["signed too long ago", signed(token, now - 49 * hour, KEY), "signature_stale"],
    ["signed in the future", signed(token, now + hour, KEY), "signature_stale"],
    ["signed with the right key", {}, "let in"],
    ["signed with the key that is being replaced", signed(token, now, OLD_KEY), "let in"],
    [
      "signed with a key of another event",
      signed(token, now, "another webhook's key"),
      "signature_invalid",
    ],
  ])("%s", (_, change, answer) => {
    expect(knock({ ...good, ...change })).toBe(answer);
  });
});

const Token = fc.stringMatching(/^[0-9a-f]{32,48}$/);
const Time = fc
  .integer({ min: -47 * 3_600_000, max: 9 * 60_000 })
  .map((ms) => NOW.epochMilliseconds + ms);
const Key = fc.constantFrom(KEY, OLD_KEY);
const Place = fc.nat();

const replaceAt = (text: string, place: number, by: string): string => {
  const at = place % text.length;
  return text.slice(0, at) + by + text.slice(at + 1);
};

/** Changes one signed part, or several, of what somebody has seen go by. */
const Forgery = fc.oneof(
  fc.record({ token: Token }),
  fc.record({ triggeredAt: Time }),
  fc.record({ token: Token, triggeredAt: Time }),
  fc.record({ signature: fc.stringMatching(/^[0-9a-f]{64}$/) }),
  fc.record({ signature: fc.string({ maxLength: 80 }) }),
  fc.record({ signature: fc.string({ unit: "binary", minLength: 64, maxLength: 64 }) }),
  fc.record({
    event: fc.constantFrom(OTHER_EVENT, "contactUpdated", "*", "constructor", "__proto__"),
  }),
  fc.record({
    path: fc.constantFrom(OTHER_EVENT, "contactUpdated", "*", "constructor", "__proto__"),
  }),
  fc
    .constantFrom(OTHER_EVENT, "contactUpdated", "constructor", "__proto__", "toString")
    .map((event) => ({ path: event, event })),
  fc.anything().map((token) => ({ token })),
  fc.anything().map((triggeredAt) => ({ triggeredAt })),
  fc.anything().map((signature) => ({ signature })),
);

/** Changes that take what was signed itself. */
const Twist = fc.oneof(
  fc
    .tuple(Place, fc.stringMatching(/^[0-9a-fA-F]$/))
    .map(([place, by]) => (parts: Parts): Partial<Parts> => ({
      signature: replaceAt(String(parts.signature), place, by),
    })),
  fc
    .tuple(Place, fc.stringMatching(/^[0-9a-f]$/))
    .map(([place, by]) => (parts: Parts): Partial<Parts> => ({
      token: replaceAt(String(parts.token), place, by),
    })),
  Place.map((place) => (parts: Parts): Partial<Parts> => ({
    signature: String(parts.signature).slice(0, place % 64),
  })),
  fc.constant((parts: Parts) => ({ signature: String(parts.signature).toUpperCase() })),
  fc.constant((parts: Parts) => ({ signature: `${String(parts.signature)} ` })),
  // The same signed bytes, cut elsewhere: nothing stands between token and time.
  fc.integer({ min: 1, max: 12 }).map((digits) => (parts: Parts): Partial<Parts> => {
    const time = String(parts.triggeredAt);
    return {
      token: String(parts.token) + time.slice(0, digits),
      triggeredAt: Number(time.slice(digits)),
    };
  }),
  fc.integer({ min: 1, max: 4 }).map((letters) => (parts: Parts): Partial<Parts> => {
    const text = String(parts.token);
    return {
      token: text.slice(0, -letters),
      triggeredAt: Number(text.slice(-letters) + String(parts.triggeredAt)),
    };
  }),
);

describe("of ten thousand forged deliveries", () => {
  it("none is let in, and each of those that they were made of is", () => {
    let refused = 0;
    const forge = fc.oneof(
      Forgery.map((change) => () => change),
      Twist,
    );
    fc.assert(
      fc.property(Token, Time, Key, forge, (token, time, key, change) => {
        const genuine = signed(token, time, key);
        const forged: Parts = { ...genuine, ...change(genuine) };
        // As it goes over the wire: what changes nothing there is no forgery.
        fc.pre(JSON.stringify(forged) !== JSON.stringify(genuine));
        expect(knock(genuine)).toBe("let in");
        expect(knock(forged)).toMatch(/^(signature_|input_invalid$|event_mismatch$)/);
        refused += 1;
      }),
      { numRuns: FORGERIES },
    );
    expect(refused).toBe(FORGERIES);
  });
});
