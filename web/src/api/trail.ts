/** What the pages of the trail read. */
import type { ErasureItem } from "../../../src/http/api/erasure-schemas.ts";
import type { LedgerItem } from "../../../src/http/api/schemas.ts";
import { useList } from "./queries.ts";

/** Which entries of the ledger: as the address of the page names them. */
export interface LedgerFilters {
  caseId: string | undefined;
  type: string | undefined;
  actor: string | undefined;
  day: string | undefined;
}

/** Ledger entries, newest first. */
export const useLedger = (filters: LedgerFilters) =>
  useList<LedgerItem>({ key: ["ledger"], path: "/api/ledger", filters: { ...filters } });

/** Erasures, newest first: for admins. */
export const useErasures = () => useList<ErasureItem>({ key: ["erasures"], path: "/api/erasures" });
