/** Actions of which the case goes on as it stands: what is said of them, and the problem of a case when they fail. */
import type { CodeBeside } from "../src/cases/problems.ts";
import { MESSAGE_NOT_SENT } from "../src/domain/attendance-message.ts";
import { QUESTION_NOT_TOLD } from "../src/domain/chat-words.ts";
import { BRIEF_NOT_SENT } from "../src/domain/brief.ts";
import { DEBRIEF_NOT_BOOKED } from "../src/domain/debrief.ts";
import { NUDGE_NOT_SENT } from "../src/domain/nudge.ts";
import { QUESTIONS_NOT_NOTED } from "../src/domain/question-note.ts";
import { STAGE_NOT_MOVED } from "../src/domain/stage-move.ts";
import { SYNTHESIS_NOT_POSTED } from "../src/domain/synthesis.ts";
import type { Route } from "./routes.ts";

/** How one of them ends. */
export interface Beside {
  /** Code of the problem. */
  code: CodeBeside;
  /** Nothing could be proposed; why follows. */
  notMade: string;
  observed: string;
  /** It was decided against, or not in time. */
  undone: string;
  /** Nothing was proposed, for nothing is new. */
  nothingNew: string;
}

const BESIDE: Partial<Record<Route["action"], Beside>> = {
  brief: {
    code: BRIEF_NOT_SENT,
    notMade: "The brief could not be made.",
    observed: "Silent mode: the brief would have been sent.",
    undone: "The brief was not sent.",
    nothingNew: "The brief is as it was sent before, so nobody is sent it again.",
  },
  questions: {
    code: QUESTIONS_NOT_NOTED,
    notMade: "The note with the questions could not be made.",
    observed: "Silent mode: the questions would have been left in Lever.",
    undone: "The questions were not left in Lever.",
    nothingNew: "The questions are as they were left in Lever.",
  },
  synthesis: {
    code: SYNTHESIS_NOT_POSTED,
    notMade: "The synthesis could not be made.",
    observed: "Silent mode: the synthesis would have waited for a person.",
    undone: "The synthesis was not left in Lever.",
    nothingNew: "It would say the same as the synthesis that is there.",
  },
  message: {
    code: MESSAGE_NOT_SENT,
    notMade: "The message about the interview could not be made.",
    observed: "Silent mode: the message would have been sent.",
    undone: "The message was not sent.",
    nothingNew: "Nobody is left to be told.",
  },
  chat: {
    code: QUESTION_NOT_TOLD,
    notMade: "Nobody could be told of the candidate's chat.",
    observed: "Silent mode: somebody would have been told of the candidate's chat.",
    undone: "Nobody was told of the candidate's chat.",
    nothingNew: "There is nothing of the chat to tell.",
  },
  nudge: {
    code: NUDGE_NOT_SENT,
    notMade: "Nobody could be reminded of a feedback form.",
    observed: "Silent mode: somebody would have been reminded of a feedback form.",
    undone: "Nobody was reminded of a feedback form.",
    nothingNew: "The form is not owed any more: nobody was reminded.",
  },
  stage_rule: {
    code: STAGE_NOT_MOVED,
    notMade: "The rule of this stage could not be judged.",
    observed: "Silent mode: it would have been proposed to move the candidate on.",
    undone: "The candidate was not moved on.",
    nothingNew: "The rule of this stage does not hold.",
  },
  debrief: {
    code: DEBRIEF_NOT_BOOKED,
    notMade: "The debrief could not be proposed.",
    observed: "Silent mode: the debrief would have been booked.",
    undone: "The debrief was not booked.",
    nothingNew: "There is nothing to debrief.",
  },
};

/** Null: the action is about the booking of its case. */
export const besideOf = (action: Route["action"] | null): Beside | null =>
  (action && BESIDE[action]) ?? null;
