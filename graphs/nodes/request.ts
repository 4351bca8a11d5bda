/** Answers what somebody asked in plain words, or hands it on to the opportunity that it is about. What was written decides nothing here but
 * one of a closed set of intents; who is meant, and when, code has found. */
import { getCase } from "../../src/cases/cases.ts";
import { readEventData } from "../../src/cases/event-data.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import {
  type PlainRequest,
  getRequest,
  keyOfRequests,
  openRequest,
  settleRequest,
  askerOf,
} from "../../src/cases/plain-requests.ts";
import { readDirectory } from "../../src/cases/request-directory.ts";
import { BY_HAND, leftInWords } from "../../src/cases/opt-outs.ts";
import { setRunCase } from "../../src/cases/runs.ts";
import { AppError } from "../../src/domain/errors.ts";
import { type ContactId, RunId } from "../../src/domain/ids.ts";
import { READS_ONLY, inWords, refusalInWords } from "../../src/requests/answer.ts";
import {
  type NamedDirectory,
  answerWithout,
  candidatesIn,
  keepingOf,
  understandingWithout,
} from "../../src/requests/naming.ts";
import { withPast } from "../../src/requests/past.ts";
import { LABELS } from "../../src/requests/read-request.ts";
import { PROPOSING, type Understanding } from "../../src/requests/understanding.ts";
import type { RunDeps } from "../deps.ts";
import { answerInSlack, findSlackAsker } from "../requests/in-slack.ts";
import { type Asking, type Outcome, told } from "../requests/outcome.ts";
import {
  askForBrief,
  askForTimes,
  askToCancel,
  askToRemind,
  askToReplace,
} from "../requests/propose.ts";
import { tellOwed } from "../requests/tell-owed.ts";
import { tellPause, tellStatus, tellToday } from "../requests/tell.ts";
import { understand } from "../requests/understand.ts";
import { tellWhyNot } from "../requests/why-not.ts";
import type { RunState, RunUpdate } from "../state.ts";
import { traceStep } from "../trace.ts";

/** The `request` node. Shape: an outcome that names nobody. Errors: retryable ones of Lever, calendars and Slack. */
export const createRequest =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const action = "request" as const;
    const { requestId } = await readEventData(deps.database, state.eventId);
    const request = await getRequest(deps.database, String(requestId));
    if (!request) return { action, outcome: "The request is gone." };
    if (request.answeredAt === null) await settle(request, state, deps);
    const answered = await getRequest(deps.database, request.id);
    if (answered) await answerInSlack(answered, deps);
    return { action, outcome: outcomeOf(answered) };
  };

const outcomeOf = (request: PlainRequest | null): string => {
  const intent = request?.intent;
  const what = Object.entries(LABELS).find(([name]) => name === intent)?.[1];
  switch (request?.kind) {
    case "answer":
      return `Answered${what ? `: ${what.toLowerCase()}` : ""}.`;
    case "asks":
      return "Asked back.";
    case "cannot":
      return "Said that it cannot be done here.";
    case "proposes":
      return `Handed on${what ? `: ${what.toLowerCase()}` : ""}.`;
    case null:
    case undefined:
      return "The request was not answered.";
  }
};

const settle = async (request: PlainRequest, state: RunState, deps: RunDeps): Promise<void> => {
  const asker = request.via === "slack" ? await findSlackAsker(request, deps) : request;
  const { text } = await openRequest(deps.database, request, deps.texts);
  const directory = await readDirectory(deps.database, deps);
  if (!asker) {
    const outcome = told(inWords("cannot", [NOT_KNOWN]));
    await keep({ outcome, understanding: null, request, text, directory }, state, deps);
    return;
  }
  const open: Asking = { request: { ...request, ...asker }, directory, state };
  const { understanding, ...known } = await understand(text ?? "", open, deps);
  const asking = { ...open, ...known };
  const outcome = await orSaid(understanding, asking, deps);
  const whom = withPast(asking.directory);
  await keep(
    { outcome, understanding, request: asking.request, text, directory: whom },
    state,
    deps,
  );
};

const NOT_KNOWN =
  "You are not known here. Ask an admin of Convene for access in the name of your e-mail address in Slack, as a recruiter.";

/** What somebody can act on is the answer; everything else is thrown on. */
const orSaid = async (
  understanding: Understanding,
  asking: Asking,
  deps: RunDeps,
): Promise<Outcome> => {
  try {
    return await outcomeFor(understanding, asking, deps);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.retryable || thrown.fault === "bug") throw thrown;
    return told(inWords("answer", [`That cannot be told or proposed now. ${thrown.message}`]));
  }
};

const outcomeFor = async (
  understanding: Understanding,
  asking: Asking,
  deps: RunDeps,
): Promise<Outcome> => {
  if (understanding.is === "cannot") return told(refusalInWords(understanding.refusal));
  if (understanding.is === "asks") {
    const { question, choices } = understanding;
    return told(inWords("asks", [question], { choices: withoutNames(choices, asking) }));
  }
  const { intent, slots, assumed } = understanding;
  if (PROPOSING.has(intent) && !asking.request.mayPropose)
    return told(inWords("cannot", [READS_ONLY]));
  const outcome = await unlessLeft(await intentOutcome(intent, { ...asking, slots }, deps), deps);
  const words = [...outcome.answer.words, ...assumed.map((each) => `Taken so: ${each}`)];
  return { ...outcome, answer: { ...outcome.answer, words } };
};

