/** A person or an assistant has the questions of a case left in Lever: an event like any other, whose run meets the same gate. */
import type { Asker } from "../domain/decision-channel.ts";
import type { Database } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { conflict, lockCase, refuseWhileWaiting } from "./asked-case.ts";
import { listOpenCases } from "./cases.ts";
import type { CaseRecord } from "./records.ts";
import { refuseLeft } from "./opt-outs.ts";

/** Kind of the event that somebody asks for the questions of a case. */
export const QUESTIONS_REQUESTED = "questions_requested";

type Deps = AcceptDeps & { database: Database };

/** Has them proposed. Errors: `not_found`; `conflict` when the case is closed or the same is being made already. */
export const askForQuestions = async (
  { caseId, ...asker }: { caseId: string } & Asker,
  deps: Deps,
): Promise<{ eventId: string }> =>
  await deps.database.transaction(async (tx) => {
    const case_ = await lockCase(tx, caseId);
    await refuseLeft(tx, case_.id);
    if (case_.closedAt !== null) throw conflict("This case is closed: nobody is interviewed here.");
    const says = "The note is being made already: see what comes of it.";
    await refuseWhileWaiting(tx, case_, { kind: QUESTIONS_REQUESTED, says });
    const { eventId } = await acceptEvent(
      tx,
      {
        source: "person",
        kind: QUESTIONS_REQUESTED,
        deliveryKey: `questions:${deps.ids.next("rq")}`,
        opportunityId: case_.opportunityId,
        data: { caseId, ...asker },
      },
      deps,
    );
    return { eventId };
  });

/** The case of the stage that the opportunity came to last. Errors: `conflict` when none is open. */
export const findCaseToAsk = async (
  opportunityId: OpportunityId,
  { database }: Pick<Deps, "database">,
): Promise<CaseRecord> => {
  const latest = (await listOpenCases(database, opportunityId)).at(-1);
  if (latest) return latest;
  throw conflict(
    "No case is open for this opportunity: it is at no stage that Convene coordinates.",
  );
};
