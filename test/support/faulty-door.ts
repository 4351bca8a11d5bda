/** Stands between the product and the company's Lever and Google, lets everything through, and misbehaves where a test says:
 * loses a request, loses the answer to one that was done, answers something else, or says nothing. */
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import type { RunningCompany } from "../../src/sandbox-company.ts";

/** lose_request: the company never hears of it. lose_answer: the company has done it, the product hears nothing. hang: the
 * company has done it, and the answer never ends the wait. swallow: neither hears anything more. */
export type Fault =
  | "lose_request"
  | "lose_answer"
  | "hang"
  | "swallow"
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** Done, with an answer that reads otherwise. */
  | { rewrite(body: string): string }
  /** The product hears nothing, and the company hears of it only once that is over. */
  | { late: Promise<unknown> }
  /** Nothing is wrong with it, but something else happens just before it arrives. */
  | { first(): Promise<void> };

export interface FaultyDoor extends AsyncDisposable {
  /** The company as it looks through this door. */
  before(company: RunningCompany): RunningCompany;
  /** The next `times` requests of this kind (`POST /lever/v1/…`) meet the fault. Default: once. */
  fail(pattern: RegExp, fault: Fault, times?: number): void;
  /** Called when a request of this kind has met its fault. */
  onFault(listener: (request: string) => void): void;
  /** Every request that changes something, in order, as `POST /path`. */
  writes(): string[];
  /** Ends all faults that have not been met. */
  heal(): void;
}

/** A door on a free port. */
export const openFaultyDoor = async (): Promise<FaultyDoor> => {
  let target = "";
  const faults: { pattern: RegExp; fault: Fault; times: number }[] = [];
  const listeners: ((request: string) => void)[] = [];
  const writes: string[] = [];
  const takeFault = (request: string): Fault | null => {
    const found = faults.find(({ pattern, times }) => times > 0 && pattern.test(request));
    if (!found) return null;
    found.times -= 1;
    return found.fault;
  };
  const server = createServer((request, response) => {
    const name = `${request.method} ${new URL(request.url ?? "/", "http://door").pathname}`;
    if (request.method !== "GET") writes.push(name);
    const fault = takeFault(name);
    pass({ request, response, target, fault })
      .catch(() => response.destroy())
      .finally(() => {
        if (fault !== null) for (const listener of listeners) listener(name);
      });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the door has no port");
  const url = `http://127.0.0.1:${address.port}`;
  return {
    before: (company) => {
      target = company.url;
      const through = (its: string): string => its.replace(company.url, url);
      return {
        ...company,
        leverUrl: through(company.leverUrl),
        googleUrl: through(company.googleUrl),
        ...(company.zoom && {
          zoom: {
            ...company.zoom,
            apiUrl: through(company.zoom.apiUrl),
            loginUrl: through(company.zoom.loginUrl),
          },
        }),
        ...(company.microsoft && {
          microsoft: {
            ...company.microsoft,
            graphUrl: through(company.microsoft.graphUrl),
            loginUrl: through(company.microsoft.loginUrl),
          },
        }),
      };
    },
    fail: (pattern, fault, times = 1) => {
      faults.push({ pattern, fault, times });
    },
    onFault: (listener) => {
      listeners.push(listener);
    },
    writes: () => [...writes],
    heal: () => {
      faults.length = 0;
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

interface Passing {
  request: IncomingMessage;
  response: ServerResponse;
  target: string;
  fault: Fault | null;
}

const pass = async ({ request, response, target, fault }: Passing): Promise<void> => {
  const body = await buffer(request);
  if (fault === "swallow") return;
  if (fault === "lose_request") {
    response.socket?.resetAndDestroy();
    return;
  }
  if (fault !== null && typeof fault === "object" && "status" in fault) {
    response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
    response.end(JSON.stringify(fault.body ?? { code: "Fault", message: "a fault of the test" }));
    return;
  }
  if (fault !== null && typeof fault === "object" && "late" in fault) {
    response.socket?.resetAndDestroy();
    await fault.late;
    await forward(request, body, target);
    return;
  }
  if (fault !== null && typeof fault === "object" && "first" in fault) await fault.first();
  const answer = await forward(request, body, target);
  if (fault === "hang") return;
  if (fault === "lose_answer") {
    response.socket?.resetAndDestroy();
    return;
  }
  const isRewritten = fault !== null && "rewrite" in fault;
  const text = isRewritten ? fault.rewrite(answer.text) : answer.text;
  response.writeHead(answer.status, answer.headers);
  response.end(answer.status === 204 ? undefined : text);
};

const HOP_BY_HOP = new Set(["connection", "content-length", "transfer-encoding", "keep-alive"]);
const kept = (name: string): boolean => !HOP_BY_HOP.has(name) && name !== "host";

const forward = async (request: IncomingMessage, body: Buffer, target: string) => {
  const headers = Object.entries(request.headers).filter(
    (entry): entry is [string, string] => kept(entry[0]) && typeof entry[1] === "string",
  );
  const response = await fetch(`${target}${request.url ?? "/"}`, {
    method: request.method ?? "GET",
    headers: [...headers, ["accept-encoding", "identity"]],
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => kept(name))),
    text: await response.text(),
  };
};
