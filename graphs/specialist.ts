/** The five steps of every specialist, written once: gather → draft → refine → verify → propose. A specialist's own
 * knowledge is in its definition (`agents/<name>/agent.ts`). What the steps hand on is sealed in working papers; the
 * graph's state holds ids only. */
import { Command, END, START, StateGraph } from "@langchain/langgraph";
import type { Specialist, SpecialistProposal, SpecialistRun } from "../agents/specialist.ts";
import { fencedTransaction } from "../src/cases/lease.ts";
import { type NewProposal, storeProposals, supersedeWaiting } from "../src/cases/proposals.ts";
import type { CaseRecord } from "../src/cases/records.ts";
import { findUnfinishedBooking } from "../src/cases/unfinished-booking.ts";
import type { Tx } from "../src/db/port.ts";
import { AppError } from "../src/domain/errors.ts";
import { expiryOf } from "../src/domain/expiry.ts";
import { CaseId, OpportunityId, RunId } from "../src/domain/ids.ts";
import { spanOf } from "../src/domain/itinerary.ts";
import type { FeatureClass } from "../src/domain/proposal.ts";
import { lostSlotOf } from "../src/effects/effects.ts";
import { type RefineAnswer, refine } from "../src/models/refine.ts";
import { readPolicy } from "../src/policy/store.ts";
import type { ToolContext } from "../tools/context.ts";
import { readBooked } from "./booked.ts";
import type { RunDeps } from "./deps.ts";
import { type FinalDraft, type PaperShapes, type Papers, caseOf, createPapers } from "./papers.ts";
import {
  RunChannels,
  type RunProblem,
  type RunState,
  type RunUpdate,
  SpecialistOutput,
} from "./state.ts";
import { traceStep, traced } from "./trace.ts";

type Step = (state: RunState) => Promise<RunUpdate>;

interface Parts<Gathered, Draft, Wording> {
  specialist: Specialist<Gathered, Draft, Wording>;
  papers: Papers<PaperShapes<Gathered, Draft, Wording>>;
  deps: RunDeps;
}

/** The compiled five-step graph of one specialist, to stand as a node in the supervisor. */
export const createSpecialistGraph = <Gathered, Draft, Wording>(
  specialist: Specialist<Gathered, Draft, Wording>,
  deps: RunDeps,
) => {
  const parts: Parts<Gathered, Draft, Wording> = {
    specialist,
    papers: createPapers(specialist.name, deps),
    deps,
  };
  const step = (name: string, run: Step) =>
    traced({ name, specialist: specialist.name }, run, deps);
  return new StateGraph({ stateSchema: RunChannels, output: SpecialistOutput })
    .addNode("gather", orProblem(step("gather", createGather(parts))))
    .addNode("draft", orProblem(step("draft", createDraft(parts))))
    .addNode("refine", step("refine", createRefine(parts)))
    .addNode("verify", step("verify", createVerify(parts)))
    .addNode("propose", orProblem(orLookAgain(step("propose", createPropose(parts)))), {
      ends: ["again", END],
    })
    .addNode("again", orProblem(step("again", createAgain(parts))))
    .addEdge(START, "gather")
    .addConditionalEdges("gather", goOnUnlessProblem("draft"), ["draft", END])
    .addConditionalEdges("draft", goOnUnlessProblem("refine"), ["refine", END])
    .addEdge("refine", "verify")
    .addEdge("verify", "propose")
    .addConditionalEdges("again", goOnUnlessProblem("propose"), ["propose", END])
    .compile();
};

const createGather =
  <Gathered, Draft, Wording>({ specialist, papers, deps }: Parts<Gathered, Draft, Wording>) =>
  async (state: RunState): Promise<RunUpdate> => {
    const run = await specialistRun(state, deps);
    const gathered = await specialist.gather(run, toolContext(state, specialist.name, deps));
    await papers.keep(state, "gathered", gathered);
    return {};
  };

const createDraft =
  <Gathered, Draft, Wording>({ specialist, papers, deps }: Parts<Gathered, Draft, Wording>) =>
  async (state: RunState): Promise<RunUpdate> => {
    const run = await specialistRun(state, deps);
    await papers.keep(state, "draft", specialist.draft(await papers.read(state, "gathered"), run));
    return {};
  };

