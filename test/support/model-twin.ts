/** The company's model server alone, on loopback. */
import { type Company, startCompany } from "../../sandbox/company.ts";

export interface ModelTwin extends AsyncDisposable {
  company: Company;
  openai: Company["openai"];
  place: { url: string; apiKey: string };
}

/** Starts it; its clock stands still. */
export const startModelTwin = async (): Promise<ModelTwin> => {
  const company = await startCompany({
    candidates: 2,
    clock: "frozen",
    startsAt: Temporal.Instant.from("2026-03-02T09:00:00Z"),
    rateLimit: "off",
  });
  return {
    company,
    openai: company.openai,
    place: { url: company.openaiUrl, apiKey: company.openai.apiKey },
    [Symbol.asyncDispose]: async () => await company.close(),
  };
};
