/** Sends requests over kept-alive connections, one at a time on each. It does no more than HTTP/1.1 needs, because it shares
 * the machine with what is measured. */
import { once } from "node:events";
import { type Socket, connect } from "node:net";

const HEAD_END = "\r\n\r\n";

/** Sends to one server over so many connections as it was opened with. */
export interface Sender {
  /** Waits for a free connection, then for the answer. Errors: when it is not 200, or the connection ends before it. */
  post(path: string, body: string): Promise<void>;
  close(): void;
}

/** Connects. */
export const openSender = async (url: string, connections: number): Promise<Sender> => {
  const server = new URL(url);
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => await open(server)),
  );
  const free = [...sockets];
  const waiting: ((socket: Socket) => void)[] = [];
  return {
    async post(path, body) {
      // The one that rested longest, so that none rests until the server closes it.
      const socket =
        free.shift() ?? (await new Promise<Socket>((resolve) => waiting.push(resolve)));
      if (socket.destroyed) throw new Error("a connection was closed between two requests");
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: ${server.host}\r\ncontent-type: application/json\r\n` +
          `content-length: ${Buffer.byteLength(body)}${HEAD_END}${body}`,
      );
      const status = await answerOf(socket);
      if (status !== "200") throw new Error(`a request was answered ${status}`);
      const next = waiting.shift();
      if (next) next(socket);
      else free.push(socket);
    },
    close: () => sockets.forEach((socket) => socket.destroy()),
  };
};

const open = async ({ hostname, port }: URL): Promise<Socket> => {
  const socket = connect(Number(port), hostname).setEncoding("latin1").setNoDelay();
  await once(socket, "connect");
  return socket;
};

/** The status of the next answer, read to its end. */
const answerOf = async (socket: Socket): Promise<string> =>
  await new Promise((resolve, reject) => {
    let answer = "";
    const settle = (end: () => void) => {
      socket.off("data", read).off("error", reject).off("close", lost);
      end();
    };
    const lost = () => reject(new Error("the connection was closed"));
    const read = (part: string) => {
      answer += part;
      const headEnd = answer.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const length = Number(/content-length: (\d+)/iu.exec(answer.slice(0, headEnd))?.[1]);
      if (!Number.isInteger(length)) settle(() => reject(new Error("an answer without a length")));
      else if (answer.length >= headEnd + HEAD_END.length + length) {
        settle(() => resolve(answer.slice(9, 12)));
      }
    };
    socket.on("data", read).once("error", reject).once("close", lost);
  });
