/** An Express router on a free port of loopback. */
import { once } from "node:events";
import { createServer } from "node:http";
import express, { type Router } from "express";

type App = { url: string } & AsyncDisposable;

/** At the root of a server of its own. */
export const openApp = async (router: Router): Promise<App> =>
  await openMountedApp(() => ({ path: "/", router }));

/** For a router that wants to know its address first. */
export const openMountedApp = async (
  build: (url: string) => { path: string; router: Router },
): Promise<App> => {
  const app = express();
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const url = `http://127.0.0.1:${address.port}`;
  const { path, router } = build(url);
  app.use(path, router);
  return {
    url,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
