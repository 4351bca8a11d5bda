/** A TCP proxy that lets requests through and, when told, cuts the client off before the answer comes back. */
import { once } from "node:events";
import { type Socket, connect, createServer } from "node:net";

export interface DroppingProxy extends AsyncDisposable {
  port: number;
  /** From now on the answer to what matches is dropped: the server has got all of it and has answered. */
  dropAnswersTo(pattern: RegExp): void;
  letPass(): void;
}

/** Stands before a server on loopback. */
export const openDroppingProxy = async (targetPort: number): Promise<DroppingProxy> => {
  let pattern: RegExp | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const target = connect(targetPort, "127.0.0.1");
    let asked = "";
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    client.on("data", (chunk) => {
      asked = (asked + chunk.toString("latin1")).slice(-20_000);
      target.write(chunk);
    });
    target.on("data", (chunk) => {
      if (pattern?.test(asked)) {
        client.resetAndDestroy();
        target.destroy();
        return;
      }
      asked = "";
      client.write(chunk);
    });
    client.on("close", () => target.destroy());
    target.on("close", () => client.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    port: address.port,
    dropAnswersTo: (next) => {
      pattern = next;
    },
    letPass: () => {
      pattern = undefined;
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};
