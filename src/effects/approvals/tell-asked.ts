/** Tells whoever is asked that a proposal waits for them, and keeps what they were told true: decided elsewhere, passed on, ended. The
 * question is no effect of the proposal, and nothing of it reaches a candidate. */
import type { Logger } from "pino";
import { isForPage } from "../../domain/for-page.ts";
import { readContent } from "../../cases/approval-content.ts";
import type { AskedReader } from "../../cases/approvals.ts";
import {
  type AskingNow,
  answeringAs,
  askOf,
  presentAt,
  readAskingNow,
} from "../../cases/asked-of.ts";
import {
  OVER,
  type Standing,
  isNewlyForAdmins,
  readersOf,
  standingOf,
} from "../../cases/asked-readers.ts";
import { readAbsences } from "../../cases/asked-away.ts";
import { getCase } from "../../cases/cases.ts";
import { isKeptToFew } from "../../cases/kept-to-few.ts";
import { isUnreadable } from "../../cases/open-proposal.ts";
import { getProposal } from "../../cases/proposals.ts";
import type { Reach } from "../../cases/reach.ts";
import { type ReachableDecider, listReachable } from "../../cases/reachable-deciders.ts";
import type { CaseRecord, ProposalRecord } from "../../cases/records.ts";
import { getRun } from "../../cases/runs.ts";
import type { Database } from "../../db/port.ts";
import type { AlertChannel } from "../../domain/alert.ts";
import { AppError } from "../../domain/errors.ts";
import { isSameName } from "../../domain/same-name.ts";
import type { Clock } from "../../domain/time.ts";
import { appendLedger } from "../../ledger/append.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader } from "../../lever/port.ts";
import { reaches } from "../../policy/deciders.ts";
import { isPaused } from "../../policy/store.ts";
import type { Texts } from "../../privacy/texts.ts";
import { type ChannelDeps, type Question, bodyOf, sendLater, sendQuestion } from "./channels.ts";
import {
  type ApprovalMessageRow,
  TEAMS,
  addMessage,
  claim,
  getMessage,
  listDue,
  readersTold,
  settleMessage,
} from "./rows.ts";
import { type AbsenceDeps, lookForAbsence } from "./look-for-absence.ts";
import { settleFailure } from "./settle-failure.ts";

export interface TellAskedDeps extends ChannelDeps, AbsenceDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  lever: Pick<LeverReader, "listUsers">;
  reach: Reach;
  zone: string;
  log: Logger;
  chooseChannel(email: string): Promise<AlertChannel>;
}

const MOST_WAITING = 500;
const MOST_MESSAGES = 500;
/** So many are told of one proposal; others find it in the inbox. */
const MOST_READERS = 20;

type Asking = AskingNow & { reachable: readonly ReachableDecider[] };

/** One round, of one proposal or of all; safe in any number of processes. Nothing leaves while all is paused. */
export const tellAsked = async (proposalId: string | null, deps: TellAskedDeps): Promise<void> => {
  const { database } = deps;
  if (await isPaused(database)) return;
  const asking = await readAsking([], deps);
  if (asking.reachable.length > 0) {
    for (const id of await listWaiting(proposalId, deps)) await askAnew(id, asking, deps);
  }
  const due = await listDue(database, { proposalId, limit: MOST_MESSAGES });
  // Only now: whoever is asked anew was looked for meanwhile.
  const absences = await readAbsences(
    database,
    due.map((row) => row.proposalId),
  );
  for (const row of due) await bringUpToDate(row, { ...asking, absences }, deps);
};

/** A question as whoever has its link sees it now. Null: there is none, or they may decide no more. */
export const readQuestion = async (
  id: string,
  deps: TellAskedDeps,
): Promise<(Question & { decider: ReachableDecider }) | null> => {
  const row = await getMessage(deps.database, id);
  const found = row && (await find(row.proposalId, deps));
  if (!found) return null;
  const asking = await readAsking([row.proposalId], deps);
  const decider = asking.reachable.find(({ name }) => name === row.reader);
  if (!decider || !isSameName(decider.email, row.email ?? "")) return null;
  if (!(await deps.reach(decider.scope, "proposal", row.proposalId))) return null;
  const reader = readerOf(row, found, asking);
  const standing = await standingOf(deps.database, { ...found, reader, ...deps }, asking);
  return { ...found, row, decider, standing, content: await contentOf(found, standing, deps) };
};

const readAsking = async (
  proposalIds: readonly string[],
  { database, clock, lever }: TellAskedDeps,
): Promise<Asking> => {
  const now = clock.now();
  const listUsers = async () => await unlessForbidden(async () => await lever.listUsers());
  return {
    ...(await readAskingNow(database, proposalIds, { now, people: lever })),
    reachable: await listReachable(database, { listUsers, now }),
  };
};

const listWaiting = async (
  proposalId: string | null,
  { database, clock }: TellAskedDeps,
): Promise<string[]> => {
  const rows = await database.query<{ id: string }>(
    `select p.id from proposals p join cases c on c.id = p.case_id
     where p.status = 'waiting' and p.expires_at > $1 and p.performs_at is null and c.closed_at is null
       and not c.is_confidential and ($2::text is null or p.id = $2)
     order by p.created_at, p.id limit $3`,
    [clock.now().toString(), proposalId, MOST_WAITING],
  );
  return rows.map(({ id }) => id);
};

interface Found {
  proposal: ProposalRecord;
  case_: CaseRecord;
}

const find = async (id: string, { database }: TellAskedDeps): Promise<Found | null> => {
  const proposal = await getProposal(database, id);
  const case_ = proposal && (await getCase(database, proposal.caseId));
  return proposal && case_ ? { proposal, case_ } : null;
};

