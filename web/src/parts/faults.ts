import { ApiError } from "../api/client.ts";

/** The server's faults by their paths in what was sent. */
export const faultsByPath = (error: unknown): Map<string, string> => {
  const faults = error instanceof ApiError ? (error.problem.faults ?? []) : [];
  const byPath = new Map<string, string>();
  for (const { path, message } of faults) {
    byPath.set(path, [byPath.get(path), message].filter(Boolean).join("; "));
  }
  return byPath;
};
