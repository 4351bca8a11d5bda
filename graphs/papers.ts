/** What one step of a specialist leaves for the next: sealed in the database, never in a checkpoint. */
import { getCase } from "../src/cases/cases.ts";
import { fencedTransaction } from "../src/cases/lease.ts";
import type { CaseRecord } from "../src/cases/records.ts";
import { keepPaper, readPaper } from "../src/cases/runs.ts";
import { AppError } from "../src/domain/errors.ts";
import { RunId } from "../src/domain/ids.ts";
import type { ModelAsked } from "../src/models/record.ts";
import type { RunDeps } from "./deps.ts";
import type { RunState } from "./state.ts";

/** The draft to propose, and who worded it. */
export interface FinalDraft<Draft> {
  draft: Draft;
  refined: "draft" | "model" | "fallback";
  /** Digests of the times that were lost while this was proposed. */
  lost?: string[];
}

/** The papers of a specialist, by name. */
export interface PaperShapes<Gathered, Draft, Wording> {
  gathered: Gathered;
  draft: Draft;
  /** `asked` is absent where no model was, and in what an earlier release has kept. */
  refined: { wording: Wording | null; asked?: ModelAsked };
  final: FinalDraft<Draft>;
}

/** Keeps and reads papers of one shape each. */
export interface Papers<Shapes> {
  keep<Name extends keyof Shapes & string>(
    state: RunState,
    name: Name,
    value: Shapes[Name],
  ): Promise<void>;
  /** Errors: `not_found` when the candidate was erased meanwhile. */
  read<Name extends keyof Shapes & string>(state: RunState, name: Name): Promise<Shapes[Name]>;
}

/** The case of a run. Errors: a bug when it has none. */
export const caseOf = async (state: RunState, deps: RunDeps): Promise<CaseRecord> => {
  const case_ = state.caseId === null ? null : await getCase(deps.database, state.caseId);
  if (!case_) throw new Error("a specialist was called without a case");
  return case_;
};

/** The papers of a specialist. */
export const createPapers = <Shapes>(specialist: string, deps: RunDeps): Papers<Shapes> => {
  const paper = (state: RunState, name: string) => ({
    runId: RunId.parse(state.runId),
    name: `${specialist}.${name}`,
  });
  return {
    keep: async (state, name, value) => {
      const { candidate } = await caseOf(state, deps);
      await fencedTransaction(deps.database, deps.lease, async (tx) => {
        await keepPaper(tx, { ...paper(state, name), candidate, value }, deps.texts);
      });
    },
    read: async <Name extends keyof Shapes & string>(state: RunState, name: Name) => {
      const value = await readPaper(deps.database, paper(state, name), deps.texts);
      if (value === null) {
        throw new AppError({
          code: "not_found",
          fault: "caller",
          message: "What this run had read is gone: its candidate was erased meanwhile.",
          data: { specialist, paper: name },
        });
      }
      // Sealed, and opened by the same key: it is what `keep` was given.
      return value as Shapes[Name]; // oxlint-disable-line typescript/no-unsafe-type-assertion
    },
  };
};