const askAnew = async (id: string, asking: Asking, deps: TellAskedDeps): Promise<void> => {
  const found = await find(id, deps);
  const ask = found && askOf(found.proposal, found.case_, asking);
  if (!ask) return;
  const { proposal, case_ } = found;
  const present = presentAt(asking, case_);
  const among = asking.reachable.filter((one) => reaches(one, case_));
  const absences = await lookForAbsence({ ...present, reachable: among, proposal, ask }, deps);
  const told = await readersTold(deps.database, id);
  const readers = readersOf(ask, { proposal, among }, { ...present, absences });
  for (const { name } of readers.slice(0, MOST_READERS)) {
    const reader = asking.reachable.find((one) => one.name === name);
    if (!reader || told.has(name) || !(await deps.reach(reader.scope, "proposal", id))) continue;
    const channel = await channelOf(reader.email, deps);
    if (channel === null || (channel === "teams" && told.has(TEAMS))) continue;
    const row =
      channel === "teams"
        ? { reader: TEAMS, email: null, channel }
        : { reader: name, email: reader.email, channel };
    await addMessage(deps.database, { proposalId: id, ...row }, asking.now);
    told.add(row.reader);
  }
};

/** Null while Slack does not say who is there: then the next round asks it again. */
const channelOf = async (
  email: string,
  { chooseChannel, log }: TellAskedDeps,
): Promise<AlertChannel | null> => {
  try {
    return await chooseChannel(email);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !thrown.retryable) throw thrown;
    log.warn({ err: thrown }, "who is asked for a decision is told later");
    return null;
  }
};

const bringUpToDate = async (
  row: ApprovalMessageRow,
  asking: Asking,
  deps: TellAskedDeps,
): Promise<void> => {
  const found = await find(row.proposalId, deps);
  if (!found) return;
  const reader = readerOf(row, found, asking);
  const standing = await standingOf(deps.database, { ...found, reader, ...deps }, asking);
  if (row.status === "told" && standing.key === row.shown) return;
  if (row.status === "sending" && !standing.isOpen) {
    // It never left, and there is nothing to be told by now.
    await settleMessage(deps.database, row.id, { status: "failed", shown: OVER });
    return;
  }
  if (!(await claim(deps.database, row))) return;
  try {
    const content = await contentOf(found, standing, deps);
    const question = { ...found, row, standing, content };
    await (row.status === "sending" ? send(question, deps) : update(question, deps));
  } catch (thrown) {
    const instead = await settleFailure({ row, ...found }, thrown, deps);
    if (instead) await bringUpToDate(instead, asking, deps);
  }
};

const readerOf = (
  { reader }: ApprovalMessageRow,
  { proposal, case_ }: Found,
  asking: Asking,
): AskedReader | null => {
  const ask = askOf(proposal, case_, asking);
  if (!ask) return null;
  const present = presentAt(asking, case_);
  if (reader === TEAMS) {
    const readers = readersOf(ask, { proposal, among: present.deciders }, present);
    return readers.length > 0 ? { name: TEAMS, onBehalfOf: null, keys: [], forKeys: [] } : null;
  }
  const decider = asking.reachable.find(({ name }) => name === reader);
  return decider ? answeringAs(ask, { decider, proposal }, present) : null;
};

/** Null where nothing of it may be told, or there is nothing to decide. */
const contentOf = async ({ proposal, case_ }: Found, standing: Standing, deps: TellAskedDeps) => {
  if (!standing.isOpen || isForPage(proposal)) return null;
  if (await isKeptToFew(deps.database, { proposal, case_ }, deps.texts)) return null;
  try {
    return await readContent(proposal, deps);
  } catch (thrown) {
    if (isUnreadable(thrown)) return null;
    throw thrown;
  }
};

const send = async (question: Question, deps: TellAskedDeps): Promise<void> => {
  const { row, proposal, case_, standing } = question;
  const shown = standing.key;
  const handOver = async () =>
    await settleMessage(deps.database, row.id, { status: "handed", shown });
  const place = await sendQuestion(question, handOver, deps);
  await deps.database.transaction(async (tx) => {
    const run = await getRun(tx, proposal.runId);
    await settleMessage(tx, row.id, { status: "told", shown, place });
    await appendLedger(tx, {
      type: "approval.asked",
      actor: "convene",
      caseId: case_.id,
      correlationId: run?.correlationId ?? proposal.runId,
      data: {
        proposalId: proposal.id,
        digest: proposal.digest,
        of: row.reader,
        via: row.channel,
        ...(row.insteadOf && { insteadOf: row.insteadOf }),
      },
      at: deps.clock.now(),
    });
  });
};

/** In Slack the message says it; what was sent otherwise stays, and only that nobody decided, or that something else than what was first
 * proposed was approved, is worth another word, and in a channel that admins may decide by now. */
const update = async (question: Question, deps: TellAskedDeps): Promise<void> => {
  const { row, standing } = question;
  const shown = standing.key;
  const { slack } = deps.chat;
  if (row.channel === "slack" && row.place && slack) {
    await slack.asker.update(row.place, bodyOf(question, deps));
  } else if (row.channel !== "slack" && isWorthAWord(question)) {
    const handOver = async () =>
      await settleMessage(deps.database, row.id, { status: "told", shown });
    await sendLater(question, handOver, deps);
  }
  await settleMessage(deps.database, row.id, { status: "told", shown });
};

/** Whoever approved knows it; admins who are asked by now have a message of their own, unless all are told in a channel. */
const isWorthAWord = ({ row, proposal, standing }: Question): boolean =>
  proposal.status === "expired" ||
  (standing.approvedEdited !== null && standing.approvedEdited !== row.reader) ||
  (row.channel === "teams" && isNewlyForAdmins(row.shown, standing));
