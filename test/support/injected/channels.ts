/** Every way on which somebody else's words come to a proposal: real papers, gathered and drafted by the specialist's own steps. */

import { briefing } from "../../../agents/briefing/agent.ts";
import { feedback } from "../../../agents/feedback/agent.ts";
import { judgeRound } from "../../../agents/feedback/stage-rule.ts";
import { questions } from "../../../agents/questions/agent.ts";
import { scheduling } from "../../../agents/scheduling/agent.ts";
import { lookOutside } from "../../../agents/scheduling/booked.ts";
import { proposeCancellation } from "../../../agents/scheduling/cancel.ts";
import type { Database } from "../../../src/db/port.ts";
import { CANDIDATE, RECRUITER } from "../../../src/domain/attendance-message.ts";
import type { ModelUser } from "../../../src/models/port.ts";
import { toolsOf } from "./world.ts";
import { CLEAN, NOW, type Place, type Written } from "./written.ts";
import {
  alerted,
  answerTold,
  chatNoted,
  debriefFound,
  digested,
  needsTold,
  questionTold,
} from "./by-node.ts";
import {
  BOOKED,
  BRIEFED,
  CANCELLED,
  CHANGED,
  ANSWERED,
  CONVERSED,
  DAY,
  IN_VAIN,
  KEPT_BACK,
  MET,
  MOVED,
  NOTED,
  NUDGED,
  PASSED_ON,
  type Places,
  SYNTHESISED,
  TOLD,
} from "./places.ts";
import {
  type Prepared,
  caseOf,
  message,
  nudged,
  proposed,
  reminding,
  runOf,
  standing,
  steps,
  stepsAt,
} from "./prepare.ts";

/** One of them. */
export interface Channel {
  name: string;
  /** Whose budget a model's words are counted on. */
  user: ModelUser;
  places: Places;
  /** Whether each text takes rows of its own. */
  isDear?: true;
  prepare(written: Written, database: Database): Promise<Prepared>;
}

const messaging = (name: string, asked: Parameters<typeof message>[0]): Channel => ({
  name,
  user: "attendance",
  places: TOLD,
  prepare: message(asked),
});

const byNode = (name: string, places: Places, prepare: Channel["prepare"]): Channel => ({
  name,
  user: "scheduling",
  places,
  isDear: true,
  prepare,
});

/** All of them. */
export const CHANNELS: readonly Channel[] = [
  {
    name: "a booking",
    user: "scheduling",
    places: BOOKED,
    prepare: stepsAt({ at: "onsite" }, scheduling),
  },
  {
    name: "an offer of times",
    user: "scheduling",
    places: BOOKED,
    prepare: stepsAt({ at: "onsite", isOffered: true }, scheduling),
  },
  {
    name: "a change",
    user: "scheduling",
    places: CHANGED,
    prepare: async (written, database) => {
      const { booked, tools } = await standing(written, database);
      const moveWords = {
        words: written.moveWords,
        saidAt: NOW.toString(),
        zone: "Europe/Lisbon",
        isToldSince: false,
      };
      const asked = { booked, isMoveWanted: true, moveWords };
      return await steps(scheduling, runOf(written, "onsite", asked), tools);
    },
  },
  {
    name: "a cancellation",
    user: "scheduling",
    places: CANCELLED,
    prepare: async (written, database) => {
      const { proposal, booked, tools } = await standing(written, database);
      const { change } = await lookOutside(booked, tools);
      const because = "The candidate asked for it.";
      return proposed([
        proposeCancellation({
          payload: booked.payload,
          context: proposal.context,
          change: { ...change, because },
          isWanted: true,
          isSoon: false,
        }),
      ]);
    },
  },
  {
    name: "a brief",
    user: "briefing",
    places: BRIEFED,
    prepare: async (written, database) => {
      const { booked, session, tools } = await standing(written, database);
      const briefs = {
        sessionIds: [session.sessionId],
        userId: null,
        isAsked: false,
        before: {},
        lately: [],
        videoUrls: {},
        channels: { "jonas@company.test": "slack" as const },
      };
      return await steps(briefing, runOf(written, "onsite", { booked, briefs }), tools);
    },
  },
  {
    name: "questions",
    user: "questions",
    places: NOTED,
    prepare: stepsAt({ at: "onsite" }, questions),
  },
  {
    name: "a synthesis",
    user: "feedback",
    places: SYNTHESISED,
    prepare: stepsAt({ at: "screen" }, feedback, {
      synthesis: { mayBePartial: false, before: null, waiting: null },
    }),
  },
  {
    name: "a stage move",
    user: "feedback",
    places: MOVED,
    prepare: async (written, database) => {
      const tools = toolsOf(written, { at: "screen" }, database);
      const plan = await tools.plans.get("screen");
      const { id = "", stageRule } = plan ?? {};
      if (!stageRule) throw new Error("the plan has no rule");
      const case_ = caseOf(written, "screen");
      const { proposal, reasons } = await judgeRound(
        { case_, plan: { id, stageRule }, performAs: null },
        tools,
      );
      if (!proposal) throw new Error(`the rule does not hold: ${reasons.join(" ")}`);
      // As `graphs/nodes/stage-rule.ts` stores it.
      return proposed([
        { key: "stage", audience: "internal", risk: "high", warnings: 0, ...proposal },
      ]);
    },
  },
  {
    name: "a reminder of feedback",
    user: "feedback",
    places: NUDGED,
    prepare: nudged,
  },
  messaging("a reminder to the candidate", reminding(CANDIDATE, "48")),
  messaging("a reminder to the panel", reminding("user-jonas", "hour")),
  messaging("a question whether they arrived", reminding("user-jonas", "arrival")),
  messaging("a word to the recruiter", (sessionId) => ({
    ...reminding(RECRUITER, "help")(sessionId),
    recruiter: {
      id: "user-rosa",
      email: "rosa@company.test",
      name: "Rosa Lind",
      zone: "Europe/Lisbon",
    },
  })),
  messaging("another time for who did not come", (sessionId) => ({
    missed: { sessionIds: [sessionId], reason: null, wantsNoReminders: false },
  })),
  byNode("a candidate's question, passed on", PASSED_ON, questionTold),
  byNode("a word that a candidate needs something", KEPT_BACK, needsTold),
  byNode("a note of a candidate's chat", CONVERSED, chatNoted),
  byNode("a debrief", MET, debriefFound),
  byNode("a word that nothing fits", IN_VAIN, alerted),
  byNode("a recruiter's day", DAY, digested),
  byNode("a mail of an answer", ANSWERED, answerTold),
];

/** Where somebody else's words come in on a channel. */
export const placesOf = ({ places }: Channel): Place[] =>
  (Object.keys(CLEAN) as Place[]).filter((place) => places[place] !== undefined);
