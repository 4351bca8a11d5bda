/** The company's Lever, asked as anybody with its key may: a recruiter's own tool, say. */
import { expect } from "vitest";
import type { RunningCompany } from "../../src/sandbox-company.ts";

/** One request that must succeed. */
export const askLever = async (
  { leverUrl, leverApiKey }: Pick<RunningCompany, "leverUrl" | "leverApiKey">,
  request: { method: string; path: string; body?: object },
): Promise<Response> => {
  const response = await fetch(`${leverUrl}${request.path}`, {
    method: request.method,
    headers: {
      authorization: `Basic ${btoa(`${leverApiKey}:`)}`,
      "content-type": "application/json",
    },
    ...(request.body && { body: JSON.stringify(request.body) }),
  });
  expect(response.ok).toBe(true);
  return response;
};
