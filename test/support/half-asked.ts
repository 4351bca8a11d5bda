/** A request that has begun and waits for its other half: whoever drains must still answer it. */
import { once } from "node:events";
import { type Socket, connect } from "node:net";
import { text } from "node:stream/consumers";

/** A connection to this address. */
export const openConnection = async (url: string): Promise<Socket> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  return socket;
};

/** Asks for this path by half, surely read by the server. `finish` asks the rest and gives all that was answered: to a
 * request for `/healthz` before it, then to this one. */
export const askHalf = async (
  url: string,
  path: string,
): Promise<{ finish(): Promise<string> }> => {
  const socket = await openConnection(url);
  // With a whole request before it: its answer tells that the half one has been read too.
  const request = (of: string) => `GET ${of} HTTP/1.1\r\nHost: localhost\r\n`;
  socket.write(`${request("/healthz")}\r\n${request(path)}`);
  await once(socket, "readable");
  const answer = text(socket);
  return {
    finish: async () => {
      socket.write("Connection: close\r\n\r\n");
      return await answer;
    },
  };
};
