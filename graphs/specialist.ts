/** The five steps of every specialist, written once: gather → draft → refine → verify → propose. A specialist's own
 * knowledge is in its definition (`agents/<name>/agent.ts`). What the steps hand on is sealed in working papers; the
 * graph's state holds ids only. */
import { Command, END, START, StateGraph } from "@langchain/langgraph";
import type { Specialist, SpecialistProposal, SpecialistRun } from "../agents/specialist.ts";
import { listAvoidedTimes } from "../src/cases/avoided-times.ts";
import { originOf } from "../src/cases/origin-event.ts";
import type { CaseRecord } from "../src/cases/records.ts";
import { SYNTHESES } from "../src/cases/synthesis.ts";
import { findSearch } from "../src/cases/searches.ts";
import { findWaitingWish, readMoveWords } from "../src/cases/wishes.ts";
import { digestOf } from "../src/digest.ts";
import { AppError } from "../src/domain/errors.ts";
import { NoFit, type Relaxation } from "../src/domain/no-fit.ts";
import { isBooking } from "../src/domain/proposal.ts";
import { askedOf, recordAsked } from "../src/models/record.ts";
import { type RefineAnswer, refine } from "../src/models/refine.ts";
import { readBooked } from "./booked.ts";
import { readBriefsAsked } from "./briefs.ts";
import { readMessagesAsked } from "./messages.ts";
import { readSynthesisAsked } from "./synthesis.ts";
import { isAnythingToWord, settleWording } from "./settle-wording.ts";
import { storeAll } from "./store-proposals.ts";
import { toolContext } from "./tool-context.ts";
import type { RunDeps } from "./deps.ts";
import { type PaperShapes, type Papers, caseOf, createPapers } from "./papers.ts";
import {
  RunChannels,
  type RunProblem,
  type RunState,
  type RunUpdate,
  SpecialistOutput,
} from "./state.ts";
import { BRIEFS, MESSAGES } from "./routes.ts";
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
    const briefs = await briefsOf(state, deps);
    const synthesis = SYNTHESES.has(state.eventKind)
      ? await readSynthesisAsked(await caseOf(state, deps), state, deps)
      : null;
    const messages = MESSAGES.has(state.eventKind)
      ? await readMessagesAsked(await caseOf(state, deps), state, deps)
      : null;
    const run = { ...(await specialistRun(state, deps)), briefs, synthesis, messages };
    const gathered = await specialist.gather(run, toolContext(state, specialist.name, deps));
    await papers.keep(state, "gathered", gathered);
    return {};
  };

const createDraft =
  <Gathered, Draft, Wording>({ specialist, papers, deps }: Parts<Gathered, Draft, Wording>) =>
  async (state: RunState): Promise<RunUpdate> => {
    const run = await specialistRun(state, deps);
    const gathered = await papers.read(state, "gathered");
    await papers.keep(state, "draft", await specialist.draft(gathered, run, deps.signal));
    return {};
  };

const createRefine =
  <Gathered, Draft, Wording>({ specialist, papers, deps }: Parts<Gathered, Draft, Wording>) =>
  async (state: RunState): Promise<RunUpdate> => {
    const { schema, name, prompt, of, isUntraced = false } = specialist.wording;
    const drafted = await papers.read(state, "draft");
    const draft = of(drafted);
    const { models, modelBudgetMs: budgetMs, signal } = deps;
    // Where there is nothing to word, nobody is asked for money.
    if (!isAnythingToWord(draft)) {
      await papers.keep(state, "refined", { wording: draft });
      return {};
    }
    const user = specialist.name;
    const people = models.hasPseudonyms ? (specialist.wording.people?.(drafted) ?? []) : [];
    const model = models.for({ user, runId: state.runId, people });
    const answer = await refine<Wording>(
      { schema, name, prompt, draft },
      { model, budgetMs, signal, people },
    );
    const words = isUntraced ? null : { draft, wording: answer.wording };
    await traceModel(state, { specialist: specialist.name, words, answer }, deps);
    const asked = askedOf(user, answer, models);
    await papers.keep(state, "refined", { wording: answer.wording, ...(asked && { asked }) });
    return {};
  };

const createVerify =
  <Gathered, Draft, Wording>({ specialist, papers, deps }: Parts<Gathered, Draft, Wording>) =>
  async (state: RunState): Promise<RunUpdate> => {
    const draft = await papers.read(state, "draft");
    const { wording, asked } = await papers.read(state, "refined");
    const { final, faults } = settleWording(specialist, draft, wording);
    const isDegraded = final.refined === "fallback";
    if (asked) {
      const { id: caseId } = await caseOf(state, deps);
      await recordAsked(asked, { ...state, caseId, isDegraded }, deps);
    }
    if (isDegraded) deps.log.info({ runId: state.runId, faults }, "the draft stands");
    await papers.keep(state, "final", final);
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
    const before = await papers.read(state, "gathered");
    const final = await papers.read(state, "final");
    const lost = withLost(final.lost, specialist.propose(final.draft, before, run));
    const gathered = await specialist.refresh(before, toolContext(state, specialist.name, deps));
    const draft = await specialist.draft(gathered, run, deps.signal);
    const isWordedFor =
      JSON.stringify(of(draft)) === JSON.stringify(of(await papers.read(state, "draft")));
    // What was refreshed need not be kept: whoever is too slow again refreshes it again.
    await papers.keep(
      state,
      "final",
      isWordedFor
        ? { draft: put(draft, of(final.draft)), refined: final.refined, lost }
        : { draft, refined: "draft", lost },
    );
    await papers.keep(state, "draft", draft);
    return {};
  };

