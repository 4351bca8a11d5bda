/** A client of our MCP endpoint, as an assistant's program has one. */
import { Client, type ClientOptions } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

export interface Connected {
  client: Client;
  transport: StreamableHTTPClientTransport;
}

export interface ConnectOptions extends ClientOptions {
  token: string;
  toolsets?: string;
  /** Called before it connects: to answer what the server asks. */
  prepare?(client: Client): void;
}

/** Connects. Whoever connects closes. */
export const connectMcp = async (
  url: string,
  { token, toolsets = "all", prepare, ...options }: ConnectOptions,
): Promise<Connected> => {
  const client = new Client({ name: "a test", version: "1.0.0" }, options);
  const transport = new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${token}`, "x-mcp-toolsets": toolsets } },
  });
  prepare?.(client);
  await client.connect(transport);
  return { client, transport };
};
