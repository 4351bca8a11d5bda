/** The door of the web process: it listens before there is anything to answer with, because links and webhooks need the
 * port, and asks callers to come back until all is there. */
import { type RequestListener, type Server, createServer } from "node:http";
import type { Config } from "../config.ts";
import { AppError } from "../domain/errors.ts";

const ANSWER_GRACE_MS = 1_500;
/** A request that has not come whole by then is given up. */
const REQUEST_TIMEOUT_MS = 20_000;
/** How often is looked for those; Node by itself looks every half a minute. */
const LOOK_MS = 2_000;

/** What listens. */
export interface Door {
  url: string;
  /** From now on this answers. */
  use(app: RequestListener): void;
  close(): Promise<void>;
}

/** Listens, if this process answers HTTP at all. Errors: `config_invalid` when the address cannot be listened on. */
export const openDoor = async (config: Config, isNeeded: boolean): Promise<Door> => {
  if (!isNeeded) {
    return {
      url: `http://${config.host}:${config.port}`,
      use: () => {},
      close: async () => await Promise.resolve(),
    };
  }
  let app: RequestListener | null = null;
  const server = createServer({ connectionsCheckingInterval: LOOK_MS }, (request, response) => {
    if (app) {
      app(request, response);
      return;
    }
    response.writeHead(503, { "retry-after": "2", "content-type": "text/plain" });
    response.end("Convene is starting.\n");
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  await listen(server, config);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("listening has no port");
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  return {
    url: `http://${host}:${address.port}`,
    use: (ready) => {
      app = ready;
    },
    close: async () => {
      // What is being answered is answered; what takes too long is cut.
      const late = setTimeout(() => server.closeAllConnections(), ANSWER_GRACE_MS);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      clearTimeout(late);
    },
  };
};

const listen = async (server: Server, config: Config): Promise<void> => {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(
        new AppError({
          code: "config_invalid",
          fault: "caller",
          message:
            cause.code === "EADDRINUSE"
              ? `PORT: ${config.port} is in use by another program. Set another PORT, or 0 for any.`
              : `HOST, PORT: cannot listen there (${cause.code ?? "unknown reason"}).`,
          cause,
        }),
      );
    });
    server.listen(config.port, config.host, resolve);
  });
};
