import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { McpContext } from "../../../mcp-server/context.ts";
import { createMcpServer } from "../../../mcp-server/server.ts";
import { TOOLS } from "../../../tools/index.ts";

/** As an assistant gets them. Listing calls no tool, so there is nothing behind the context. */
const published = async (toolsets: string | null = "all") => {
  const context = { caller: { kind: "mcp", name: "a test", mayPropose: true } } as McpContext;
  const server = createMcpServer(Object.freeze(context), { version: "0.0.0", toolsets });
  const client = new Client({ name: "a test", version: "1.0.0" });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(ours), client.connect(theirs)]);
  const { tools } = await client.listTools();
  await client.close();
  return tools;
};

const JsonSchema = z.object({
  type: z.string().optional(),
  description: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
});

/** Paths of inputs that say nothing of themselves. */
const undescribed = (schema: unknown, path: string): string[] => {
  const { properties = {}, items, anyOf = [] } = JsonSchema.parse(schema);
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => [
      ...(JsonSchema.parse(inner).description === undefined ? [`${path}.${name}`] : []),
      ...undescribed(inner, `${path}.${name}`),
    ]),
    ...(items === undefined ? [] : undescribed(items, `${path}[]`)),
    ...anyOf.flatMap((inner) => undescribed(inner, path)),
  ];
};

describe("every tool, as it is published,", () => {
  it.each(TOOLS.map((tool) => [tool.name, tool] as const))(
    "%s is the one that its committed schema describes",
    async (name) => {
      const tool = (await published()).find((one) => one.name === name);
      await expect(`${JSON.stringify(tool, null, 2)}\n`).toMatchFileSnapshot(
        `schemas/${name}.json`,
      );
    },
  );

  it("takes and gives an object, and describes each of its inputs", async () => {
    for (const tool of await published()) {
      expect([tool.inputSchema.type, tool.outputSchema?.type]).toEqual(["object", "object"]);
      expect(undescribed(tool.inputSchema, tool.name)).toEqual([]);
    }
  });

  it("is one of a dozen by default, and all of these are told in fewer than 4,000 tokens", async () => {
    const tools = await published(null);
    expect(tools.length).toBeGreaterThan(6);
    expect(tools.length).toBeLessThanOrEqual(12);
    // As the budgets of models count: four letters to a token.
    expect(JSON.stringify({ tools }).length / 4).toBeLessThan(4_000);
  });

  it("is in one toolset, and comes in the same order with whichever", async () => {
    const namesOf = async (toolsets: string | null) =>
      (await published(toolsets)).map(({ name }) => name);
    const [all, few, others] = [
      await namesOf("all"),
      await namesOf(null),
      await namesOf("records, plans"),
    ];
    expect(all).toEqual(TOOLS.map(({ name }) => name));
    expect([...few, ...others].toSorted()).toEqual(all.toSorted());
    expect(await namesOf("default,records,plans")).toEqual(all);
    await expect(namesOf("default,everything")).rejects.toThrow("default, records, plans, all");
  });

  it("is asked for nothing that is for our own specialists alone", async () => {
    const asked = (await published()).flatMap(({ inputSchema }) =>
      Object.keys(inputSchema.properties ?? {}),
    );
    expect(asked).toContain("opportunityId");
    expect(asked).not.toContain("readerId");
  });

  it("is named after what it may do, and hints the same to assistants", async () => {
    const hints = new Map((await published()).map(({ name, annotations }) => [name, annotations]));
    for (const { name, effect } of TOOLS) {
      expect(name).toMatch(
        effect === "read" ? /^(get|list|find|check)_[a-z_]+$/ : /^propose_[a-z_]+$/,
      );
      expect(hints.get(name)).toMatchObject({
        readOnlyHint: effect === "read",
        destructiveHint: false,
        idempotentHint: effect === "read",
      });
    }
  });
});