/** Nothing is handed on of a case that people arrange: its run would only keep it. */
const unlessLeft = async (outcome: Outcome, { database }: RunDeps): Promise<Outcome> => {
  const { handed, about } = outcome;
  const left = handed && about && (await leftInWords(database, about.id));
  if (!left) return outcome;
  const { links } = outcome.answer;
  return told(inWords("answer", [`${left} ${BY_HAND} Nothing is proposed.`], { links }), about);
};

/** Names of candidates stand in a question for many only as it is shown. */
const withoutNames = (
  choices: Extract<Understanding, { is: "asks" }>["choices"],
  { directory }: Asking,
) =>
  choices.map((choice) => {
    const known = withPast(directory).cases.find(({ caseId }) => caseId === choice.caseId);
    if (!known) return choice;
    return {
      ...choice,
      label: choice.label.replace(known.name, "{{candidate}}"),
      text: choice.text.replace(known.name, "{{candidate}}"),
    };
  });

const intentOutcome = async (
  intent: Extract<Understanding, { is: "intent" }>["intent"],
  asking: Parameters<typeof tellOwed>[0],
  deps: RunDeps,
): Promise<Outcome> => {
  const { caseId } = asking.slots;
  const case_ = caseId === undefined ? null : await getCase(deps.database, caseId);
  switch (intent) {
    case "today":
      return await tellToday(asking, deps);
    case "pause":
      return await tellPause(deps);
    case "owes_feedback":
      return await tellOwed(asking, deps);
    case "brief_again":
      return await askForBrief(asking, deps);
    case "remind_feedback":
      return await askToRemind(asking, deps);
    case "replace":
      return await askToReplace(asking, deps);
    case "status":
    case "why_not":
    case "reschedule":
    case "schedule":
    case "cancel":
      break;
  }
  if (!case_) return told(inWords("asks", ["Which candidate?"]));
  if (intent === "status") return await tellStatus(case_, asking, deps);
  if (intent === "why_not") return await tellWhyNot(case_, asking, deps);
  if (intent === "cancel") return await askToCancel(case_, deps);
  return await askForTimes({ intent, case_ }, asking, deps);
};

interface Kept {
  outcome: Outcome;
  /** Null: nobody looked at it. */
  understanding: Understanding | null;
  request: PlainRequest;
  text: string | null;
  directory: NamedDirectory;
}

/** The answer, and what is handed on, in one transaction: either both are, or the run is tried again. */
const keep = async (given: Kept, state: RunState, deps: RunDeps): Promise<void> => {
  const { outcome, understanding, request, directory } = given;
  const { about, handed } = outcome;
  const candidate = await keyFor(given, deps);
  const isMeant = about !== null;
  const keeping = keepingOf(given.text ?? "", directory, { candidate, isMeant });
  const text = given.text === null ? null : keeping.echo(given.text);
  const intent = understanding?.is === "intent" ? understanding.intent : null;
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const asker = askerOf(request);
    const { correlationId } = state;
    const handedEventId = handed
      ? await deps.handOn(tx, handed, { id: request.id, ...asker, correlationId })
      : null;
    const isLost = handed !== null && handedEventId === null;
    await settleRequest(
      tx,
      {
        request,
        settled: {
          answer: isLost ? inWords("answer", [MEANWHILE]) : answerWithout(outcome.answer, keeping),
          intent,
          caseId: about?.id ?? null,
          kept: { candidate, text },
          handedEventId,
        },
      },
      deps,
    );
    if (about) await setRunCase(tx, RunId.parse(state.runId), about.id);
  });
  await traceStep(
    { runId: state.runId, candidate },
    {
      kind: "tool",
      name: "understand_request",
      specialist: "requests",
      status: "ok",
      startedAt: deps.clock.now(),
      durationMs: 0,
      input: { text },
      output: understanding && understandingWithout(understanding, keeping),
    },
    deps,
  );
};

/** Whose key seals it: of the one candidate whom it is about or names, so that it goes with them; else the asker's. */
const keyFor = async (
  { outcome: { about, answer }, request, text, directory }: Kept,
  { database }: RunDeps,
): Promise<ContactId> => {
  if (about) return about.candidate;
  const named = candidatesIn(text ?? "", directory);
  const isOpen = answer.kind === "cannot" || answer.kind === "asks";
  const inSight = isOpen && request.inSight !== null && (await getCase(database, request.inSight));
  if (inSight) named.add(inSight.candidate);
  const [only, ...others] = named;
  return only && others.length === 0 ? only : keyOfRequests(request.askedKeys);
};

const MEANWHILE = "Something has come of it meanwhile, so nothing was asked for. Look at the case.";
