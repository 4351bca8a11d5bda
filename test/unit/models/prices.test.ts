import { expect, it, test } from "vitest";
import { costOf, parsePrices, priceOf } from "../../../src/models/prices.ts";

const openai = "api.openai.com";

test.each([
  ["gpt-5-mini", openai, 0.25],
  ["gpt-5-mini-2025-08-07", openai, 0.25],
  ["gpt-4o", "ours.openai.azure.com", 2.5],
])("%s at %s has its list price", (model, host, input) => {
  expect(priceOf({ model, host }, {})?.input).toBe(input);
});

test.each([
  ["a-model", openai],
  ["gpt-5-mini", "localhost:11434"],
])("%s at %s is not priced", (model, host) => {
  expect(priceOf({ model, host }, {})).toBeNull();
  expect(costOf({ input: 10, cached: 0, output: 10 }, null)).toBeNull();
});

it("has a price of one's own go before", () => {
  const own = parsePrices("gpt-5-mini=1/0.5/4, local=0/0/0");
  expect(own).toEqual({
    "gpt-5-mini": { input: 1, cached: 0.5, output: 4 },
    local: { input: 0, cached: 0, output: 0 },
  });
  expect(priceOf({ model: "gpt-5-mini", host: openai }, own ?? {})?.input).toBe(1);
});

it("counts what was read before at its own price", () => {
  const price = { input: 1, cached: 0.1, output: 10 };
  expect(costOf({ input: 1_000, cached: 500, output: 100 }, price)).toBe(0.00155);
});

test.each(["gpt-5-mini", "gpt-5-mini=1/2", "=1/2/3", "a=1/2/x", "a=1/2/3/4", ""])(
  "%j is no price list",
  (text) => {
    expect(parsePrices(text)).toBeNull();
  },
);
