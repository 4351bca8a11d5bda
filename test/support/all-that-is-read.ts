/** Everything that somebody with a token can read: each GET route of the API, its stream, and each tool, document and prompt over MCP. */
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { z } from "zod";
import { openApi } from "./api.ts";
import { connectMcp } from "./mcp.ts";

const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** What is known to be there, by the part of an address before it or by the name of a tool's input. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** One answer, and where it came from. */
export interface ReadText {
  from: string;
  status: number;
  text: string;
}

const addressesOf = (path: string, known: Known): string[] => {
  const found = /^(.*?)\/([^/{}]+)\/\{(\w+)\}(.*)$/.exec(path);
  if (!found) return [path];
  const [, head = "", collection = "", , tail = ""] = found;
  return (known[collection] ?? []).flatMap((id) =>
    addressesOf(`${head}/${collection}/${encodeURIComponent(id)}${tail}`, known),
  );
};

/** All GET routes, with every known id. Shape: `untried` are those with a parameter of which nothing is known. */
export const readRoutes = async (
  url: string,
  { token, known }: { token: string; known: Known },
): Promise<{ texts: ReadText[]; untried: string[] }> => {
  const api = openApi(url, token);
  const { paths } = Document.parse((await api.send("GET", "/api/openapi.json")).body);
  const gets = Object.entries(paths).flatMap(([path, methods]) => ("get" in methods ? [path] : []));
  const texts: ReadText[] = [];
  const untried: string[] = [];
  for (const path of gets) {
    const addresses = addressesOf(path, known);
    if (addresses.length === 0) untried.push(path);
    for (const from of addresses) {
      const { status, body } = await api.send("GET", from);
      texts.push({ from, status, text: JSON.stringify(body) });
    }
  }
  return { texts, untried };
};

/** All tools, documents and prompts, each once with what is known for its inputs. What is refused is read as its refusal. */
export const readTools = async (
  url: string,
  { token, known }: { token: string; known: Known },
): Promise<ReadText[]> => {
  const { client } = await connectMcp(url, { token });
  const { tools } = await client.listTools();
  const texts: ReadText[] = [];
  for (const { name, inputSchema } of tools.filter((tool) => tool.annotations?.readOnlyHint)) {
    const inputs = Object.keys(inputSchema.properties ?? {}).flatMap((input) =>
      known[input] ? [[input, known[input][0]]] : [],
    );
    const result = await client.callTool({
      name,
      arguments: Object.fromEntries(inputs) as Record<string, unknown>,
    });
    texts.push({ from: name, status: 200, text: JSON.stringify(result) });
  }
  texts.push(...(await readDocuments(client, known)));
  await client.close();
  return texts;
};

/** By the names of tools' inputs, which templates and prompts share. */
const readDocuments = async (client: Client, known: Known): Promise<ReadText[]> => {
  const first = (name: string): string => known[name]?.[0] ?? "";
  const ids = { planId: first("plans"), guideId: first("guides"), proposalId: first("proposals") };
  const valueOf = (name: string): string => new Map(Object.entries(ids)).get(name) ?? first(name);
  const { resourceTemplates } = await client.listResourceTemplates();
  const { prompts } = await client.listPrompts();
  const reads = [
    ...resourceTemplates.map(({ uriTemplate }) => {
      const uri = uriTemplate.replace(/\{(\w+)\}/, (_, name: string) => valueOf(name));
      return { from: uri, read: async (): Promise<unknown> => await client.readResource({ uri }) };
    }),
    ...prompts.map(({ name, arguments: asked = [] }) => ({
      from: name,
      read: async (): Promise<unknown> =>
        await client.getPrompt({
          name,
          arguments: Object.fromEntries(asked.map((one) => [one.name, valueOf(one.name)])),
        }),
    })),
    { from: "resources", read: async (): Promise<unknown> => await client.listResources() },
  ];
  const texts: ReadText[] = [];
  for (const { from, read } of reads) {
    const text = await read().then(JSON.stringify, (refusal: unknown) => String(refusal));
    texts.push({ from, status: 200, text });
  }
  return texts;
};

/** What the stream of changes says meanwhile. */
export const listen = async (url: string, token: string): Promise<{ end(): Promise<string> }> => {
  const stop = new AbortController();
  const response = await fetch(`${url}/api/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  let said = "";
  const reading = (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const part of response.body ?? []) said += decoder.decode(part);
    } catch (thrown) {
      if (!stop.signal.aborted) throw thrown;
    }
  })();
  return {
    end: async () => {
      stop.abort();
      await reading;
      return said;
    },
  };
};
