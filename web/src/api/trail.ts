/** What the pages of the trail read. */
import type { ErasureItem } from "../../../src/http/api/erasure-schemas.ts";
import type { LedgerItem } from "../../../src/http/api/schemas.ts";
import type { PolicyVersionItem } from "../../../src/http/api/policy-version-routes.ts";
import { useList, useOne } from "./queries.ts";

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

/** Versions of the policy, newest first. */
export const usePolicyVersions = () =>
  useList<PolicyVersionItem>({ key: ["policy", "versions"], path: "/api/policy/versions" });

/** One of them. */
export const usePolicyVersion = (version: string) =>
  useOne<PolicyVersionItem>(
    ["policy", "versions", version],
    `/api/policy/versions/${encodeURIComponent(version)}`,
  );
