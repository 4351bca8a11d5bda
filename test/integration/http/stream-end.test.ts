import { once } from "node:events";
import { text } from "node:stream/consumers";
import { type ClientRequest, type IncomingMessage, get } from "node:http";
import express, { Router } from "express";
import { expect, it } from "vitest";
import { createChangeFeed, streamHandler } from "../../../src/http/api/stream.ts";
import { createGuesses } from "../../../src/http/auth/guesses.ts";
import type { Principal } from "../../../src/http/auth/principal.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { openApp } from "../../support/loopback-app.ts";

describeEachDatabase("a stream of live updates", (open) => {
  const guesses = createGuesses(1_000);
  const reader: Principal = {
    name: "somebody",
    role: "recruiter",
    scope: null,
    email: null,
    via: "token",
  };

  const reach = async () => await Promise.resolve(true);

  /** The handler alone on a port, with a heart that beats fast. */
  const listen = async (find: () => Principal | null) => {
    const feed = await createChangeFeed(await open());
    const app = express();
    app.get(
      "/api/stream",
      streamHandler(
        feed,
        {
          publicUrl: "http://127.0.0.1",
          findPrincipal: async () => await Promise.resolve(find()),
          reach,
          guesses,
        },
        20,
      ),
    );
    const server = app.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const request: ClientRequest = get({
      port,
      path: "/api/stream",
      headers: { authorization: "Bearer a-token" },
    });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    return {
      feed,
      response,
      close: async () => {
        server.closeAllConnections();
        server.close();
        await once(server, "close");
      },
    };
  };

  it("ends when its reader may read no more", async () => {
    let isGood = true;
    const { response, feed, close } = await listen(() => (isGood ? reader : null));
    response.once("data", () => {
      isGood = false;
    });
    expect(await text(response)).toMatch(/^event: hello/);
    await feed.close();
    await close();
  });

  it("ends when the server stops, so that nobody keeps it from stopping", async () => {
    const { response, feed, close } = await listen(() => reader);
    const whole = text(response);
    await feed.close();
    expect(await whole).toMatch(/^event: hello/);
    await close();
  });

  it("begins none for who has gone while it was asked whether they may read", async () => {
    const feed = await createChangeFeed(await open());
    let begun = 0;
    const counted: typeof feed = {
      ...feed,
      subscribe: (each) => {
        begun += 1;
        return feed.subscribe(each);
      },
    };
    const router = Router();
    const handled = new Promise<unknown>((resolve, reject) => {
      router.get("/", async (request, response, next) => {
        const findPrincipal = async () => {
          leaving.abort();
          await once(response, "close");
          return reader;
        };
        const handler = streamHandler(counted, {
          findPrincipal,
          reach,
          publicUrl: "http://127.0.0.1",
          guesses,
        });
        await Promise.resolve(handler(request, response, next)).then(resolve, reject);
      });
    });
    const leaving = new AbortController();
    await using app = await openApp(router);
    const headers = { authorization: "Bearer a-token" };
    await expect(fetch(app.url, { headers, signal: leaving.signal })).rejects.toThrow("aborted");
    await handled;
    expect(begun).toBe(0);
    await feed.close();
  });
});
