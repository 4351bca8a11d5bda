/** What the company was asked to change, in order: the truth that the product's own ledger is compared with. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { RequestHandler } from "express";
import type { CompanyClock } from "./clock.ts";
import type { FaultyService } from "./faults/rules.ts";

export interface JournalEntry {
  seq: number;
  at: string;
  service: FaultyService | "control";
  /** `panel.created`, `event.inserted`, `mail.received`, `violation` … */
  kind: string;
  ids: Record<string, string>;
  /** Of the HTTP request that asked for it; absent for mail and for acts from inside. */
  method?: string;
  path?: string;
}

export interface Journal {
  add(entry: Pick<JournalEntry, "service" | "kind" | "ids">): void;
  /** Middleware: what is added while a request is handled names that request. */
  during: RequestHandler;
  /** The request that is being handled; undefined for acts from inside. */
  asked(): { method: string; path: string } | undefined;
  list(filter?: { service?: string; kind?: string }): JournalEntry[];
}

/** An empty journal. */
export const createJournal = (clock: CompanyClock): Journal => {
  const entries: JournalEntry[] = [];
  const asked = new AsyncLocalStorage<{ method: string; path: string }>();
  return {
    add: (entry) => {
      const at = clock.now().toString();
      entries.push({ seq: entries.length + 1, at, ...entry, ...asked.getStore() });
    },
    during: ({ method, originalUrl }, _response, next) => {
      asked.run({ method, path: originalUrl.split("?")[0] ?? "" }, next);
    },
    asked: () => asked.getStore(),
    list: (filter = {}) =>
      entries.filter(
        (entry) =>
          (filter.service === undefined || entry.service === filter.service) &&
          (filter.kind === undefined || entry.kind === filter.kind),
      ),
  };
};
