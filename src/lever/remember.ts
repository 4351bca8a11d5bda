/** Lever answers ten requests a second for everybody: what changes rarely is asked rarely, what one event is about once. */
import type { Clock } from "../domain/time.ts";
import type { LeverReader } from "./port.ts";

/** Stages, postings, people and forms have no webhook of their own: what changed there is seen after this long. */
const ACCOUNT_MEMORY_MS = 5 * 60_000;
/** More answers of a kind than this are not one account's working set: the oldest go. */
const MOST_ANSWERS = 2_000;

/** A reader that remembers for five minutes what belongs to the account, and nothing about candidates. */
export const rememberAccount = (reader: LeverReader, clock: Clock): LeverReader => {
  const now = (): number => clock.now().epochMilliseconds;
  const stages = remember(async () => await reader.listStages(), now);
  const templates = remember(async () => await reader.listFeedbackTemplates(), now);
  const postings = remember(async () => await reader.listPostings(), now);
  const users = remember(async () => await reader.listUsers(), now);
  return {
    ...reader,
    getStage: remember(reader.getStage, now),
    listStages: async () => await stages("all"),
    getPosting: remember(reader.getPosting, now),
    listPostings: async () => await postings("all"),
    getFeedbackTemplate: remember(reader.getFeedbackTemplate, now),
    findRequisitions: remember(reader.findRequisitions, now),
    getUser: remember(reader.getUser, now),
    listUsers: async () => await users("all"),
    findUserByEmail: remember(reader.findUserByEmail, now),
    listFeedbackTemplates: async () => await templates("all"),
  };
};

/** A reader for one question about a round, which reads its panels and forms afresh, and once. */
export const rememberRound = <Reader extends Pick<LeverReader, "listPanels" | "listFeedback">>(
  reader: Reader,
): Reader => ({
  ...reader,
  listPanels: remember(reader.listPanels, () => 0),
  listFeedback: remember(reader.listFeedback, () => 0),
});

/** A look at who sits on a panel comes with each page. */
const PANELS_MEMORY_MS = 60_000;

/** A reader that remembers panels for a minute: for what is asked of many candidates again and again, and never for what is about to be done. */
export const rememberPanels = <Reader extends Pick<LeverReader, "listPanels">>(
  reader: Reader,
  clock: Clock,
): Reader => ({
  ...reader,
  listPanels: remember(reader.listPanels, () => clock.now().epochMilliseconds, PANELS_MEMORY_MS),
});

/** The same as for a round for the handling of one event, of the opportunity too. Effects read past it. */
export const rememberDuring = (reader: LeverReader): LeverReader => ({
  ...rememberRound(reader),
  getOpportunity: remember(reader.getOpportunity, () => 0),
});

/** Those who ask for the same meanwhile share one answer. Neither errors nor "there is none" are remembered. */
const remember = <Key extends string, Answer>(
  read: (key: Key) => Promise<Answer>,
  nowMs: () => number,
  memoryMs = ACCOUNT_MEMORY_MS,
): ((key: Key) => Promise<Answer>) => {
  const kept = new Map<Key, { answer: Promise<Answer>; untilMs: number }>();
  return async (key) => {
    const found = kept.get(key);
    if (found && found.untilMs > nowMs()) return await found.answer;
    const fresh = { answer: read(key), untilMs: nowMs() + memoryMs };
    kept.delete(key);
    kept.set(key, fresh);
    const [oldest] = kept.keys();
    if (kept.size > MOST_ANSWERS && oldest !== undefined) kept.delete(oldest);
    let isWorthKeeping = false;
    try {
      const answer = await fresh.answer;
      isWorthKeeping = answer !== null;
      return answer;
    } finally {
      if (!isWorthKeeping && kept.get(key) === fresh) kept.delete(key);
    }
  };
};
