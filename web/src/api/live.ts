/** Keeps what is shown true: the server says what has changed, and the pages read it again. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

const KEYS: Record<string, string[]> = {
  proposals: ["proposals", "status", "cases", "today", "asked"],
  cases: ["cases", "proposals", "status", "today", "asked"],
  requests: ["asked"],
  events: ["events", "cases", "status"],
  ledger: ["ledger"],
  plans: ["plans"],
  guides: ["guides"],
  questions: ["questions", "status"],
  feedback: ["feedback", "today"],
  access: ["session", "sign-ins", "accounts", "assistant-tokens"],
  status: ["status", "policy", "sandbox", "comparison"],
};

/** Notices that come close together are one reading. */
const GATHER_MS = 120;
/** A short break is nobody's business. */
const PATIENCE_MS = 3_000;
/** Between two tries. */
const AGAIN_MS = 3_000;

/** Listens while the page is open. Shape: whether updates come in. */
export const useLive = (): boolean => {
  const client = useQueryClient();
  const [isLive, setLive] = useState(true);
  useEffect(() => {
    const refresh = gather(client);
    let patience: ReturnType<typeof setTimeout> | undefined;
    let isBroken = false;
    return listen({
      onChanged: (data) => {
        const topic = Object.keys(KEYS).find((known) => data.includes(`"topic":"${known}"`));
        if (topic !== undefined) refresh(topic);
      },
      onOpen: () => {
        clearTimeout(patience);
        patience = undefined;
        setLive(true);
        // What was said meanwhile was not heard.
        if (isBroken) void client.invalidateQueries();
        isBroken = false;
      },
      onRefused: () => {
        // Perhaps the session is over: what every page asks for tells.
        void client.invalidateQueries({ queryKey: ["status"] });
      },
      onError: () => {
        isBroken = true;
        patience ??= setTimeout(() => setLive(false), PATIENCE_MS);
      },
      onEnd: () => clearTimeout(patience),
    });
  }, [client]);
  return isLive;
};

interface Listener {
  onChanged(data: string): void;
  onOpen(): void;
  onError(): void;
  onRefused(): void;
  onEnd(): void;
}

/** Opens the stream, again and again. A browser gives up for good on an answer that is no stream, as a proxy gives one
 * while the server restarts; so that is tried again here. Shape: ends it. */
const listen = ({ onChanged, onOpen, onError, onRefused, onEnd }: Listener): (() => void) => {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource("/api/stream");
    source.addEventListener("changed", (event: MessageEvent<string>) => onChanged(event.data));
    source.addEventListener("open", onOpen);
    source.addEventListener("error", () => {
      onError();
      if (source.readyState !== EventSource.CLOSED) return;
      onRefused();
      again = setTimeout(open, AGAIN_MS);
    });
  };
  open();
  return () => {
    clearTimeout(again);
    source.close();
    onEnd();
  };
};

const gather = (client: QueryClient): ((topic: string) => void) => {
  const topics = new Set<string>();
  let isPlanned = false;
  return (topic) => {
    topics.add(topic);
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      isPlanned = false;
      const keys = new Set([...topics].flatMap((changed) => KEYS[changed] ?? []));
      topics.clear();
      for (const key of keys) void client.invalidateQueries({ queryKey: [key] });
    }, GATHER_MS);
  };
};
