/** The five steps of every specialist, written once: gather → draft → refine → verify → propose. A specialist's own
 * knowledge is in its definition (`agents/<name>/agent.ts`). What the steps hand on is sealed in working papers; the
 * graph's state holds ids only. */
import { END, START, StateGraph } from "@langchain/langgraph";
import type { Specialist, SpecialistProposal, SpecialistRun } from "../agents/specialist.ts";
import { getCase } from "../src/cases/cases.ts";
import { fencedTransaction } from "../src/cases/lease.ts";
import { storeProposal } from "../src/cases/proposals.ts";
import { keepPaper, readPaper } from "../src/cases/runs.ts";
import type { CaseRecord } from "../src/cases/records.ts";
import { AppError } from "../src/domain/errors.ts";
import { CaseId, OpportunityId, RunId } from "../src/domain/ids.ts";
import type { FeatureClass } from "../src/domain/proposal.ts";
import { type RefineAnswer, refine } from "../src/models/refine.ts";
import { readPolicy } from "../src/policy/store.ts";
import type { ToolContext } from "../tools/context.ts";
import type { RunDeps } from "./deps.ts";
import { RunState, type RunProblem, type RunUpdate } from "./state.ts";
import { traceStep, traced } from "./trace.ts";

/** Papers that one step leaves for the next. */
type PaperName = "gathered" | "draft" | "refined" | "final";

/** The draft to propose, and who worded it. */
interface Final<Draft> {
  draft: Draft;
  refined: "draft" | "model" | "fallback";
}

/** The compiled five-step graph of one specialist, to stand as a node in the supervisor. */
export const createSpecialistGraph = <Gathered, Draft, Wording>(
  specialist: Specialist<Gathered, Draft, Wording>,
  deps: RunDeps,
) => {
  const step = (name: string, run: (state: RunState) => Promise<RunUpdate>) =>
    traced({ name, specialist: specialist.name }, run, deps);
  const paper = (state: RunState, name: PaperName) => ({
    runId: RunId.parse(state.runId),
    name: `${specialist.name}.${name}`,
  });
  const keep = async (state: RunState, name: PaperName, value: unknown): Promise<void> => {
    const case_ = await caseOf(state, deps);
    await fencedTransaction(deps.database, deps.lease, async (tx) => {
      await keepPaper(tx, { ...paper(state, name), candidate: case_.candidate, value }, deps.texts);
    });
  };
  const read = async <Value>(state: RunState, name: PaperName): Promise<Value> => {
    const value = await readPaper(deps.database, paper(state, name), deps.texts);
    if (value === null) throw missingPaper(specialist.name, name);
    return value as Value;
  };

  const gather = async (state: RunState): Promise<RunUpdate> => {
    const run = await specialistRun(state, deps);
    const gathered = await specialist.gather(run, toolContext(state, specialist.name, deps));
    await keep(state, "gathered", gathered);
    return {};
  };
  const draft = async (state: RunState): Promise<RunUpdate> => {
    const run = await specialistRun(state, deps);
    await keep(state, "draft", specialist.draft(await read<Gathered>(state, "gathered"), run));
    return {};
  };
  const refineDraft = async (state: RunState): Promise<RunUpdate> => {
    const { schema, name, prompt, of } = specialist.wording;
    const draft = of(await read<Draft>(state, "draft"));
    const answer = await refine<Wording>(
      { schema, name, prompt, draft },
      { model: deps.model, budgetMs: deps.modelBudgetMs, signal: deps.signal },
    );
    await traceModel(state, { specialist: specialist.name, draft, answer }, deps);
    await keep(state, "refined", { wording: answer.wording });
    return {};
  };
  const verify = async (state: RunState): Promise<RunUpdate> => {
    const drafted = await read<Draft>(state, "draft");
    const { wording } = await read<{ wording: Wording | null }>(state, "refined");
    const faults = wording === null ? ["no answer"] : specialist.verify(wording, drafted);
    if (wording === null || faults.length > 0) {
      deps.log.info({ runId: state.runId, faults }, "the draft stands");
      await keep(state, "final", { draft: drafted, refined: "fallback" } satisfies Final<Draft>);
      return {};
    }
    const isSame = JSON.stringify(wording) === JSON.stringify(specialist.wording.of(drafted));
    await keep(state, "final", {
      draft: specialist.wording.put(drafted, wording),
      refined: isSame ? "draft" : "model",
    } satisfies Final<Draft>);
    return {};
  };
  const propose = async (state: RunState): Promise<RunUpdate> => {
    const run = await specialistRun(state, deps);
    const gathered = await read<Gathered>(state, "gathered");
    const final = await read<Final<Draft>>(state, "final");
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

  return new StateGraph(RunState)
    .addNode("gather", orProblem(step("gather", gather)))
    .addNode("draft", orProblem(step("draft", draft)))
    .addNode("refine", step("refine", refineDraft))
    .addNode("verify", step("verify", verify))
    .addNode("propose", step("propose", propose))
    .addEdge(START, "gather")
    .addConditionalEdges("gather", goOnUnlessProblem("draft"), ["draft", END])
    .addConditionalEdges("draft", goOnUnlessProblem("refine"), ["refine", END])
    .addEdge("refine", "verify")
    .addEdge("verify", "propose")
    .addEdge("propose", END)
    .compile();
};

/** What a coordinator can act on becomes a problem of the case; everything else is thrown on. */
const orProblem =
  (step: (state: RunState) => Promise<RunUpdate>) =>
  async (state: RunState): Promise<RunUpdate> => {
    try {
      return await step(state);
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.retryable || thrown.fault === "bug") throw thrown;
      const problem: RunProblem = { code: thrown.code, message: thrown.message };
      return { problems: [problem] };
    }
  };

const goOnUnlessProblem =
  <Next extends string>(next: Next) =>
  (state: RunState): Next | typeof END =>
    state.problems.length > 0 ? END : next;

const missingPaper = (specialist: string, name: string): AppError =>
  new AppError({
    code: "not_found",
    fault: "caller",
    message: "What this run had read is gone: its candidate was erased meanwhile.",
    data: { specialist, paper: name },
  });

const caseOf = async (state: RunState, deps: RunDeps): Promise<CaseRecord> => {
  const case_ = state.caseId === null ? null : await getCase(deps.database, state.caseId);
  if (!case_) throw new Error("a specialist was called without a case");
  return case_;
};

const specialistRun = async (state: RunState, deps: RunDeps): Promise<SpecialistRun> => ({
  case_: await caseOf(state, deps),
  wantedStart: state.wantedStart,
  now: deps.clock.now(),
  companyName: deps.companyName,
  companyZone: deps.companyZone,
  performAs: deps.performAs,
});

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
  refined: Final<unknown>["refined"];
  by: string;
  proposals: SpecialistProposal[];
}

const storeAll = async (what: ToStore, deps: RunDeps): Promise<string[]> =>
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const { version, policy } = await readPolicy(tx);
    const ids: string[] = [];
    for (const proposal of what.proposals) {
      const id = await storeProposal(
        tx,
        {
          ...proposal,
          caseId: CaseId.parse(what.case_.id),
          runId: RunId.parse(what.state.runId),
          candidate: what.case_.candidate,
          correlationId: what.state.correlationId,
          class: what.class,
          refined: what.refined,
          policyVersion: version,
          expiresAt: deps.clock.now().add({ hours: policy.expireHours }),
          by: what.by,
        },
        deps,
      );
      ids.push(id);
    }
    return ids;
  });
