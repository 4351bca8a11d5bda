/** A person or an assistant asks for an interview, for the briefs of one, or for its questions: an event like any other, whose run meets the same gate. */
import type { Database } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { AppError } from "../domain/errors.ts";
import type { Texts } from "../privacy/texts.ts";
import { askForBriefs, findCaseToBrief } from "./ask-for-brief.ts";
import { askForQuestions, findCaseToAsk } from "./ask-for-questions.ts";
import { summarizeProposal } from "./case-reader.ts";
import { listRunProposals } from "./proposals.ts";
import { runIdOf } from "./runs.ts";

/** Kind of the event that somebody asks for an interview of the present stage. */
export const INTERVIEW_REQUESTED = "interview_requested";

/** Tools that propose are an assistant's. */
const BY_TOOL = "assistant";

interface RequestDeps extends AcceptDeps {
  database: Database;
  texts: Texts;
  /** Milliseconds to wait for the run before the answer says that it goes on by itself. */
  patienceMs: number;
}

interface InterviewRequest {
  opportunityId: OpportunityId;
  startsAt?: string;
  by: string;
  signal: AbortSignal;
}

/** A function that asks, and waits a little for what comes of it. */
export const createRequestInterview = (deps: RequestDeps) => async (request: InterviewRequest) => {
  const { eventId } = await deps.database.transaction(
    async (tx) =>
      await acceptEvent(
        tx,
        {
          source: "person",
          kind: INTERVIEW_REQUESTED,
          deliveryKey: `request:${deps.ids.next("rq")}`,
          opportunityId: request.opportunityId,
          data: {
            opportunityId: request.opportunityId,
            by: request.by,
            via: BY_TOOL,
            ...(request.startsAt && { startsAt: request.startsAt }),
          },
        },
        deps,
      ),
  );
  return await answerOf(eventId, request.signal, deps);
};

interface AsideRequest {
  opportunityId: OpportunityId;
  by: string;
  signal: AbortSignal;
}

/** The same for the briefs of the interviews that are booked. Errors: `conflict` when none is to come. */
export const createRequestBriefs = (deps: RequestDeps) => async (request: AsideRequest) => {
  const case_ = await findCaseToBrief(request.opportunityId, deps);
  if (!case_) {
    throw new AppError({
      code: "conflict",
      fault: "caller",
      message: "No interview to come is booked for this opportunity, so there is nothing to brief.",
    });
  }
  const { eventId } = await askForBriefs({ caseId: case_.id, by: request.by, via: BY_TOOL }, deps);
  return await answerOf(eventId, request.signal, deps);
};

/** The same for the questions of the stage that the opportunity is at. Errors: `conflict` when no case of it is open. */
export const createRequestQuestions = (deps: RequestDeps) => async (request: AsideRequest) => {
  const case_ = await findCaseToAsk(request.opportunityId, deps);
  const { eventId } = await askForQuestions(
    { caseId: case_.id, by: request.by, via: BY_TOOL },
    deps,
  );
  return await answerOf(eventId, request.signal, deps);
};

const answerOf = async (eventId: string, signal: AbortSignal, deps: RequestDeps) => {
  const settled = await waitForEvent(eventId, signal, deps);
  const proposals = await listRunProposals(deps.database, runIdOf(eventId));
  return {
    eventId,
    proposals: await Promise.all(proposals.map(async (p) => await summarizeProposal(p, deps))),
    note: settled ?? "It is being worked on; list_proposals will show what comes of it.",
  };
};

/** What became of the event, or null when patience ran out. */
export const waitForEvent = async (
  eventId: string,
  signal: AbortSignal,
  deps: Pick<RequestDeps, "database" | "patienceMs">,
): Promise<string | null> => {
  const until = AbortSignal.any([signal, AbortSignal.timeout(deps.patienceMs)]);
  let wake = (): void => {};
  const stop = await deps.database.listen("convene", () => wake());
  try {
    for (;;) {
      const [row] = await deps.database.query<{
        status: string;
        note: string | null;
        error: { message: string } | null;
      }>("select status, note, error from inbox where id = $1", [eventId]);
      if (row && row.status !== "waiting") return row.error?.message ?? row.note ?? "Done.";
      if (until.aborted) return null;
      await new Promise<void>((resolve) => {
        wake = resolve;
        until.addEventListener("abort", () => resolve(), { once: true });
      });
    }
  } finally {
    await stop();
  }
};
