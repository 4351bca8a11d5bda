/** Keeps what is shown true: the server says what has changed, and the pages read it again. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

const KEYS: Record<string, string[]> = {
  proposals: ["proposals", "status", "cases"],
  cases: ["cases", "proposals", "status"],
  events: ["events", "cases", "status"],
  ledger: ["ledger"],
  status: ["status", "policy", "sandbox"],
};

/** Notices that come close together are one reading. */
const GATHER_MS = 120;
/** A short break is nobody's business. */
const PATIENCE_MS = 3_000;

/** Listens while the page is open. Shape: whether updates come in. */
export const useLive = (): boolean => {
  const client = useQueryClient();
  const [isLive, setLive] = useState(true);
  useEffect(() => {
    const refresh = gather(client);
    let patience: ReturnType<typeof setTimeout> | undefined;
    let wasBroken = false;
    const source = new EventSource("/api/stream");
    source.addEventListener("changed", (event: MessageEvent<string>) => {
      const topic = Object.keys(KEYS).find((known) => event.data.includes(`"topic":"${known}"`));
      if (topic !== undefined) refresh(topic);
    });
    source.addEventListener("open", () => {
      clearTimeout(patience);
      patience = undefined;
      setLive(true);
      // What was said meanwhile was not heard.
      if (wasBroken) void client.invalidateQueries();
      wasBroken = false;
    });
    source.addEventListener("error", () => {
      wasBroken = true;
      patience ??= setTimeout(() => setLive(false), PATIENCE_MS);
    });
    return () => {
      clearTimeout(patience);
      source.close();
    };
  }, [client]);
  return isLive;
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
