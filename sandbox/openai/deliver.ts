/** How an answer leaves: whole, in pieces, broken off, or without an end. */
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { Response } from "express";
import type { StreamEvent } from "./chat.ts";

const write = async (response: Response, text: string): Promise<void> => {
  if (!response.write(text) && !response.destroyed) {
    await Promise.race([once(response, "drain"), once(response, "close")]);
  }
};

const line = ({ event, data }: StreamEvent): string =>
  `${event === undefined ? "" : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`;

const openStream = (response: Response): void => {
  response.status(200).set({ "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.flushHeaders();
};

/** In pieces, to the end. `ends`: what comes last of all. */
export const stream = async (
  events: readonly StreamEvent[],
  { response, ends }: { response: Response; ends: string },
): Promise<void> => {
  openStream(response);
  for (const event of events) await write(response, line(event));
  response.end(ends);
};

/** Half of it, and then the connection is gone. */
export const breakOff = async (text: string, response: Response): Promise<void> => {
  response
    .status(200)
    .type("json")
    .set("content-length", String(Buffer.byteLength(text)));
  await write(response, text.slice(0, Math.ceil(text.length / 2)));
  response.socket?.resetAndDestroy();
};

/** The same of a stream. */
export const breakOffStream = async (
  events: readonly StreamEvent[],
  response: Response,
): Promise<void> => {
  openStream(response);
  for (const event of events.slice(0, Math.ceil(events.length / 2))) {
    await write(response, line(event));
  }
  response.socket?.resetAndDestroy();
};

/** Real milliseconds between pieces of what never ends: enough to be felt, too few to fill a memory. */
const PAUSE_MS = 5;

/** The piece again and again, until whoever listens has gone. */
export const streamForever = async (event: StreamEvent, response: Response): Promise<void> => {
  openStream(response);
  while (!response.destroyed) {
    await write(response, line(event));
    await wait(PAUSE_MS);
  }
};

/** White space before a body that never comes, which is valid JSON so far. */
export const bodyForever = async (response: Response): Promise<void> => {
  response.status(200).type("json").flushHeaders();
  while (!response.destroyed) {
    await write(response, " ".repeat(64));
    await wait(PAUSE_MS);
  }
};
