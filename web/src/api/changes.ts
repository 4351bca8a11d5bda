/** What a person changes. After each change everything shown is read again. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type {
  AnswerItem,
  DecisionAnswer,
  DecisionRequest,
  EventItem,
  LedgerVerification,
  PersonalLink,
  ReconciliationItem,
  Status,
} from "../../../src/http/api/schemas.ts";
import type { PlanDetail, PlanToSave, PlanTrial } from "../../../src/http/api/plan-schemas.ts";
import { api } from "./client.ts";
import type { VersionedPolicy } from "./queries.ts";

const useChange = <Input, Answer>(change: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => {
      void client.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] !== "preview" && queryKey[0] !== "check" && queryKey[0] !== "session",
      });
    },
  });
};

/** Decides on a proposal. */
export const useDecision = () =>
  useChange<{ id: string } & DecisionRequest, DecisionAnswer>(
    async ({ id, ...decision }) =>
      await api("POST", `/api/proposals/${encodeURIComponent(id)}/decision`, decision),
  );

/** Runs a failed event again. */
export const useRetryEvent = () =>
  useChange<string, EventItem>(
    async (id) => await api("POST", `/api/events/${encodeURIComponent(id)}/retry`),
  );

/** Says that a person has seen to what a candidate asked for. */
export const useSettle = () =>
  useChange<string, AnswerItem>(
    async (id) => await api("POST", `/api/requests/${encodeURIComponent(id)}/settle`),
  );

/** Puts a policy in force. */
export const useSavePolicy = () =>
  useChange<VersionedPolicy, VersionedPolicy>(
    async (policy) => await api("PUT", "/api/policy", policy),
  );

/** Puts a version of a plan in force, or keeps it turned off. */
export const useSavePlan = () =>
  useChange<{ id: string } & PlanToSave, PlanDetail>(
    async ({ id, ...plan }) => await api("PUT", `/api/plans/${encodeURIComponent(id)}`, plan),
  );

/** Takes the dashboard's plan away. */
export const useRemovePlan = () =>
  useChange<{ id: string; basedOn: number }, PlanDetail>(
    async ({ id, basedOn }) =>
      await api("DELETE", `/api/plans/${encodeURIComponent(id)}?basedOn=${basedOn}`),
  );

/** The times that a plan would give for a candidate. Nothing changes by it. */
export const useTryPlan = () =>
  useMutation({
    mutationFn: async (attempt: { source: string; opportunityId: string }) =>
      await api<PlanTrial>("POST", "/api/plans/try", attempt),
  });

/** Pauses all that would be sent or booked, or lets it go on. */
export const usePause = () =>
  useChange<boolean, Status>(
    async (pause) => await api("POST", pause ? "/api/pause" : "/api/resume"),
  );

/** Has all cases compared with Lever and calendars. */
export const useCompare = () =>
  useChange<undefined, ReconciliationItem>(async () => await api("POST", "/api/reconcile"));

/** Makes a link to somebody's own page. */
export const useMakeLink = () =>
  useChange<string, PersonalLink>(
    async (id) => await api("POST", `/api/people/${encodeURIComponent(id)}/link`),
  );

/** Ends every link to somebody's own page. */
export const useEndLinks = () =>
  useChange<string, unknown>(
    async (id) => await api("DELETE", `/api/people/${encodeURIComponent(id)}/link`),
  );

/** Moves a candidate's stage in the sandbox company's Lever. */
export const useMoveStage = () =>
  useChange<{ opportunityId: string; stageId: string }, unknown>(
    async (move) => await api("POST", "/api/sandbox/stage", move),
  );

/** Advances the sandbox company's clock. */
export const useAdvance = () =>
  useChange<number, unknown>(
    async (minutes) => await api("POST", "/api/sandbox/advance", { minutes }),
  );

/** Verifies the ledger's chain. */
export const useVerifyLedger = () =>
  useMutation({
    mutationFn: async () => await api<LedgerVerification>("GET", "/api/ledger/verify"),
  });
