/** Talks to the API. Errors are problems with words for people; a page shows them as they are. */
import type { Problem } from "../../../src/http/api/schemas.ts";
import type { Session } from "../../../src/http/api/session-schemas.ts";

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

/** What each change of the session brings with it. Before there is one the server only wants to see that a page of its own asks. */
let csrf = "none yet";

/** As the server has told it with the session. */
export const rememberCsrf = (told: string | null): void => {
  if (told !== null) csrf = told;
};

/** Somebody may have signed in anew in another window: then the word of this one is an old one. Shape: whether it was. */
const renewCsrf = async (): Promise<boolean> => {
  const before = csrf;
  const session = await request("GET", "/api/session", undefined);
  if (!session.ok) return false;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The server holds its answers to the schema.
  rememberCsrf(((await session.json()) as Session).csrf);
  return csrf !== before;
};

/** One request. Errors: `ApiError`. */
export const api = async <Answer>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Answer> => {
  let response = await request(method, path, body);
  if (response.status === 403 && method !== "GET" && (await renewCsrf())) {
    response = await request(method, path, body);
  }
  const text = await response.text();
  // The server holds every answer to the schema whose type stands here.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  if (response.ok) return JSON.parse(text) as Answer;
  throw new ApiError(problemOf(response.status, text));
};

/** One page of lines of JSON. Shape: `next` is what to ask for after it; null at the end. Errors: `ApiError`. */
export const apiLines = async (path: string): Promise<{ text: string; next: string | null }> => {
  const response = await request("GET", path, undefined);
  const text = await response.text();
  if (response.ok) return { text, next: response.headers.get("x-next-after") };
  throw new ApiError(problemOf(response.status, text));
};

const request = async (method: string, path: string, body: unknown): Promise<Response> => {
  try {
    return await fetch(path, {
      method,
      credentials: "same-origin",
      headers: {
        accept: "application/json",
        ...(method !== "GET" && { "x-convene-csrf": csrf }),
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
