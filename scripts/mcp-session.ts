/** A session of an assistant over MCP, as it really goes: the sandbox company, the product and the official client, over HTTP. What is
 * sent and answered becomes docs/examples/mcp-session.md. Usage: `npx node scripts/mcp-session.ts [--write]`; without `--write` it
 * only prints it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { CallToolResultSchema, ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { parseConfig } from "../src/config.ts";
import { createLog } from "../src/log.ts";
import { startSandboxCompany } from "../src/sandbox-company.ts";
import { start } from "../src/start.ts";

const PAGE = join(import.meta.dirname, "..", "docs", "examples", "mcp-session.md");
const TOKEN = "a-token-for-one-session-only";
/** Lines of an answer that are shown. */
const MOST_LINES = 24;

/** Ids differ from run to run, and say nothing. */
const plain = (text: string): string =>
  text.replaceAll(/\b(case|pr|ev|run|rq)_[0-9a-f]{16,}/g, "$1_…");

const block = (language: string, text: string): string[] => {
  const lines = plain(text).split("\n");
  const shown = lines.slice(0, MOST_LINES);
  if (lines.length > shown.length) shown.push("…");
  return [`\`\`\`${language}`, ...shown, "```", ""];
};

const Cases = z.object({
  cases: z.array(z.object({ id: z.string(), opportunityId: z.string() })),
});

/** Goes through a session. Shape: what was said, in Markdown. */
const goThrough = async (client: Client, opportunityId: string): Promise<string[]> => {
  const page: string[] = [];
  client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
    page.push("The server asks the person in front of the client, who agrees:", "");
    page.push(...block("text", params.message));
    return { action: "accept", content: {} };
  });
  const call = async (name: string, input: Record<string, unknown>) => {
    page.push(`### \`${name}\``, "", ...block("json", JSON.stringify(input)));
    const result = CallToolResultSchema.parse(
      await client.callTool({ name, arguments: input }, undefined, {
        onprogress: ({ progress, total, message }) =>
          page.push(`Progress ${progress} of ${total}: ${message}.`, ""),
      }),
    );
    const [first] = result.content;
    const text = first?.type === "text" ? first.text : "";
    page.push(result.isError === true ? "It fails, in words:" : "Text of the answer:", "");
    page.push(...block("text", text));
    return result;
  };
  const { tools } = await client.listTools();
  page.push("### Tools", "", tools.map(({ name }) => `\`${name}\``).join(", "), "");
  await call("find_slots", { opportunityId });
  await call("propose_interview", { opportunityId });
  const listed = await call("list_cases", { status: "waiting" });
  page.push("Its structured content:", "");
  page.push(...block("json", JSON.stringify(listed.structuredContent, null, 2)));
  await call("get_case", { caseId: "case_of_nobody" });
  const [found] = Cases.parse(listed.structuredContent).cases;
  const uri = `convene://cases/${found?.id ?? ""}`;
  const { contents } = await client.readResource({ uri });
  page.push(`### The document \`${plain(uri)}\``, "");
  for (const content of contents) if ("text" in content) page.push(...block("json", content.text));
  const { messages } = await client.getPrompt({ name: "what_waits_for_me" });
  page.push("### The prompt *What waits for me*", "");
  for (const { content } of messages) {
    if (content.type === "text") page.push(...block("text", content.text));
  }
  return page;
};

const HEAD = [
  "# A session over MCP",
  "",
  "Made by `npx node scripts/mcp-session.ts --write`: the sandbox company, the product and the official client, over HTTP. Ids and long",
  "answers are cut.",
  "",
];

/** The whole page. */
const recordSession = async (): Promise<string> => {
  await using undo = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "convene-mcp-session-"));
  undo.defer(async () => await rm(folder, { recursive: true, force: true }));
  const startsAt = Temporal.Instant.from("2026-11-23T09:00:00Z");
  const company = await startSandboxCompany({ clock: "frozen", startsAt, seed: 1 });
  undo.defer(async () => await company.close());
  const config = parseConfig({ DATA_DIR: folder, PORT: "0", ADMIN_TOKEN: TOKEN });
  const running = await start(config, {
    log: createLog({ level: "silent" }),
    company,
    roles: { web: true, work: true },
  });
  undo.defer(async () => await running.stop());
  const client = new Client(
    { name: "an assistant", version: "1.0.0" },
    { capabilities: { elicitation: { form: {} } } },
  );
  const transport = new StreamableHTTPClientTransport(new URL(`${running.url}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${TOKEN}` } },
  });
  await client.connect(transport);
  undo.defer(async () => await client.close());
  const stages = await company.controls.listStages();
  const screen = stages.find(({ text }) => text === "Phone Screen");
  const [candidate] = await company.controls.listOpportunities(screen?.id);
  if (!screen || !candidate) throw new Error("the sandbox company has nobody at Phone Screen");
  const page = await goThrough(client, candidate.id);
  return `${[...HEAD, ...page].join("\n").trimEnd()}\n`;
};

const page = await recordSession();
if (process.argv.includes("--write")) await writeFile(PAGE, page);
else process.stdout.write(page);
