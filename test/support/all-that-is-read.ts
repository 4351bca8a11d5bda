/** Everything that somebody with a token can read: each GET route of the API, its stream, and each tool over MCP. */
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { z } from "zod";
import { openApi } from "./api.ts";

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

/** All tools, each once with what is known for its inputs. */
export const readTools = async (
  url: string,
  { token, known }: { token: string; known: Known },
): Promise<ReadText[]> => {
  const client = new Client({ name: "a test", version: "1.0.0" });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
      requestInit: { headers: { authorization: `Bearer ${token}`, "x-mcp-toolsets": "all" } },
    }),
  );
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
  await client.close();
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
