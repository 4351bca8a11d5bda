/** What a request comes to: an answer, whom it is about, and what is handed on. */
import type { Handed } from "../../src/cases/hand-on.ts";
import type { PlainRequest } from "../../src/cases/plain-requests.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import type { RequestAnswer } from "../../src/requests/answer.ts";
import type { NamedDirectory } from "../../src/requests/naming.ts";
import type { Slots } from "../../src/requests/understanding.ts";
import type { RunState } from "../state.ts";

/** A request that is being answered. */
export interface Asking {
  request: PlainRequest;
  directory: NamedDirectory;
  state: RunState;
}

/** The same, of one intent. */
export interface AskingFor extends Asking {
  slots: Slots;
}

export interface Outcome {
  answer: RequestAnswer;
  /** Null: it is about nobody, or about many. */
  about: CaseRecord | null;
  handed: Handed | null;
}

/** Something that is only told. */
export const told = (answer: RequestAnswer, about: CaseRecord | null = null): Outcome => ({
  answer,
  about,
  handed: null,
});
