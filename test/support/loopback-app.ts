/** An Express router on a free port of loopback. */
import { once } from "node:events";
import { createServer } from "node:http";
import express, { type Router } from "express";

/** Mounted at the root unless told otherwise. */
export const openApp = async (
  router: Router,
  path = "/",
): Promise<{ url: string } & AsyncDisposable> => {
  const server = createServer(express().use(path, router)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
