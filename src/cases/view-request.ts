/** A request as it is shown to whoever asked it: its words, the answer with names as they are now, and what came of it since. */
import type { Database, Row } from "../db/port.ts";
import type { Texts } from "../privacy/texts.ts";
import type { RequestAnswer } from "../requests/answer.ts";
import { summarizeProposal } from "./case-reader.ts";
import { getCase } from "./cases.ts";
import { type PlainRequest, openRequest } from "./plain-requests.ts";
import { listRunProposals } from "./proposals.ts";
import { getRun, runIdOf } from "./runs.ts";
import { type ShownAnswer, namesAgain, showAnswer } from "./show-answer.ts";

interface ViewDeps {
  database: Database;
  texts: Texts;
}

/** What was handed on, as it is now. */
export interface HandedView {
  runId: string | null;
  /** In one sentence; null while it is being worked on. */
  note: string | null;
  proposals: { id: string; kind: string; status: string; summary: string }[];
}

export interface RequestView {
  id: string;
  via: PlainRequest["via"];
  text: string | null;
  intent: string | null;
  askedAt: string;
  answeredAt: string | null;
  kind: RequestAnswer["kind"] | null;
  words: string[];
  items: ShownAnswer["items"];
  links: ShownAnswer["links"];
  choices: ShownAnswer["choices"];
  runId: string;
  handed: HandedView | null;
}

/** Its view. Of a candidate who has become one for few eyes since, no more is shown than of one who was erased. */
export const viewRequest = async (request: PlainRequest, deps: ViewDeps): Promise<RequestView> => {
  const isHidden =
    request.caseId !== null &&
    (await getCase(deps.database, request.caseId))?.isConfidential === true;
  const { text, answer } = isHidden
    ? { text: null, answer: null }
    : await openRequest(deps.database, request, deps.texts);
  const shown = answer && (await showAnswer(answer, request, deps));
  const failure = shown ? null : await failureOf(request.eventId, deps);
  const isErased = request.answeredAt !== null && shown === null;
  return {
    id: request.id,
    via: request.via,
    text: text && (await namesAgain(text, deps)),
    intent: request.intent,
    askedAt: request.askedAt.toString(),
    answeredAt: request.answeredAt?.toString() ?? null,
    kind: request.kind ?? (failure === null ? null : "cannot"),
    words: isErased
      ? ["The texts of this request are not shown any more."]
      : (shown?.words ?? (failure === null ? [] : [failure])),
    items: shown?.items ?? [],
    links: shown?.links ?? [],
    choices: shown?.choices ?? [],
    runId: runIdOf(request.eventId),
    handed:
      request.handedEventId === null || isHidden
        ? null
        : await viewHanded(request.handedEventId, deps),
  };
};

/** Why it will have no answer; null: it may still have one. */
const failureOf = async (eventId: string, { database }: ViewDeps): Promise<string | null> => {
  const [event] = await database.query<{ status: string; error: { message: string } | null } & Row>(
    "select status, error from inbox where id = $1",
    [eventId],
  );
  return event?.status === "failed"
    ? `This could not be answered. ${event.error?.message ?? ""}`.trim()
    : null;
};

const viewHanded = async (eventId: string, deps: ViewDeps): Promise<HandedView> => {
  const run = await getRun(deps.database, runIdOf(eventId));
  const proposals = run ? await listRunProposals(deps.database, run.id) : [];
  const summaries = await Promise.all(
    proposals.map(async (each) => await summarizeProposal(each, deps)),
  );
  return {
    runId: run?.id ?? null,
    note:
      run === null || run.status === "running" ? null : (run.outcome ?? "Waits for a decision."),
    proposals: summaries.map(({ id, kind, status, summary }) => ({ id, kind, status, summary })),
  };
};
