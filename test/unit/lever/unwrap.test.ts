import { describe, expect, it } from "vitest";
import { unwrapOne, unwrapPage } from "../../../src/lever/unwrap.ts";

const stage = { id: "applicant-new", text: "New applicant" };

describe("unwrapOne", () => {
  it.each([
    ["bare", stage],
    ["wrapped once", { data: stage }],
    ["wrapped twice", { data: { data: stage } }],
    ["the only one of a list", { data: [stage], hasNext: false }],
    ["the only one of a list, wrapped twice", { data: { data: [stage], hasNext: false } }],
    ["beside other fields of the envelope", { data: stage, deduped: true }],
  ])("finds an object %s", (_, body) => {
    expect(unwrapOne(body)).toEqual(stage);
  });

  it("leaves an object alone that has a field named data of its own", () => {
    const record = { id: "x", data: { id: "y" } };
    expect(unwrapOne({ data: record })).toEqual(record);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a text", "x"],
    ["an empty list", { data: [] }],
    ["two objects", { data: [stage, stage] }],
    ["envelopes without end", { data: { data: { data: { data: { data: stage } } } } }],
  ])("finds no object in %s", (_, body) => {
    expect(unwrapOne(body)).toBeUndefined();
  });
});

describe("unwrapPage", () => {
  it.each([
    ["bare", [stage], { hasNext: false, next: null }],
    ["without hasNext", { data: [stage] }, { hasNext: false, next: null }],
    ["wrapped once", { data: [stage], hasNext: true, next: "t" }, { hasNext: true, next: "t" }],
    [
      "wrapped twice",
      { data: { data: [stage], hasNext: true, next: "t" } },
      { hasNext: true, next: "t" },
    ],
    ["of one bare object", { data: stage }, { hasNext: false, next: null }],
  ])("finds a page %s", (_, body, rest) => {
    expect(unwrapPage(body)).toEqual({ items: [stage], ...rest });
  });

  it("takes an empty list for an empty page", () => {
    expect(unwrapPage({ data: [], hasNext: false })).toEqual({
      items: [],
      hasNext: false,
      next: null,
    });
  });

  it("finds no page in what is no list", () => {
    expect(unwrapPage("x")).toBeUndefined();
    expect(unwrapPage(undefined)).toBeUndefined();
  });
});
