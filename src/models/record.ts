/** What the ledger keeps of a model that was asked: which, told what, for how much, and whether its answer was used. Never a word of it. */
import { fencedTransaction, type Lease } from "../cases/lease.ts";
import type { Database, Tx } from "../db/port.ts";
import type { Clock } from "../domain/time.ts";
import { appendLedger } from "../ledger/append.ts";
import type { ChatModels, ModelUser } from "./port.ts";
import type { RefineAnswer } from "./refine.ts";

/** Facts of one question to a model. Shape: JSON. */
export interface ModelAsked {
  specialist: ModelUser;
  model: string;
  /** Of its server, without path. */
  host: string;
  prompt: string;
  /** SHA-256 of the prompt and the schema. */
  promptDigest: string;
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  /** US dollars; null: not priced. */
  cost: number | null;
  /** Why there was no answer; null: there was one. */
  fault: string | null;
}

/** The facts of an answer; null: the offline model gave it, and nothing was sent anywhere. */
export const askedOf = (
  user: ModelUser,
  answer: RefineAnswer<unknown>,
  models: Pick<ChatModels, "placeOf" | "costOf">,
): ModelAsked | null => {
  const place = models.placeOf(user);
  const { input, cached, output } = answer.tokens;
  return (
    place && {
      specialist: user,
      ...place,
      prompt: answer.promptVersion,
      promptDigest: answer.promptDigest,
      inputTokens: input,
      cachedTokens: cached,
      outputTokens: output,
      cost: models.costOf(user, answer.tokens),
      fault: answer.fault,
    }
  );
};

/** Writes it down, once for a run and its specialist: one that is taken up again after that asks nobody anew. `isDegraded`: the draft
 * stands in the place of its answer. */
export const recordAsked = async (
  asked: ModelAsked,
  about: { runId: string; caseId: string | null; correlationId: string; isDegraded: boolean },
  { database, lease, clock }: { database: Database; lease: Lease; clock: Clock },
): Promise<void> => {
  const { runId, caseId, correlationId, isDegraded } = about;
  await fencedTransaction(database, lease, async (tx) => {
    if (caseId !== null && (await isRecorded(tx, { caseId, runId, asked }))) return;
    await appendLedger(tx, {
      type: "model.asked",
      actor: "convene",
      caseId,
      correlationId,
      data: { runId, ...asked, isDegraded },
      at: clock.now(),
    });
  });
};

/** Of no case nothing is kept of an answer: whoever asks again has asked twice. */
const isRecorded = async (
  tx: Tx,
  { caseId, runId, asked }: { caseId: string; runId: string; asked: ModelAsked },
): Promise<boolean> => {
  const told = await tx.query(
    `select from ledger where case_id = $1 and type = 'model.asked' and data ->> 'runId' = $2
       and data ->> 'specialist' = $3 limit 1`,
    [caseId, runId, asked.specialist],
  );
  return told.length > 0;
};