/** After so many lost times a run gives up; after so many losses of the very same sooner. */
const MOST_LOST = 60;
const MOST_OF_THE_SAME = 8;

/** With what was lost just now. Errors: `slot_lost`, for a person, when the same is lost again and again: our books keep it from
 * being held in a way that the search does not see, and it would be found for ever. A few times it is others who have held it
 * and given it up meanwhile. */
const withLost = (lost: readonly string[] = [], proposals: SpecialistProposal[]): string[] => {
  const now = digestOf(
    proposals.flatMap(({ payload }) =>
      isBooking(payload)
        ? [{ kind: payload.kind, sessions: payload.sessions, offer: payload.offer }]
        : [],
    ),
  );
  const again = lost.filter((before) => before === now).length;
  if (again < MOST_OF_THE_SAME && lost.length < MOST_LOST) return [...lost, now];
  throw new AppError({
    code: "slot_lost",
    fault: "upstream",
    message:
      "The times that are found cannot be held: other interviews have or hold them. Decide on what waits for these people, then ask for the interview again.",
    data: { lost: lost.length },
  });
};

/** What a coordinator can act on becomes a problem of the case; everything else is thrown on. */
const orProblem =
  <Result>(step: Node<Result>): Node<Result | RunUpdate> =>
  async (channels) => {
    try {
      return await step(channels);
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.retryable || thrown.fault === "bug") throw thrown;
      const noFit = NoFit.safeParse(thrown.data["noFit"]);
      const problem: RunProblem = {
        code: thrown.code,
        message: thrown.message,
        ...(noFit.success && { noFit: noFit.data }),
      };
      return { problems: [problem] };
    }
  };

const goOnUnlessProblem =
  <Next extends string>(next: Next) =>
  (state: RunChannels): Next | typeof END =>
    state.problems.length > 0 ? END : next;

const specialistRun = async (state: RunState, deps: RunDeps): Promise<SpecialistRun> => {
  const case_ = await caseOf(state, deps);
  const origin = await originOf(deps.database, state.eventId);
  const wish = await findWaitingWish(deps.database, case_.id);
  // Whoever names a time means it, wherever the candidate asked away from.
  const isByName = state.wishes.startsAt !== null || state.wishes.asked?.times?.isNamed === true;
  const booked = (await readBooked(case_, deps))?.booked ?? null;
  return {
    case_,
    booked,
    relax: await readRelaxation(case_, state, deps),
    isMoveWanted:
      origin?.kind === "candidate_wants_move" ||
      wish?.kind === "wants_move" ||
      isMoveAsked(state.wishes),
    // Nobody asks for another time than is booked before one is.
    moveWords: booked && (await readMoveWords(deps.database, case_.id, deps.texts)),
    avoided: isByName ? [] : await listAvoidedTimes(deps.database, case_.id, deps.texts),
    briefs: null,
    synthesis: null,
    messages: null,
    wishes: state.wishes,
    now: deps.clock.now(),
    companyName: deps.companyName,
    companyZone: deps.companyZone,
    briefsUrl: `${deps.publicUrl}/brief/${case_.id}`,
    performAs: deps.performAs,
  };
};

/** Whether a person asks for another time, and not only for somebody else. */
const isMoveAsked = ({ asked }: RunState["wishes"]): boolean =>
  asked !== undefined && asked.withoutUserId === null;

/** For what is gathered alone: whoever is asked where somebody can be told is asked once. */
const briefsOf = async (state: RunState, deps: RunDeps): Promise<SpecialistRun["briefs"]> =>
  BRIEFS.has(state.eventKind)
    ? await readBriefsAsked(await caseOf(state, deps), state, deps)
    : null;

/** Only what the case itself offers to people may give. */
const readRelaxation = async (
  { id }: CaseRecord,
  { wishes: { relax } }: RunState,
  { database }: RunDeps,
): Promise<Relaxation | null> => {
  const search = relax ? await findSearch(database, id) : null;
  return search?.noFit.relaxations.find((each) => each.id === relax) ?? null;
};

const traceModel = async (
  state: RunState,
  {
    specialist,
    words,
    answer,
  }: {
    specialist: string;
    /** Null: not for everybody who may open the run. */
    words: { draft: unknown; wording: unknown } | null;
    answer: RefineAnswer<unknown>;
  },
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
      input: { prompt: answer.promptVersion, draft: words?.draft ?? null },
      output: words?.wording ?? null,
      tokens: { input: answer.tokens.input, output: answer.tokens.output },
      ...(answer.fault !== null && { error: `Not used: ${answer.fault}` }),
    },
    deps,
  );
};
