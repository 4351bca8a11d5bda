/** The Microsoft client with waits that are written down instead of waited for, and a Graph that a test scripts. */
import { z } from "zod";
import { createManualClock } from "../../src/clock.ts";
import {
  type MicrosoftCalendarOptions,
  createMicrosoftCalendar,
} from "../../src/calendar/microsoft.ts";
import {
  type LoopbackServer,
  type Received,
  type Reply,
  openLoopbackServer,
} from "./loopback-server.ts";

type Place = Pick<MicrosoftCalendarOptions, "graphUrl" | "loginUrl" | "application">;

/** A client and every wait in milliseconds. */
export const openMicrosoftClient = (
  options: Place & Partial<MicrosoftCalendarOptions>,
): ReturnType<typeof createMicrosoftCalendar> & { waits: number[] } => {
  const waits: number[] = [];
  const microsoft = createMicrosoftCalendar({
    clock: createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z")),
    companyZone: "Europe/Lisbon",
    timeoutMs: 20_000,
    delaysMs: [100, 200, 400],
    random: () => 0.5,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
    ...options,
  });
  return { ...microsoft, waits };
};

interface ScriptedGraph extends LoopbackServer {
  client: ReturnType<typeof openMicrosoftClient>;
  /** For a client of another kind. */
  options: Place;
  /** How many were given. */
  tokens(): number;
  /** Of Graph: a batch is one. */
  requests(): number;
}

const Batch = z.object({
  requests: z.array(
    z.object({
      id: z.string(),
      method: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      body: z.unknown().optional(),
    }),
  ),
});

/** Answers each part of a batch by itself. */
const batchReply = (
  batch: Received,
  script: { answer(request: Received): Reply; loses(request: Received): boolean },
): Reply => {
  const root = batch.path.replace("/$batch", "");
  const { requests } = Batch.parse(JSON.parse(batch.body));
  const responses = requests.flatMap(({ id, method, url, headers, body }) => {
    const { pathname, searchParams } = new URL(`http://loopback${root}${url}`);
    const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const part: Received = {
      method,
      path: pathname,
      query: searchParams,
      headers: { ...batch.headers, prefer: undefined, ...Object.fromEntries(own) },
      body: JSON.stringify(body ?? ""),
    };
    const reply = script.answer(part);
    if (script.loses(part)) return [];
    if (typeof reply === "string") return { id, status: 504 };
    return { id, status: reply.status ?? 200, headers: reply.headers ?? {}, body: reply.body };
  });
  return { body: { responses } };
};

/** A server that gives tokens and answers Graph as told. `received` holds Graph's requests alone, those of a batch one by
 * one. */
export const openScriptedGraph = async (
  answer: (request: Received, index: number) => Reply,
  /** Parts of a batch that are left without an answer. */
  { loses = () => false }: { loses?: (request: Received) => boolean } = {},
): Promise<ScriptedGraph> => {
  const received: Received[] = [];
  let tokens = 0;
  let requests = 0;
  const one = (request: Received): Reply => {
    received.push(request);
    return answer(request, received.length - 1);
  };
  const server = await openLoopbackServer((request) => {
    if (request.path === "/login/tenant/oauth2/v2.0/token") {
      tokens += 1;
      return { body: { access_token: `token-${tokens}`, expires_in: 3599 } };
    }
    requests += 1;
    if (request.path.endsWith("/$batch")) return batchReply(request, { answer: one, loses });
    return one(request);
  });
  const options = {
    graphUrl: `${server.url}/graph`,
    loginUrl: `${server.url}/login`,
    application: { tenantId: "tenant", clientId: "client", clientSecret: "a secret" },
  };
  return {
    url: server.url,
    received,
    options,
    client: openMicrosoftClient(options),
    tokens: () => tokens,
    requests: () => requests,
    [Symbol.asyncDispose]: async () => await server[Symbol.asyncDispose](),
  };
};
