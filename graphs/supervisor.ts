/** The supervisor: load → check (→ reconcile) → route → specialists (in parallel) → gate → act → close. One run is one thread. */
import { type BaseCheckpointSaver, END, START, Send, StateGraph } from "@langchain/langgraph";
import { attendance } from "../agents/attendance/agent.ts";
import { briefing } from "../agents/briefing/agent.ts";
import { feedback } from "../agents/feedback/agent.ts";
import { questions } from "../agents/questions/agent.ts";
import { scheduling } from "../agents/scheduling/agent.ts";
import { DIGEST_DUE } from "../src/cases/daily-digests.ts";
import { MAIL_CHECKED } from "../src/cases/mail-checked.ts";
import { PLAIN_REQUEST } from "../src/cases/plain-requests.ts";
import { RECONCILE } from "../src/cases/reconciliations.ts";
import type { RunDeps } from "./deps.ts";
import { createAct } from "./nodes/act.ts";
import { createAlert } from "./nodes/alert.ts";
import { createChat } from "./nodes/chat.ts";
import { createCancel } from "./nodes/cancel.ts";
import { createCheck } from "./nodes/check.ts";
import { createClose } from "./nodes/close.ts";
import { createDebrief } from "./nodes/debrief.ts";
import { createDigest } from "./nodes/digest.ts";
import { createGate } from "./nodes/gate.ts";
import { createMailChecked } from "./nodes/mail-checked.ts";
import { createLoad } from "./nodes/load.ts";
import { createNudge } from "./nodes/nudge.ts";
import { createPick } from "./nodes/pick.ts";
import { createStageRule } from "./nodes/stage-rule.ts";
import { createRequest } from "./nodes/request.ts";
import { createReconcile } from "./nodes/reconcile.ts";
import { route } from "./nodes/route.ts";
import { createSpecialistGraph } from "./specialist.ts";
import {
  RunChannels,
  type RunState,
  type RunUpdate,
  inputOfSpecialist,
  readState,
} from "./state.ts";
import { traced } from "./trace.ts";

/** Nodes that an event of that kind passes before its route. */
const BEFORE_ROUTE: ReadonlyMap<string, "reconcile" | "mail"> = new Map([
  [RECONCILE, "reconcile"],
  [MAIL_CHECKED, "mail"],
]);

/** Who handles an event. */
const AFTER_ROUTE = [
  "scheduling",
  "briefing",
  "questions",
  "feedback",
  "attendance",
  "pick",
  "cancel",
  "alert",
  "nudge",
  "stage_rule",
  "debrief",
  "chat",
  "close",
] as const;

/** The graph of one run, bound to this opportunity's lease. */
export const createSupervisor = (deps: RunDeps, checkpointer?: BaseCheckpointSaver) => {
  const node = (name: string, run: (state: RunState) => Promise<RunUpdate>) =>
    traced({ name }, run, deps);
  return (
    new StateGraph(RunChannels)
      // Facts are read afresh; the event was only a hint.
      .addNode("load", node("load", createLoad(deps)))
      // What is booked may have been changed outside.
      .addNode("check", node("check", createCheck(deps)))
      // Asked for by the clock or a person alone: all that we did, against all that is there.
      .addNode("reconcile", node("reconcile", createReconcile(deps)))
      // A person has found out whether a message arrived.
      .addNode("mail", node("mail", createMailChecked(deps)))
      // A table names the specialists before anything that anybody wrote is read.
      .addNode("route", node("route", route))
      // What the candidate chose was drafted and approved before.
      .addNode("pick", node("pick", createPick(deps)))
      // What is booked needs no search to be taken back.
      .addNode("cancel", node("cancel", createCancel(deps)))
      // What a recruiter is told is known already.
      .addNode("alert", node("alert", createAlert(deps)))
      // Who owes what, and where they are told, is read: nothing is worded.
      .addNode("nudge", node("nudge", createNudge(deps)))
      // What a plan says of its stage is judged by code.
      .addNode("stage_rule", node("stage_rule", createStageRule(deps)))
      // Who meets is counted, and when is the engine's to say: nothing is worded.
      .addNode("debrief", node("debrief", createDebrief(deps)))
      // What the candidate asked, and where it is told, is read: nothing is worded.
      .addNode("chat", node("chat", createChat(deps)))
      // A recruiter's day is of no opportunity: there is nothing to load or to route.
      .addNode("digest", node("digest", createDigest(deps)))
      // What somebody asks in plain words is answered, or handed on to the opportunity it is about.
      .addNode("request", node("request", createRequest(deps)))
      .addNode("scheduling", createSpecialistGraph(scheduling, deps))
      .addNode("briefing", createSpecialistGraph(briefing, deps))
      .addNode("questions", createSpecialistGraph(questions, deps))
      .addNode("feedback", createSpecialistGraph(feedback, deps))
      .addNode("attendance", createSpecialistGraph(attendance, deps))
      // Policy and people decide; the run sleeps here while they do.
      .addNode("gate", node("gate", createGate(deps)))
      // Only here does anything new happen outside.
      .addNode("act", node("act", createAct(deps)))
      .addNode("close", node("close", createClose(deps)))
      .addConditionalEdges(START, firstNode, ["load", "digest", "request"])
      .addEdge("load", "check")
      .addConditionalEdges(
        "check",
        (state) => BEFORE_ROUTE.get(readState(state).eventKind) ?? "route",
        ["reconcile", "mail", "route"],
      )
      .addEdge("reconcile", "route")
      .addEdge("mail", "route")
      .addConditionalEdges("route", callSpecialists, [...AFTER_ROUTE])
      .addEdge("scheduling", "gate")
      .addEdge("briefing", "gate")
      .addEdge("questions", "gate")
      .addEdge("feedback", "gate")
      .addEdge("attendance", "gate")
      .addEdge("pick", "gate")
      .addEdge("cancel", "gate")
      .addEdge("alert", "gate")
      .addEdge("nudge", "gate")
      .addEdge("stage_rule", "gate")
      .addEdge("debrief", "gate")
      .addEdge("chat", "gate")
      .addEdge("digest", "gate")
      .addEdge("request", "close")
      .addConditionalEdges("gate", afterGate, ["act", "close"])
      // What was decided is done; others of the same run may still wait.
      .addEdge("act", "gate")
      .addEdge("close", END)
      .compile(checkpointer ? { checkpointer } : {})
  );
};

/** Kinds of events that are of no opportunity. */
const OF_NONE: ReadonlyMap<string, "digest" | "request"> = new Map([
  [DIGEST_DUE, "digest"],
  [PLAIN_REQUEST, "request"],
]);

const firstNode = (state: RunChannels): "load" | "digest" | "request" =>
  OF_NONE.get(readState(state).eventKind) ?? "load";

const afterGate = ({ toPerform }: RunChannels): "act" | "close" =>
  toPerform.length > 0 ? "act" : "close";

/** Nodes that propose by themselves. */
const PROPOSING = ["pick", "cancel", "alert", "nudge", "stage_rule", "debrief", "chat"] as const;

const callSpecialists = (state: RunChannels): "close" | (typeof PROPOSING)[number] | Send[] => {
  const own = PROPOSING.find((name) => name === state.action);
  if (own) return own;
  return state.specialists.length === 0
    ? "close"
    : state.specialists.map((specialist) => new Send(specialist, inputOfSpecialist(state)));
};
