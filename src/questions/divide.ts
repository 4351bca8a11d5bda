/** Competencies divided among the sessions of a plan: what each session asks about, in which time, and what is left out. */
import type { Bank, Competency } from "./bank-schema.ts";
import {
  eligibleQuestions,
  type ForRole,
  notAskedYet,
  shortestOf,
  type ToCover,
} from "./choose-questions.ts";
import type { SessionToFill } from "./compose-request.ts";
import { fitsFamily } from "./fits-family.ts";
import { namedCompetencies } from "./name-competencies.ts";
import { place, type ToPlace } from "./place.ts";
import type { SetFinding } from "./question-set.ts";
import { suits } from "./suits.ts";
import { mentionsIn } from "./mentions.ts";
import { reasonsFor, type Role, weighCompetencies } from "./weigh-competencies.ts";

/** Units: minutes. */
export interface SessionTime {
  opening: number;
  candidate: number;
  forQuestions: number;
}

export interface Covered extends ToCover {
  why: string[];
}

export interface SessionPart {
  session: SessionToFill;
  time: SessionTime;
  competencies: Covered[];
}

export interface DivideRequest extends ForRole {
  sessions: readonly SessionToFill[];
}

export interface Division {
  parts: SessionPart[];
  findings: SetFinding[];
  /** The job text speaks of nothing in the bank. */
  isTextSilent: boolean;
}

/** Four subjects in an hour are asked with follow-ups; more are only touched. A plan may name more. */
const MOST_OF_SESSION = 4;

const OPENING_MINUTES = 5;

/** The first minutes are a welcome, and the last are the candidate's. */
export const timeOf = ({ durationMinutes }: SessionToFill): SessionTime => {
  const candidate = durationMinutes >= 45 ? 10 : 5;
  return {
    opening: OPENING_MINUTES,
    candidate,
    forQuestions: durationMinutes - OPENING_MINUTES - candidate,
  };
};

interface Wanted extends Covered {
  /** The session for which the plan names it. */
  named?: SessionToFill;
}

/** What is to be placed, weightiest first: what the plan names in its order, then what matters. */
const wantedCompetencies = (
  named: ReadonlyMap<Competency, SessionToFill>,
  forRole: ForRole,
): Wanted[] => {
  const { role, bank } = forRole;
  const eligible = (competency: Competency) =>
    notAskedYet(eligibleQuestions(competency, { ...forRole, role: roleFor(competency, forRole) }));
  const ofPlan = [...named].map(([competency, session]) => ({
    competency,
    named: session,
    eligible: eligible(competency),
    why: [
      "The plan names it for this session.",
      ...reasonsFor(competency, role).map(({ says }) => says),
    ],
  }));
  const others = weighCompetencies(bank, role)
    .filter(({ competency }) => !named.has(competency))
    .map(({ competency, why }) => ({ competency, eligible: eligible(competency), why }));
  return [...ofPlan, ...others];
};

/** A plan may name the craft of another family: then it is asked as that family's. */
const roleFor = (competency: Competency, { role, bank }: { role: Role; bank: Bank }): Role => {
  const { families } = competency;
  if (fitsFamily(competency, role.family) || families === "all") return role;
  return { ...role, family: bank.families.find(({ id }) => id === families[0]) ?? null };
};

/** A session for which the plan names something is about that alone. */
const toPlace = (
  { competency, eligible, named }: Wanted,
  {
    sessions,
    isNamedFor,
  }: { sessions: readonly SessionToFill[]; isNamedFor: ReadonlySet<SessionToFill> },
): ToPlace => ({
  id: competency.id,
  minutes: shortestOf(eligible),
  suits: sessions.map((session) => {
    if (named !== undefined) return named === session ? 0 : null;
    return isNamedFor.has(session) ? null : suits(session, competency);
  }),
});

const notAsked = (left: readonly Wanted[]): SetFinding[] => {
  const ofPlan = left.flatMap(({ competency, named }) =>
    named === undefined
      ? []
      : [
          {
            code: "competency_not_asked" as const,
            sessionId: named.id,
            competencies: [competency.id],
            says: `The plan names "${competency.name}" for "${named.name}", and there is no time for it.`,
            todo: "Make the session longer, or name less for it.",
          },
        ],
  );
  const others = left.filter(({ named }) => named === undefined).map((one) => one.competency);
  if (others.length === 0) return ofPlan;
  const names = others.map(({ name }) => `"${name}"`).join(", ");
  return [
    ...ofPlan,
    {
      code: "competency_not_asked",
      competencies: others.map(({ id }) => id),
      says: `No session has room for ${names}, in the order of their weight.`,
      todo: "Name in the plan what matters most, make a session longer, or add one.",
    },
  ];
};

const emptySession = (part: SessionPart, all: readonly Wanted[]): SetFinding[] => {
  const { session, time, competencies } = part;
  if (competencies.length > 0) return [];
  const shortest = Math.min(...all.map(({ eligible }) => shortestOf(eligible)));
  if (shortest > time.forQuestions)
    return [
      {
        code: "time_too_short",
        sessionId: session.id,
        says: `"${session.name}" has ${time.forQuestions} minutes for questions, and the shortest takes ${shortest}.`,
        todo: "Make the session longer.",
      },
    ];
  return [
    {
      code: "session_without_questions",
      sessionId: session.id,
      says: `Nothing is left to ask in "${session.name}": the other sessions cover all that matters, or nobody there can judge it.`,
      todo: "Name competencies for it in the plan, or leave the session out.",
    },
  ];
};

const roomOf = (session: SessionToFill) => ({
  minutes: timeOf(session).forQuestions,
  most: Math.max(MOST_OF_SESSION, session.competencies?.length ?? 0),
});

/** What each session asks about. Every competency is in one session at most. */
export const divide = ({ sessions, role, bank, asked }: DivideRequest): Division => {
  const { named, findings } = namedCompetencies(sessions, bank);
  const isNamedFor = new Set(named.values());
  const all = wantedCompetencies(named, { role, bank, asked });
  const { at, leftOut } = place(
    all.map((one) => toPlace(one, { sessions, isNamedFor })),
    sessions.map(roomOf),
  );
  const alone = sessions.length === 1 ? [] : ["No other session asks about it."];
  const parts = sessions.map((session, index) => ({
    session,
    time: timeOf(session),
    competencies: all
      .filter(({ competency }) => at.get(competency.id) === index)
      .map(({ competency, eligible, why }) => ({ competency, eligible, why: [...why, ...alone] })),
  }));
  const left = all.filter(({ competency }) => leftOut.includes(competency.id));
  return {
    parts,
    findings: [...findings, ...parts.flatMap((part) => emptySession(part, all)), ...notAsked(left)],
    isTextSilent: bank.competencies.every(({ words }) => mentionsIn(role.text, words).length === 0),
  };
};
