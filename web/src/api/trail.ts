/** What the pages of the trail read. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { LedgerVerification, SignedPlace } from "../../../src/http/api/ledger-schemas.ts";
import type { ErasureItem } from "../../../src/http/api/erasure-schemas.ts";
import type { LedgerItem } from "../../../src/http/api/schemas.ts";
import type { PolicyVersionItem } from "../../../src/http/api/policy-version-routes.ts";
import { saveFile } from "../parts/save-file.ts";
import { api, apiLines } from "./client.ts";
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

/** Whether the ledger is whole, and the one of which a hash was kept; empty: none was. */
export const useVerifyLedger = () =>
  useMutation({
    mutationFn: async (since: string) =>
      await api<LedgerVerification>(
        "GET",
        since === ""
          ? "/api/ledger/verify"
          : `/api/ledger/verify?since=${encodeURIComponent(since)}`,
      ),
  });

const LINES = {
  ledger: { path: "/api/ledger/export", file: "convene-ledger.jsonl" },
  checkpoints: { path: "/api/ledger/checkpoints", file: "convene-signed-places.jsonl" },
  policies: { path: "/api/policy/export", file: "convene-policies.jsonl" },
} as const;

/** What can be taken away, line by line. */
export type Lines = keyof typeof LINES;

const readLines = async (what: Lines): Promise<string[]> => {
  const pages: string[] = [];
  for (let after: string | null = "0"; after !== null;) {
    const { text, next }: Awaited<ReturnType<typeof apiLines>> = await apiLines(
      `${LINES[what].path}?after=${after}`,
    );
    pages.push(text);
    after = next;
  }
  return pages;
};

/** Saves all of it as a file of the reader's own. */
export const useSaveLines = (what: Lines) =>
  useMutation({
    mutationFn: async () => {
      saveFile(LINES[what].file, await readLines(what), "application/x-ndjson");
    },
  });

/** The signed places, newest first. */
export const useCheckpoints = () =>
  useQuery({
    queryKey: ["ledger", "checkpoints"],
    queryFn: async () =>
      (await readLines("checkpoints"))
        .join("")
        .split("\n")
        .filter((line) => line !== "")
        // The server writes these lines itself.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        .map((line) => JSON.parse(line) as SignedPlace)
        .toReversed(),
  });
