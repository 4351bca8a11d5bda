/** The company with its Lever spoken to bare, as documented: a key, JSON, and nothing of our own client. */
import { type Company, type CompanyOptions, startCompany } from "../../sandbox/company.ts";
import type { WorldOpportunity } from "../../sandbox/worlds/types.ts";

export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed; null when there is none. */
  body: unknown;
}

export interface CompanyLever extends AsyncDisposable {
  company: Company;
  /** A path below `/lever/v1`, with its query. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /** A path of the company itself. */
  control(method: string, path: string, body?: unknown): Promise<Answer>;
  opportunity(id: string): WorldOpportunity;
}

const MONDAY = Temporal.Instant.from("2026-11-23T09:00:00Z");

/** Starts it at a time that stands still, without limits and without second tries. */
export const openCompanyLever = async (options: CompanyOptions = {}): Promise<CompanyLever> => {
  const company = await startCompany({
    startsAt: MONDAY,
    clock: "frozen",
    rateLimit: "off",
    webhookRetryDelaysMs: [],
    ...options,
  });
  const authorization = `Basic ${btoa(`${company.leverApiKey}:`)}`;
  return {
    company,
    ask: async (method, path, body) =>
      await askJson(`${company.leverUrl}${path}`, { method, body, headers: { authorization } }),
    control: async (method, path, body) =>
      await askJson(`${company.url}${path}`, { method, body, headers: {} }),
    opportunity: (id) => {
      const found = company.world.opportunities.find((one) => one.id === id);
      if (!found) throw new Error("the world has no such opportunity");
      return found;
    },
    [Symbol.asyncDispose]: async () => await company.close(),
  };
};

/** Sends JSON and reads what comes, whatever its status. */
export const askJson = async (
  url: string,
  ask: { method: string; body?: unknown; headers: Record<string, string> },
): Promise<Answer> => {
  const response = await fetch(url, {
    method: ask.method,
    redirect: "manual",
    headers: {
      ...ask.headers,
      ...(ask.body !== undefined && { "content-type": "application/json" }),
    },
    ...(ask.body !== undefined && {
      body: typeof ask.body === "string" ? ask.body : JSON.stringify(ask.body),
    }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as unknown) : text === "" ? null : text,
  };
};
