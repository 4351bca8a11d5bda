/** Keeps what is shown true: the server says what has changed, and the pages read it again. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

const KEYS: Record<string, string[][]> = {
  proposals: [["proposals"], ["status"], ["cases"]],
  cases: [["cases"], ["proposals"], ["status"]],
  events: [["events"], ["status"]],
  ledger: [["ledger"]],
  status: [["status"], ["policy"]],
};

/** Listens while the page is open; notices that come close together are one reading. */
export const useLive = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource("/api/stream");
    const topics = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readAgain = (): void => {
      timer = undefined;
      const keys = [...topics].flatMap((topic) => KEYS[topic] ?? []);
      topics.clear();
      for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    };
    source.addEventListener("changed", (event: MessageEvent<string>) => {
      topics.add((JSON.parse(event.data) as { topic: string }).topic);
      timer ??= setTimeout(readAgain, 150);
    });
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client]);
};
