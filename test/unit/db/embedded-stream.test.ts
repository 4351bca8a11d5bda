import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { type EmbeddedSession, EmbeddedStream } from "../../../src/db/embedded-stream.ts";

const message = (type: string, body: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(4 + body.length);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
};
const startup = message("", "\0\u0003\0\0user\0me\0\0");

/** What each stream says first: the statements that another client had prepared are not its own. */
const afresh = message("Q", "DEALLOCATE ALL; SET plan_cache_mode = force_custom_plan\0");

/** A session that repeats what it is asked. */
const createEcho = (isInTransaction = false): EmbeddedSession & { asked: string[] } => {
  const asked: string[] = [];
  return {
    asked,
    isInTransaction: () => isInTransaction,
    execProtocolRawSync(request) {
      asked.push(Buffer.from(request).toString("latin1"));
      return request;
    },
  };
};

describe("A stream to the embedded database", () => {
  test("hands over whole requests only, in whatever pieces they come", async () => {
    const session = createEcho();
    const stream = new EmbeddedStream(session);
    const query = message("Q", "select 1\0");
    const extended = Buffer.concat([message("P", "parse"), message("B", "bind"), message("S", "")]);
    for (const byte of Buffer.concat([startup, query, extended, message("P", "half")])) {
      await new Promise((resolve) => stream.write(Buffer.from([byte]), resolve));
    }
    expect(session.asked).toEqual(
      [afresh, startup, query, extended].map((request) => request.toString("latin1")),
    );
    expect(await stream.take(3).toArray()).toEqual([startup, query, extended]);
  });

  test("rolls back what the stream before it left open", async () => {
    const session = createEcho(true);
    new EmbeddedStream(session).write(startup);
    await expect.poll(() => session.asked).toHaveLength(3);
    expect(session.asked[0]).toBe(message("Q", "ROLLBACK\0").toString("latin1"));
  });

  test("ends when the client says goodbye, without a word to the session, which lives on", async () => {
    const session = createEcho();
    const stream = new EmbeddedStream(session);
    stream.write(Buffer.concat([startup, message("X", "")]));
    stream.resume();
    await once(stream, "end");
    expect(session.asked).toHaveLength(2);
  });

  test("fails, and with it its client, when the session breaks", async () => {
    const broken = new EmbeddedStream({
      isInTransaction: () => false,
      execProtocolRawSync: () => {
        throw new Error("unreachable");
      },
    });
    broken.write(startup);
    expect(await once(broken, "error")).toMatchObject([{ message: "unreachable" }]);
  });
});
