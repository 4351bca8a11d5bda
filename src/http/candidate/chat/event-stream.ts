/** Server-sent events to one reader. */
import type { Response } from "express";
import type { ChatEvents } from "../../../domain/chat.ts";

/** Proxies close a silent connection; a comment keeps it open. */
const HEARTBEAT_MS = 10_000;
const MAX_UNREAD_BYTES = 256 * 1024;

/** An open stream. */
export interface EventStream {
  send<Event extends keyof ChatEvents>(event: Event, data: ChatEvents[Event]): void;
  end(): void;
}

/** Begins it. Who does not read is let go. */
export const openStream = (response: Response, working = ": working\n\n"): EventStream => {
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    connection: "keep-alive",
    // A proxy that collects an answer before it passes it on would hold back every word.
    "x-accel-buffering": "no",
  });
  const write = (text: string): void => {
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
  };
  write(working);
  const heartbeat = setInterval(() => write(working), HEARTBEAT_MS);
  response.on("close", () => clearInterval(heartbeat));
  return {
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => {
      clearInterval(heartbeat);
      response.end();
    },
  };
};
