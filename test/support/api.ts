/** The product's API as a program of somebody else would use it, with every answer held to the published schemas. */
import type { z } from "zod";
import { BriefDetail, QuestionsDetail } from "../../src/http/api/aside-schemas.ts";
import { type EditItem, EditList } from "../../src/http/api/edit-routes.ts";
import { LedgerVerification } from "../../src/http/api/ledger-schemas.ts";
import {
  CaseDetail,
  CaseItem,
  DecisionAnswer,
  EventItem,
  LedgerItem,
  LatestReconciliation,
  Problem,
  ProposalDetail,
  ProposalItem,
  ReconciliationItem,
  RunDetail,
  Status,
  page,
} from "../../src/http/api/schemas.ts";
import type { BookingEdit } from "../../src/domain/proposal.ts";
import type { SynthesisEdit } from "../../src/domain/synthesis.ts";

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface Decision {
  decision: "approve" | "edit" | "reject";
  digest: string;
  payload?: BookingEdit | SynthesisEdit;
  reason?: string;
}

/** What a program asks. Everything but `send` and `decide` fails on an answer that is not 200. */
export interface Api {
  send(method: string, path: string, body?: unknown): Promise<Answer>;
  proposals(status: string): Promise<ProposalItem[]>;
  proposal(id: string): Promise<ProposalDetail>;
  edits(id: string): Promise<EditItem[]>;
  brief(id: string): Promise<BriefDetail>;
  questionsNote(id: string): Promise<QuestionsDetail>;
  decide(id: string, decision: Decision): Promise<Answer>;
  approve(proposal: { id: string; digest: string }): Promise<z.infer<typeof DecisionAnswer>>;
  cases(): Promise<CaseItem[]>;
  case(id: string): Promise<CaseDetail>;
  /** The case of an opportunity that has not ended, else the one that changed last. */
  caseOf(opportunityId: string): Promise<CaseDetail | null>;
  run(id: string): Promise<RunDetail>;
  events(status?: string): Promise<EventItem[]>;
  ledger(caseId?: string): Promise<LedgerItem[]>;
  verifyLedger(): Promise<LedgerVerification>;
  /** The latest comparison with the world. */
  reconciliation(): Promise<ReconciliationItem | null>;
  reconcile(): Promise<ReconciliationItem>;
  status(): Promise<Status>;
  setMode(mode: "silent" | "assisted" | "managed"): Promise<void>;
}

/** The problem of an answer that is not 200. */
export const problemOf = (answer: Answer): Problem => Problem.parse(answer.body);

/** An API client that carries the token. */
export const openApi = (url: string, token: string | null): Api => {
  const send: Api["send"] = async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: asJson(text) };
  };
  const read = async <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
  ): Promise<z.infer<Schema>> => schema.parse(okOf(await send("GET", path)));
  return {
    send,
    ...proposalCalls(send, read),
    cases: async () => (await read("/api/cases", page(CaseItem))).items,
    case: async (id) => await read(`/api/cases/${id}`, CaseDetail),
    caseOf: async (opportunityId) => {
      const ofIt = await casesOf(read, opportunityId);
      const found = ofIt.find((item) => item.status !== "closed") ?? ofIt[0];
      return found ? await read(`/api/cases/${found.id}`, CaseDetail) : null;
    },
    run: async (id) => await read(`/api/runs/${id}`, RunDetail),
    events: async (status) =>
      (await read(`/api/events${status ? `?status=${status}` : ""}`, page(EventItem))).items,
    ledger: async (caseId) =>
      (await read(`/api/ledger${caseId ? `?caseId=${caseId}` : ""}`, page(LedgerItem))).items,
    verifyLedger: async () => await read("/api/ledger/verify", LedgerVerification),
    reconciliation: async () => (await read("/api/reconcile", LatestReconciliation)).latest,
    reconcile: async () => ReconciliationItem.parse(okOf(await send("POST", "/api/reconcile"))),
    status: async () => await read("/api/status", Status),
    setMode: async (mode) => {
      const policy = okOf(await send("GET", "/api/policy")) as object;
      okOf(await send("PUT", "/api/policy", { ...policy, defaultMode: mode }));
    },
  };
};

type Read = <Schema extends z.ZodType>(path: string, schema: Schema) => Promise<z.infer<Schema>>;

/** From the first page that has any. */
const casesOf = async (read: Read, opportunityId: string, after = ""): Promise<CaseItem[]> => {
  const query = after === "" ? "" : `?after=${encodeURIComponent(after)}`;
  const { items, next } = await read(`/api/cases${query}`, page(CaseItem));
  const ofIt = items.filter((item) => item.opportunityId === opportunityId);
  return ofIt.length > 0 || next === undefined ? ofIt : await casesOf(read, opportunityId, next);
};

const proposalCalls = (
  send: Api["send"],
  read: Read,
): Pick<
  Api,
  "proposals" | "proposal" | "edits" | "brief" | "questionsNote" | "decide" | "approve"
> => ({
  proposals: async (status) =>
    (await read(`/api/proposals?status=${status}`, page(ProposalItem))).items,
  proposal: async (id) => await read(`/api/proposals/${id}`, ProposalDetail),
  edits: async (id) => (await read(`/api/proposals/${id}/edits`, EditList)).items,
  brief: async (id) => await read(`/api/proposals/${id}`, BriefDetail),
  questionsNote: async (id) => await read(`/api/proposals/${id}`, QuestionsDetail),
  decide: async (id, decision) => await send("POST", `/api/proposals/${id}/decision`, decision),
  approve: async ({ id, digest }) =>
    DecisionAnswer.parse(
      okOf(await send("POST", `/api/proposals/${id}/decision`, { decision: "approve", digest })),
    ),
});

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const okOf = ({ status, body }: Answer): unknown => {
  if (status === 200) return body;
  throw new Error(`the API answered ${status}: ${JSON.stringify(body)}`);
};
