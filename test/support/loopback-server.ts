/** A small HTTP server on loopback whose answers a test scripts: for faults that a well-behaved service does not have. */
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { text } from "node:stream/consumers";

/** What came in. */
export interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
}

/** An answer, or a way not to give one: cut the connection at once, after half the body, or never say a word. */
export type Reply =
  | { status?: number; body?: unknown; headers?: Record<string, string> }
  | "cut"
  | "cut_half_way"
  | "silence";

export interface LoopbackServer extends AsyncDisposable {
  url: string;
  /** In the order in which they came. */
  received: Received[];
}

/** Starts a server on a free port that answers as told. Texts are sent as they are, everything else as JSON. */
export const openLoopbackServer = async (
  answer: (request: Received, index: number) => Reply,
): Promise<LoopbackServer> => {
  const received: Received[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://loopback");
    const one: Received = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: await text(request),
    };
    received.push(one);
    give(answer(one, received.length - 1), response);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const give = (reply: Reply, response: ServerResponse): void => {
  if (reply === "silence") return;
  if (reply === "cut") {
    response.socket?.resetAndDestroy();
    return;
  }
  if (reply === "cut_half_way") {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write('{"data":', () => response.destroy());
    return;
  }
  const body = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body ?? {});
  response.writeHead(reply.status ?? 200, {
    "content-type": "application/json",
    ...reply.headers,
  });
  response.end(reply.status === 204 ? undefined : body);
};
