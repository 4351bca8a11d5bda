/** The Google client with waits that are written down instead of waited for, and a Google that a test scripts. */
import { generateKeyPairSync } from "node:crypto";
import { type GoogleCalendarOptions, createGoogleCalendar } from "../../src/calendar/google.ts";
import { createManualClock } from "../../src/clock.ts";
import {
  type LoopbackServer,
  type Received,
  type Reply,
  openLoopbackServer,
} from "./loopback-server.ts";

/** A client and every wait in milliseconds. */
export const openGoogleClient = (
  options: Pick<GoogleCalendarOptions, "baseUrl" | "serviceAccount"> &
    Partial<GoogleCalendarOptions>,
): ReturnType<typeof createGoogleCalendar> & { waits: number[] } => {
  const waits: number[] = [];
  const google = createGoogleCalendar({
    clock: createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z")),
    timeoutMs: 20_000,
    delaysMs: [100, 200, 400],
    random: () => 0.5,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
    ...options,
  });
  return { ...google, waits };
};

interface ScriptedGoogle extends LoopbackServer {
  client: ReturnType<typeof openGoogleClient>;
  /** For a client of another kind. */
  options: Pick<GoogleCalendarOptions, "baseUrl" | "serviceAccount">;
  /** How many were given. */
  tokens(): number;
}

/** A server that gives everybody a token and answers the API as told. `received` holds the API's requests alone. */
export const openScriptedGoogle = async (
  answer: (request: Received, index: number) => Reply,
): Promise<ScriptedGoogle> => {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const received: Received[] = [];
  let tokens = 0;
  const server = await openLoopbackServer((request) => {
    if (request.path === "/token") {
      tokens += 1;
      return { body: { access_token: `token-${tokens}`, expires_in: 3600 } };
    }
    received.push(request);
    return answer(request, received.length - 1);
  });
  const options = {
    baseUrl: server.url,
    serviceAccount: {
      client_email: "convene@sandbox.test",
      private_key: privateKey,
      token_uri: `${server.url}/token`,
    },
  };
  return {
    url: server.url,
    received,
    options,
    client: openGoogleClient(options),
    tokens: () => tokens,
    [Symbol.asyncDispose]: async () => await server[Symbol.asyncDispose](),
  };
};
