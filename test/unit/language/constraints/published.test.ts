import { expect, test } from "vitest";
import { z } from "zod";
import { constraintsSchema } from "../../../../src/language/constraints/constraints.ts";
import { read } from "./read.ts";

interface Node {
  type?: string;
  description?: string;
  properties?: Record<string, Node>;
  items?: Node;
  required?: string[];
}

/** Paths of leaves without a description. */
const undescribed = (node: Node, path = ""): string[] => {
  if (node.properties) {
    return Object.entries(node.properties).flatMap(([name, child]) =>
      undescribed(child, `${path}.${name}`),
    );
  }
  const isDescribed = node.description !== undefined;
  if (node.items) return isDescribed ? [] : undescribed(node.items, `${path}[]`);
  return isDescribed ? [] : [path];
};

test("the structure can be published: one object, its leaves described", () => {
  const schema = z.toJSONSchema(constraintsSchema) as Node;
  expect(schema.type).toBe("object");
  expect(schema.required).toContain("sure");
  expect(undescribed(schema)).toEqual([]);
});

test("what comes out survives JSON", () => {
  const constraints = read(
    "move Ada's onsite by a day, not before 10 or until Friday noon, 30 minutes",
  );
  expect(constraintsSchema.parse(JSON.parse(JSON.stringify(constraints)))).toEqual(constraints);
});