const createRefine =
  <Gathered, Draft, Wording>({ specialist, papers, deps }: Parts<Gathered, Draft, Wording>) =>
  async (state: RunState): Promise<RunUpdate> => {
    const { schema, name, prompt, of } = specialist.wording;
    const draft = of(await papers.read(state, "draft"));
    const answer = await refine<Wording>(
      { schema, name, prompt, draft },
      { model: deps.model, budgetMs: deps.modelBudgetMs, signal: deps.signal },
    );
    await traceModel(state, { specialist: specialist.name, draft, answer }, deps);
    await papers.keep(state, "refined", { wording: answer.wording });
    return {};
  };

const createVerify =
  <Gathered, Draft, Wording>({ specialist, papers, deps }: Parts<Gathered, Draft, Wording>) =>
  async (state: RunState): Promise<RunUpdate> => {
    const draft = await papers.read(state, "draft");
    const { wording } = await papers.read(state, "refined");
    const faults = wording === null ? ["no answer"] : specialist.verify(wording, draft);
    if (wording === null || faults.length > 0) {
      deps.log.info({ runId: state.runId, faults }, "the draft stands");
      await papers.keep(state, "final", { draft, refined: "fallback" });
      return {};
    }
    const isSame = JSON.stringify(wording) === JSON.stringify(specialist.wording.of(draft));
    await papers.keep(state, "final", {
      draft: specialist.wording.put(draft, wording),
      refined: isSame ? "draft" : "model",
    });
    return {};
  };

const createPropose =
  <Gathered, Draft, Wording>({ specialist, papers, deps }: Parts<Gathered, Draft, Wording>) =>
  async (state: RunState): Promise<RunUpdate> => {
    const run = await specialistRun(state, deps);
    const gathered = await papers.read(state, "gathered");
    const final = await papers.read(state, "final");
    const proposals = specialist.propose(final.draft, gathered, run);
    const ids = await storeAll(
      {
        state,
        case_: run.case_,
        class: specialist.class,
        refined: final.refined,
        by: specialist.name,
        proposals,
      },
      deps,
    );
    return { proposalIds: ids };
  };

type Node<Result> = (channels: RunChannels) => Promise<Result>;

/** Somebody else was quicker to hold the time: it is looked for again, with that time taken. */
const orLookAgain =
  (step: Node<RunUpdate>): Node<RunUpdate | Command> =>
  async (channels) => {
    try {
      return new Command({ update: await step(channels), goto: END });
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== "slot_lost") throw thrown;
      return new Command({ goto: "again" });
    }
  };

/** Another time, with the wording that is there already: it holds tokens where times stand. */
const createAgain =
  <Gathered, Draft, Wording>({ specialist, papers, deps }: Parts<Gathered, Draft, Wording>) =>
  async (state: RunState): Promise<RunUpdate> => {
    const run = await specialistRun(state, deps);
    const { of, put } = specialist.wording;
    const gathered = await specialist.refresh(
      await papers.read(state, "gathered"),
      toolContext(state, specialist.name, deps),
    );
    const draft = specialist.draft(gathered, run);
    const final = await papers.read(state, "final");
    const isWordedFor =
      JSON.stringify(of(draft)) === JSON.stringify(of(await papers.read(state, "draft")));
    // What was refreshed need not be kept: whoever is too slow again refreshes it again.
    await papers.keep(
      state,
      "final",
      isWordedFor
        ? { draft: put(draft, of(final.draft)), refined: final.refined }
        : { draft, refined: "draft" },
    );
    await papers.keep(state, "draft", draft);
    return {};
  };

/** What a coordinator can act on becomes a problem of the case; everything else is thrown on. */
const orProblem =
  <Result>(step: Node<Result>): Node<Result | RunUpdate> =>
  async (channels) => {
    try {
      return await step(channels);
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.retryable || thrown.fault === "bug") throw thrown;
      const problem: RunProblem = { code: thrown.code, message: thrown.message };
      return { problems: [problem] };
    }
  };

const goOnUnlessProblem =
  <Next extends string>(next: Next) =>
  (state: RunChannels): Next | typeof END =>
    state.problems.length > 0 ? END : next;

