/** Talks to the API. Errors are problems with words for people; a page shows them as they are. */
import type { Problem } from "../../../src/http/api/schemas.ts";

/** An answer that is no success. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Somebody else was faster, or it may not be done as things are. */
export const isConflict = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.problem.code === "conflict";

const UNREACHABLE: Problem = {
  type: "about:blank",
  title: "Convene does not answer",
  status: 0,
  code: "unreachable",
  detail: "The server cannot be reached. Nothing was changed. Check the connection and try again.",
};

/** One request. Errors: `ApiError`. */
export const api = async <Answer>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Answer> => {
  const response = await request(method, path, body);
  const text = await response.text();
  // The server holds every answer to the schema whose type stands here.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  if (response.ok) return JSON.parse(text) as Answer;
  throw new ApiError(problemOf(response.status, text));
};

const request = async (method: string, path: string, body: unknown): Promise<Response> => {
  try {
    return await fetch(path, {
      method,
      credentials: "same-origin",
      headers: {
        accept: "application/json",
        ...(method !== "GET" && { "x-convene-csrf": "1" }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(UNREACHABLE);
  }
};

const problemOf = (status: number, text: string): Problem => {
  try {
    // Every error of the server is a problem; what is none does not parse or is no JSON.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return JSON.parse(text) as Problem;
  } catch {
    return { ...UNREACHABLE, status, title: "Convene answers oddly" };
  }
};
