/** What a session was sent, so that a client that lost its connection is told the rest. Each session has its own, and no more room
 * than this: what is older cannot be asked for again. */
import type { EventStore } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";

const MOST_EVENTS = 200;
const MOST_LETTERS = 1_000_000;

interface Kept {
  streamId: string;
  message: JSONRPCMessage;
  letters: number;
}

/** Empty. `prefix`: a name that no other session has, so that its events are known to be its own. */
export const createEventStore = (prefix: string): EventStore => {
  const kept = new Map<string, Kept>();
  let count = 0;
  let letters = 0;
  const makeRoom = (): void => {
    for (const [id, oldest] of kept) {
      if (kept.size <= MOST_EVENTS && (letters <= MOST_LETTERS || kept.size === 1)) return;
      kept.delete(id);
      letters -= oldest.letters;
    }
  };
  return {
    storeEvent: async (streamId, message) => {
      count += 1;
      const id = `${prefix}.${count}`;
      const size = JSON.stringify(message).length;
      kept.set(id, { streamId, message, letters: size });
      letters += size;
      makeRoom();
      return await Promise.resolve(id);
    },
    getStreamIdForEventId: async (id) => await Promise.resolve(kept.get(id)?.streamId),
    replayEventsAfter: async (lastEventId, { send }) => {
      const last = kept.get(lastEventId);
      if (!last) throw new Error("this event is not kept any more");
      let isAfter = false;
      for (const [id, { streamId, message }] of kept) {
        // What only opens a stream says nothing.
        if (isAfter && streamId === last.streamId && "jsonrpc" in message) await send(id, message);
        isAfter ||= id === lastEventId;
      }
      return last.streamId;
    },
  };
};
