/** What pages read and change, with the keys under which it is kept. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { BookingEdit } from "../../../src/domain/proposal.ts";
import type { Policy } from "../../../src/domain/policy.ts";
import type {
  CaseDetail,
  CaseItem,
  DecisionAnswer,
  DecisionRequest,
  EventItem,
  LedgerItem,
  LedgerVerification,
  Page,
  ProposalDetail,
  ProposalItem,
  RenderedBooking,
  RunDetail,
  Session,
  Status,
} from "../../../src/http/api/schemas.ts";
import type { ScoredSlot } from "../../../src/domain/proposal.ts";
import { api } from "./client.ts";

const get = <Answer>(key: readonly unknown[], path: string, enabled = true) => ({
  queryKey: key,
  queryFn: async () => await api<Answer>("GET", path),
  enabled,
});

const query = (parts: Record<string, string | undefined>): string => {
  const set = Object.entries(parts).filter((part): part is [string, string] => !!part[1]);
  return set.length === 0 ? "" : `?${new URLSearchParams(set).toString()}`;
};

export const useSession = () => useQuery({ ...get<Session>(["session"], "/api/session"), retry: false });
export const useStatus = () => useQuery(get<Status>(["status"], "/api/status"));
export const useProposals = (status: string) =>
  useQuery(get<Page<ProposalItem>>(["proposals", status], `/api/proposals${query({ status })}`));
export const useProposal = (id: string) =>
  useQuery(get<ProposalDetail>(["proposals", "one", id], `/api/proposals/${id}`));
export const useCases = (status: string | undefined) =>
  useQuery(get<Page<CaseItem>>(["cases", status], `/api/cases${query({ status })}`));
export const useCase = (id: string) => useQuery(get<CaseDetail>(["cases", "one", id], `/api/cases/${id}`));
export const useRun = (id: string, enabled = true) =>
  useQuery(get<RunDetail>(["cases", "run", id], `/api/runs/${id}`, enabled));
export const useEvents = (status: string | undefined) =>
  useQuery(get<Page<EventItem>>(["events", status], `/api/events${query({ status })}`));
export const useLedger = (caseId: string | undefined, after: string | undefined) =>
  useQuery(get<Page<LedgerItem>>(["ledger", caseId, after], `/api/ledger${query({ caseId, after })}`));
export const usePolicy = () =>
  useQuery(get<Policy & { version: number }>(["policy"], "/api/policy"));
export const useStages = (enabled: boolean) =>
  useQuery(get<Page<{ id: string; text: string }>>(["stages"], "/api/sandbox/stages", enabled));
export const useSandboxCandidates = (enabled: boolean) =>
  useQuery(
    get<Page<{ id: string; name: string; postingTitle: string; stageName: string }>>(
      ["sandbox", "candidates"],
      "/api/sandbox/opportunities",
      enabled,
    ),
  );

/** A change, after which everything that may have changed is read again. */
const useChange = <Input, Answer>(change: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: async () => await client.invalidateQueries(),
  });
};

export const useDecision = (id: string) =>
  useChange<DecisionRequest, DecisionAnswer>(
    async (body) => await api("POST", `/api/proposals/${id}/decision`, body),
  );
export interface Preview {
  rendered: RenderedBooking;
  slot: ScoredSlot;
  summary: string;
}
/** How the texts would read after an edit; undefined: no edit. */
export const usePreview = (id: string, edit: BookingEdit | undefined) =>
  useQuery({
    queryKey: ["preview", id, edit],
    queryFn: async () => await api<Preview>("POST", `/api/proposals/${id}/preview`, { payload: edit }),
    enabled: edit !== undefined,
    placeholderData: (before) => before,
    retry: false,
  });
export const useRetryEvent = () =>
  useChange<string, EventItem>(async (id) => await api("POST", `/api/events/${id}/retry`));
export const useSavePolicy = () =>
  useChange<Policy & { version: number }, unknown>(
    async (policy) => await api("PUT", "/api/policy", policy),
  );
export const usePause = () =>
  useChange<boolean, Status>(async (pause) => await api("POST", pause ? "/api/pause" : "/api/resume"));
export const useSignIn = () =>
  useChange<string | undefined, Session>(
    async (token) => await api("POST", "/api/session", token === undefined ? {} : { token }),
  );
export const useSignOut = () =>
  useChange<undefined, unknown>(async () => await api("DELETE", "/api/session"));
export const useMoveStage = () =>
  useChange<{ opportunityId: string; stageId: string }, unknown>(
    async (body) => await api("POST", "/api/sandbox/stage", body),
  );
export const useAdvance = () =>
  useChange<number, unknown>(async (minutes) => await api("POST", "/api/sandbox/advance", { minutes }));
export const useVerify = () =>
  useMutation({
    mutationFn: async () => await api<LedgerVerification>("GET", "/api/ledger/verify"),
  });
