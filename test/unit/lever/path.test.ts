import { expect, it } from "vitest";
import { leverPath } from "../../../src/lever/path.ts";

it("puts each id into the path as one segment", () => {
  expect(leverPath`/opportunities/${"a/b?c#d"}/panels/${"p 1"}`).toBe(
    "/opportunities/a%2Fb%3Fc%23d/panels/p%201",
  );
});

it.each(["", ".", ".."])("refuses the id %j, which would lead to another path", (id) => {
  expect(() => leverPath`/opportunities/${id}`).toThrow(
    expect.objectContaining({ code: "input_invalid" }),
  );
});
