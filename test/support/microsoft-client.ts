/** The Microsoft client with waits that are written down instead of waited for, and a Graph that a test scripts. */
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
}

/** A server that gives tokens and answers Graph as told. `received` holds Graph's requests alone. */
export const openScriptedGraph = async (
  answer: (request: Received, index: number) => Reply,
): Promise<ScriptedGraph> => {
  const received: Received[] = [];
  let tokens = 0;
  const server = await openLoopbackServer((request) => {
    if (request.path === "/login/tenant/oauth2/v2.0/token") {
      tokens += 1;
      return { body: { access_token: `token-${tokens}`, expires_in: 3599 } };
    }
    received.push(request);
    return answer(request, received.length - 1);
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
    [Symbol.asyncDispose]: async () => await server[Symbol.asyncDispose](),
  };
};