const specialistRun = async (state: RunState, deps: RunDeps): Promise<SpecialistRun> => {
  const case_ = await caseOf(state, deps);
  return {
    case_,
    booked: (await readBooked(case_, deps))?.booked ?? null,
    isMoveWanted: state.eventKind === "candidate_wants_move",
    wishes: state.wishes,
    now: deps.clock.now(),
    companyName: deps.companyName,
    companyZone: deps.companyZone,
    performAs: deps.performAs,
  };
};

const toolContext = (state: RunState, specialist: string, deps: RunDeps): ToolContext => ({
  ...deps.tools,
  clock: deps.clock,
  caller: {
    kind: "agent",
    name: specialist,
    opportunityId: OpportunityId.parse(state.opportunityId),
    mayPropose: false,
  },
  signal: deps.signal,
  log: deps.log,
  onCall: async ({ tool, error, startedAt, durationMs, input, output }) => {
    await traceStep(
      state,
      {
        kind: "tool",
        name: tool,
        specialist,
        status: error === undefined ? "ok" : "error",
        startedAt,
        durationMs,
        input,
        ...(output !== undefined && { output }),
        ...(error !== undefined && { error: error instanceof AppError ? error.message : "failed" }),
      },
      deps,
    );
  },
});

const traceModel = async (
  state: RunState,
  {
    specialist,
    draft,
    answer,
  }: { specialist: string; draft: unknown; answer: RefineAnswer<unknown> },
  deps: RunDeps,
): Promise<void> => {
  await traceStep(
    state,
    {
      kind: "model",
      name: answer.model,
      specialist,
      status: answer.fault === null ? "ok" : "error",
      startedAt: deps.clock.now(),
      durationMs: answer.durationMs,
      input: { prompt: answer.promptVersion, draft },
      output: answer.wording,
      tokens: answer.tokens,
      ...(answer.fault !== null && { error: `Not used: ${answer.fault}` }),
    },
    deps,
  );
};

interface ToStore {
  state: RunState;
  case_: CaseRecord;
  class: FeatureClass;
  refined: FinalDraft<unknown>["refined"];
  by: string;
  proposals: SpecialistProposal[];
}

/** A proposal in the place of one whose time was taken meanwhile says so. */
const sayWhatWasLost = async (
  tx: Tx,
  proposal: SpecialistProposal,
  { eventKind, caseId }: RunState,
): Promise<SpecialistProposal> => {
  const words = eventKind === "slot_lost" && caseId !== null && (await lostSlotOf(tx, caseId));
  if (!words) return proposal;
  const evidence = {
    kind: "warning" as const,
    what: `The time that was approved before is lost: ${words} Nothing had been sent; this is another time.`,
    source: "reserve_time",
  };
  const { context } = proposal;
  return {
    ...proposal,
    warnings: proposal.warnings + 1,
    context: { ...context, evidence: [evidence, ...context.evidence] },
  };
};

/** Takes earlier proposals of the case off the table in the same transaction: never do two of them wait, and never is one
 * approved that is about to be replaced. Shape: empty when a person has approved an earlier one meanwhile. */
const storeAll = async (what: ToStore, deps: RunDeps): Promise<string[]> =>
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const caseId = CaseId.parse(what.case_.id);
    const runId = RunId.parse(what.state.runId);
    if (await findUnfinishedBooking(tx, { caseId, exceptRun: runId })) return [];
    const { version, policy } = await readPolicy(tx);
    const proposals: NewProposal[] = [];
    for (const drafted of what.proposals) {
      const proposal = await sayWhatWasLost(tx, drafted, what.state);
      const { startsAt } = spanOf(proposal.payload.sessions);
      proposals.push({
        ...proposal,
        caseId,
        runId,
        candidate: what.case_.candidate,
        correlationId: what.state.correlationId,
        class: what.class,
        refined: what.refined,
        policyVersion: version,
        expiresAt: expiryOf(deps.clock.now(), startsAt, policy.expireHours),
        by: what.by,
      });
    }
    const ids = await storeProposals(tx, proposals, deps);
    await supersedeWaiting(
      tx,
      {
        caseId,
        exceptRun: runId,
        because: "A newer proposal takes its place.",
        correlationId: what.state.correlationId,
      },
      deps,
    );
    return ids;
  });
