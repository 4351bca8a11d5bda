/** Who may: what each role is for, and how far somebody's reach goes. The one table for HTTP, tools, MCP and live updates. */

export const ROLES = ["admin", "recruiter", "hiring_manager", "interviewer", "auditor"] as const;
export type Role = (typeof ROLES)[number];

/** What something needs of whoever asks. */
export type Need =
  /** What is about whoever asks. */
  | "own"
  /** What the company has set: policy, plans, guides, questions. No word of or about a candidate. */
  | "settings"
  /** The trail and figures: the ledger, events, comparisons with Lever, insights. No word of a candidate. */
  | "audit"
  /** How people decide, and what an auditor of the tools needs. No name and no word of a candidate. */
  | "oversee"
  /** Candidates, their cases, and what is proposed for them. */
  | "read"
  | "decide"
  | "admin";

const ALLOWED: Record<Need, readonly Role[]> = {
  own: ROLES,
  settings: ["admin", "recruiter", "hiring_manager", "auditor"],
  audit: ["admin", "recruiter", "auditor"],
  oversee: ["admin", "auditor"],
  read: ["admin", "recruiter", "hiring_manager"],
  decide: ["admin", "recruiter"],
  admin: ["admin"],
};

export const NEEDS = Object.keys(ALLOWED);

/** The roles that may. */
export const rolesFor = (need: Need): readonly Role[] => ALLOWED[need];

/** Whether the role may. */
export const mayAccess = ({ role }: { role: Role }, need: Need): boolean =>
  ALLOWED[need].includes(role);

/** How far somebody's reach goes: what is of one of these teams, or for one of these requisitions. Null: everywhere. */
export type Scope = { teams: readonly string[]; requisitions: readonly string[] } | null;

/** What a scope is asked about. Whatever is for few in Lever has neither team nor requisition here. */
export interface Placed {
  team: string | null;
  requisitions: readonly string[];
}

/** Whether it is within reach. */
export const isInScope = (scope: Scope, { team, requisitions }: Placed): boolean =>
  scope === null ||
  (team !== null && scope.teams.includes(team)) ||
  requisitions.some((code) => scope.requisitions.includes(code));

/** The reach of a role as it was given: a hiring manager's ends at what was named, and without a name at nothing. */
export const scopeOf = (
  role: Role,
  {
    teams,
    requisitions,
  }: { teams: readonly string[] | null; requisitions: readonly string[] | null },
): Scope =>
  teams === null && requisitions === null && role !== "hiring_manager"
    ? null
    : { teams: teams ?? [], requisitions: requisitions ?? [] };

/** Kinds of things that an id can name, each of a candidate. */
export const THINGS = [
  "case",
  "opportunity",
  "proposal",
  "run",
  "effect",
  "event",
  "answer",
  "question",
  "posting",
] as const;
export type Thing = (typeof THINGS)[number];

/** Whom something is about, and so how a scope bounds it. */
export type About =
  /** No candidate. */
  | "nobody"
  /** Whoever asks. */
  | "asker"
  /** All candidates at once: for nobody whose reach is bounded. */
  | "everybody"
  /** A list, which leaves out what is beyond reach by itself. */
  | "listed"
  /** The thing that an id in this field names: beyond reach it is as if it were not there. */
  | { thing: Thing; in: string };

const WORDS: ReadonlySet<unknown> = new Set(["nobody", "asker", "everybody", "listed"]);

/** What is wrong with a rule as it stands, for whoever starts the program. Shape: null when nothing is. */
export const faultOfRule = (
  rule: { access?: unknown; about?: unknown },
  { fields, isPublicAllowed }: { fields: readonly string[]; isPublicAllowed: boolean },
): string | null => {
  const { access, about } = rule;
  const isKnown = typeof access === "string" && NEEDS.includes(access);
  if (!isKnown && !(isPublicAllowed && access === "public")) return "does not say who may";
  if (WORDS.has(about)) return null;
  if (typeof about !== "object" || about === null) return "does not say whom it is about";
  const { thing, in: field } = about as { thing?: unknown; in?: unknown };
  if (!THINGS.some((known) => known === thing)) return "is about a thing that nobody knows";
  return fields.some((known) => known === field)
    ? null
    : `is about what ${String(field)} names, and takes no such field`;
};
