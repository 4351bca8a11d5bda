/** Times that a candidate asked away from: nothing is proposed to them there again, unless they name them again. */
import type { Database, Queryable } from "../db/port.ts";
import type { OpportunityId, StageId } from "../domain/ids.ts";
import type { Texts } from "../privacy/texts.ts";
import { type AnswerRecord, listAnswers, openAnswer } from "./answers.ts";
import { findOpenCase } from "./cases.ts";
import { isUnreadable, openBooking } from "./open-proposal.ts";
import { getProposal } from "./proposals.ts";

type Reads = Database | Queryable;

/** One session of a booking that they wanted at another time. Shape: ISO instants. */
export interface AvoidedTime {
  start: string;
  end: string;
  /** How far from it, on either side, another time has to be. */
  marginMinutes: number;
}

/** A time a quarter of an hour later is not another one. */
const MARGIN_MINUTES = 120;

/** Those of the open case of an opportunity at a stage. Shape: empty when there is no such case. */
export const listAvoidedTimesOf = async (
  reads: Reads,
  { opportunityId, stageId }: { opportunityId: OpportunityId; stageId: StageId },
  texts: Texts,
): Promise<AvoidedTime[]> => {
  const case_ = await findOpenCase(reads, opportunityId, stageId);
  return case_ ? await listAvoidedTimes(reads, case_.id, texts) : [];
};

/** All of a case, whatever became of the wish. What they said of their own times with it or since is more exact than our
 * margin: then the very time alone is left out; and not even that when it is among those times, or they chose it since. */
export const listAvoidedTimes = async (
  reads: Reads,
  caseId: string,
  texts: Texts,
): Promise<AvoidedTime[]> => {
  const answers = await listAnswers(reads, caseId);
  const wishes = answers.filter(({ kind }) => kind === "wants_move");
  if (wishes.length === 0) return [];
  const told = answers.findLast(({ kind }) => kind === "availability");
  const named = [
    ...(told ? await windowsOf(reads, told, texts) : []),
    ...(await picksOf(reads, answers, texts)),
  ];
  const avoided = new Map<string, AvoidedTime>();
  for (const { proposalId, saidAt } of wishes) {
    if (proposalId === null || saidAt === null) continue;
    const isSince = ({ saidAt: at }: Pick<AnswerRecord, "saidAt">): boolean =>
      at !== null && Temporal.Instant.compare(at, saidAt) >= 0;
    const marginMinutes = told && isSince(told) ? 0 : MARGIN_MINUTES;
    for (const { startsAt: start, endsAt: end } of await sessionsOf(reads, proposalId, texts)) {
      const isNamed = named.some((one) => isSince(one) && one.names({ start, end }));
      if (isNamed) avoided.delete(`${start} ${end}`);
      else avoided.set(`${start} ${end}`, { start, end, marginMinutes });
    }
  }
  return [...avoided.values()];
};

/** What names times: as theirs, or as the one that they chose. */
interface Named extends Pick<AnswerRecord, "saidAt"> {
  names(time: Pick<AvoidedTime, "start" | "end">): boolean;
}

const isUpTo = (one: string, other: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) <= 0;

/** Shape: empty when it was erased. */
const windowsOf = async (
  reads: Reads,
  { textId, saidAt }: AnswerRecord,
  texts: Texts,
): Promise<Named[]> => {
  const said = await openAnswer(reads, { textId, kind: "availability" }, texts);
  return (said?.windows ?? []).map((window) => ({
    saidAt,
    names: ({ start, end }) => isUpTo(window.start, start) && isUpTo(end, window.end),
  }));
};

const picksOf = async (
  reads: Reads,
  answers: readonly AnswerRecord[],
  texts: Texts,
): Promise<Named[]> => {
  const named: Named[] = [];
  for (const { kind, textId, saidAt } of answers) {
    const picked = kind === "picked" && (await openAnswer(reads, { textId, kind }, texts));
    if (picked) {
      const { startsAt } = picked;
      named.push({
        saidAt,
        names: ({ start, end }) => isUpTo(start, startsAt) && !isUpTo(end, startsAt),
      });
    }
  }
  return named;
};

/** Shape: empty when it cannot be read any more. */
const sessionsOf = async (reads: Reads, proposalId: string, texts: Texts) => {
  const proposal = await getProposal(reads, proposalId);
  if (!proposal) return [];
  try {
    return (await openBooking(reads, proposal, texts)).payload.sessions;
  } catch (thrown) {
    if (isUnreadable(thrown)) return [];
    throw thrown;
  }
};
