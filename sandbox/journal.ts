/** What the company was asked to change, in order: the truth that the product's own ledger is compared with. */
import type { CompanyClock } from "./clock.ts";

export interface JournalEntry {
  seq: number;
  at: string;
  service: "lever" | "google" | "mail" | "control";
  /** `panel.created`, `event.inserted`, `mail.received`, `violation` … */
  kind: string;
  ids: Record<string, string>;
}

export interface Journal {
  add(entry: Pick<JournalEntry, "service" | "kind" | "ids">): void;
  list(filter?: { service?: string; kind?: string }): JournalEntry[];
}

/** An empty journal. */
export const createJournal = (clock: CompanyClock): Journal => {
  const entries: JournalEntry[] = [];
  return {
    add: (entry) => {
      entries.push({ seq: entries.length + 1, at: clock.now().toString(), ...entry });
    },
    list: (filter = {}) =>
      entries.filter(
        (entry) =>
          (filter.service === undefined || entry.service === filter.service) &&
          (filter.kind === undefined || entry.kind === filter.kind),
      ),
  };
};
