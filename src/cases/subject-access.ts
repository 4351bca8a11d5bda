/** What is held on one candidate, for a request of access (GDPR, Article 15): what was written, proposed, decided, done and said in all their
 * cases, each automated step with its reasons out of the ledger. Others' private things are left out: addresses of people of the company,
 * their calendars, and words about how they work. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { FieldChange } from "../domain/field-change.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";
import type { Texts } from "../privacy/texts.ts";
import { getCase } from "./cases.ts";
import { type EditOf, editAfter } from "./edits-of.ts";
import { getProposal } from "./proposals.ts";
import type { RoundOf } from "./own-form-first.ts";

export interface SubjectAccessDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  ids: Ids;
}

/** JSON as it is sent: times as text. */
export interface SubjectAccess {
  madeAt: string;
  /** Lever's id of the contact. */
  candidate: string;
  name: string | null;
  erased: { at: string | null; reason: string; counts: unknown }[];
  /** When they wanted people instead of software. */
  optOuts: { at: string; by: string; endedAt: string | null; endedBy: string | null }[];
  cases: SubjectCase[];
  leftOut: string[];
}

export interface SubjectCase {
  id: string;
  opportunityId: string;
  posting: string;
  stage: string;
  status: string;
  mode: string;
  openedAt: string;
  closedAt: string | null;
  problems: unknown;
  steps: SubjectStep[];
  said: { kind: string; at: string | null; settledAt: string | null; content: unknown }[];
  chat: { by: string; at: string; topic: string | null; state: string | null; content: unknown }[];
  interviews: {
    startsAt: string;
    endsAt: string;
    moves: number;
    attended: boolean | null;
    reason: string | null;
    facts: unknown;
  }[];
  risks: { interviewAt: string; risk: number; reasons: string[]; model: string; at: string }[];
  requests: { at: string; intent: string | null; words: string | null; answer: unknown }[];
  stageRule: unknown;
  runs: {
    id: string;
    trigger: string;
    source: string;
    startedAt: string;
    status: string;
    outcome: string | null;
  }[];
  ledger: { seq: number; at: string; type: string; by: string; data: unknown }[];
}

/** What a person changed of a proposal; `erased`: nobody can tell any more. */
export type SubjectChanges = Pick<EditOf, "state" | "changes">;

/** Something that Convene proposed about them, and what became of it. */
export interface SubjectStep {
  proposalId: string;
  kind: string;
  class: string;
  status: string;
  at: string;
  /** Whose words: a draft by rules, or a model's that passed its checks. */
  wordedBy: string;
  policyVersion: number;
  digest: string;
  /** Of the event that it comes from. */
  trigger: string;
  decision: { word: string; by: string; at: string; reason: unknown } | null;
  /** With the decision that it is edited: what was changed of it. Null: nothing was. */
  changed: SubjectChanges | null;
  effects: { kind: string; status: string; at: string | null }[];
  /** Null: erased, or about an employee's own work. */
  content: unknown;
}

/** Of an employee more than of the candidate: that it was is told, its words are not. */
const OF_EMPLOYEES: ReadonlySet<string> = new Set(["nudge_feedback", "alert_recruiter"]);
const LEFT_OUT = [
  "Addresses, calendars and working hours of people of the company.",
  "Words of reminders to interviewers and of alerts to recruiters: that they were sent is listed.",
  "What a run looked up on its way (calendars of others among it): its steps are listed, and what came of them is the proposal.",
  "What Lever itself holds: the application, resume, notes and feedback forms. Ask for these in Lever.",
];

/** The export of the candidate of a case, in all their cases. That it was made, and by whom, is told to the ledger. Errors: `not_found`. */
export const exportSubject = async (
  { caseId, by }: { caseId: string; by: string },
  deps: SubjectAccessDeps,
): Promise<SubjectAccess> =>
  await deps.database.transaction(async (tx) => {
    const case_ = await getCase(tx, caseId);
    if (!case_) {
      throw new AppError({ code: "not_found", fault: "caller", message: "There is no such case." });
    }
    const made = await readAll(tx, case_.candidate, deps);
    await appendLedger(tx, {
      type: "candidate.exported",
      actor: by,
      correlationId: deps.ids.next("co"),
      data: { candidate: case_.candidate, cases: made.cases.length },
      at: deps.clock.now(),
    });
    return made;
  });

/** Every round that the export would tell of. Shape: none for a case that there is not. */
export const listRoundsOfSubject = async (
  reads: Database | Queryable,
  caseId: string,
): Promise<RoundOf[]> =>
  await reads.query<RoundOf & Row>(
    `select opportunity_id as "opportunityId", stage_id as "stageId" from cases
     where candidate = (select candidate from cases where id = $1) order by created_at, id`,
    [caseId],
  );

const readAll = async (
  tx: Queryable,
  candidate: string,
  { texts, clock }: SubjectAccessDeps,
): Promise<SubjectAccess> => {
  const rows = await tx.query<SubjectCase & { nameTextId: string | null } & Row>(
    `select id, opportunity_id as "opportunityId", posting_title as posting, stage_name as stage, status, mode, problems,
       created_at as "openedAt", closed_at as "closedAt", name_text_id as "nameTextId"
     from cases where candidate = $1 order by created_at, id`,
    [candidate],
  );
  const nameIds = rows.flatMap(({ nameTextId }) => nameTextId ?? []);
  const [name] = (await texts.openMany(tx, nameIds)).values();
  const cases: SubjectCase[] = [];
  for (const { nameTextId: _sealed, ...row } of rows) {
    cases.push({ ...row, ...(await readCase(tx, row.id, texts)) });
  }
  const erased = await tx.query<SubjectAccess["erased"][number] & Row>(
    "select erased_at as at, reason, counts from erasures where candidate = $1 order by asked_at",
    [candidate],
  );
  const optOuts = await tx.query<SubjectAccess["optOuts"][number] & Row>(
    `select at, said_by as by, ended_at as "endedAt", ended_by as "endedBy" from opt_outs
     where who = 'candidate' and subject = $1 order by at, id`,
    [candidate],
  );
  const all = { candidate, name: name ?? null, erased, optOuts, cases };
  return { madeAt: clock.now().toString(), ...asSent(all, addressesOf(cases)), leftOut: LEFT_OUT };
};

const readCase = async (tx: Queryable, caseId: string, texts: Texts) => {
  const open = opener(tx, texts);
  const steps = await readSteps(tx, caseId, { open, texts });
  const said = await open<SubjectCase["said"][number]>(
    `select kind, said_at as at, settled_at as "settledAt", text_id as content from candidate_answers
     where case_id = $1 and said_at is not null order by seq`,
    caseId,
    ["content"],
  );
  const chat = await open<SubjectCase["chat"][number]>(
    `select speaker as by, at, topic, state, text_id as content from chat_messages where case_id = $1 order by seq`,
    caseId,
    ["content"],
  );
  const requests = await open<SubjectCase["requests"][number]>(
    `select asked_at as at, intent, text_id as words, answer_text_id as answer from plain_requests where case_id = $1 order by seq`,
    caseId,
    ["words", "answer"],
  );
  const [stageRule] = await open<{ content: unknown }>(
    "select holds, judged_at as at, text_id as content from stage_rules where case_id = $1",
    caseId,
    ["content"],
  );
  return {
    steps,
    said,
    chat,
    requests,
    stageRule: stageRule ?? null,
    ...(await readPlain(tx, caseId)),
  };
};

/** What is kept without a seal: times, enums, figures and ids. */
const readPlain = async (tx: Queryable, caseId: string) => ({
  interviews: await tx.query<SubjectCase["interviews"][number] & Row>(
    `select starts_at as "startsAt", ends_at as "endsAt", moves, attended, reason, facts from attendances
     where case_id = $1 order by starts_at`,
    [caseId],
  ),
  risks: await tx.query<SubjectCase["risks"][number] & Row>(
    `select starts_at as "interviewAt", risk, reasons, model_version as model, told_at as at from no_show_risks
     where case_id = $1 order by told_at`,
    [caseId],
  ),
  runs: await tx.query<SubjectCase["runs"][number] & Row>(
    `select r.id, i.kind as trigger, i.source, r.started_at as "startedAt", r.status, r.outcome
     from runs r join inbox i on i.id = r.event_id where r.case_id = $1 order by r.started_at, r.id`,
    [caseId],
  ),
  ledger: await tx.query<SubjectCase["ledger"][number] & Row>(
    `select seq, at, type, actor as by, data from ledger where case_id = $1 order by seq`,
    [caseId],
  ),
});

type Open = ReturnType<typeof opener>;

/** Rows of a case with the texts of these columns opened; what was erased is null. */
const opener =
  (tx: Queryable, texts: Texts) =>
  async <Shape>(
    statement: string,
    caseId: string,
    columns: readonly string[],
  ): Promise<Shape[]> => {
    const rows = await tx.query(statement, [caseId]);
    const ids = rows.flatMap((row) =>
      columns.flatMap((name) => (typeof row[name] === "string" ? row[name] : [])),
    );
    const opened = await texts.openMany(tx, ids);
    return rows.map((row) => {
      const content = columns.map((name) => [name, contentOf(opened.get(String(row[name])))]);
      // The columns are those of the shape that is asked for.
      return { ...row, ...Object.fromEntries(content) } as Shape; // oxlint-disable-line typescript/no-unsafe-type-assertion
    });
  };

const contentOf = (text: string | undefined): unknown => {
  if (text === undefined) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

interface StepRow extends Omit<SubjectStep, "decision" | "effects" | "changed"> {
  word: string | null;
  decidedBy: string;
  decidedAt: string;
  reason: unknown;
  effects: SubjectStep["effects"];
}

const readSteps = async (
  tx: Queryable,
  caseId: string,
  { open, texts }: { open: Open; texts: Texts },
): Promise<SubjectStep[]> => {
  const rows = await open<StepRow>(
    `select p.id as "proposalId", p.kind, p.class, p.status, p.created_at as at, p.refined as "wordedBy",
       p.policy_version as "policyVersion", p.digest, i.kind as trigger, p.payload_text_id as content,
       d.decision as word, d.decided_by as "decidedBy", d.at as "decidedAt", d.reason_text_id as reason,
       coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'status', e.status, 'at', e.finished_at) order by e.step)
         from effects e where e.proposal_id = p.id), '[]') as effects
     from proposals p join runs r on r.id = p.run_id join inbox i on i.id = r.event_id
     left join decisions d on d.proposal_id = p.id where p.case_id = $1 order by p.created_at, p.id`,
    caseId,
    ["content", "reason"],
  );
  const steps: SubjectStep[] = [];
  for (const { word, decidedBy, decidedAt, reason, ...row } of rows) {
    steps.push({
      ...row,
      content: OF_EMPLOYEES.has(row.kind) ? null : row.content,
      decision: word === null ? null : { word, by: decidedBy, at: decidedAt, reason },
      changed: word === "edit" ? await changedOf(tx, row.proposalId, texts) : null,
    });
  }
  return steps;
};

/** How people of the company work among themselves is not the candidate's. */
const OF_COMPANY: ReadonlySet<FieldChange["field"]> = new Set([
  "trainees",
  "room",
  "calendar of the event",
]);

const changedOf = async (
  tx: Queryable,
  proposalId: string,
  texts: Texts,
): Promise<SubjectChanges | null> => {
  const proposal = await getProposal(tx, proposalId);
  const edit = proposal && (await editAfter(tx, proposal, texts));
  if (!edit) return null;
  const changes = edit.changes.filter(({ field }) => !OF_COMPANY.has(field));
  return { state: edit.state, changes };
};

const ADDRESS = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+\.[A-Za-z]{2,}/g;
const OTHERS = "(an address of the company)";
/** Of a payload: how people of the company work, by the names of its fields. */
const PRIVATE: ReadonlySet<string> = new Set([
  "trainees",
  "room",
  "organizer",
  "score",
  "scores",
  "load",
]);

/** The candidate's own addresses, which stay. */
const addressesOf = (cases: readonly SubjectCase[]): Set<string> =>
  new Set(
    cases.flatMap(({ steps }) =>
      steps.flatMap(({ content }) => {
        const candidate = fieldOf(content, "candidate");
        const email = fieldOf(candidate, "email");
        return typeof email === "string" ? [email.toLowerCase()] : [];
      }),
    ),
  );

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value
    ? (value as Record<string, unknown>)[name] // oxlint-disable-line typescript/no-unsafe-type-assertion
    : undefined;

const isPersonOfCompany = (value: unknown): value is { userId: string } =>
  fieldOf(value, "userId") !== undefined;

/** As JSON, without others' addresses. */
const asSent = <Value>(value: Value, own: ReadonlySet<string>): Value => {
  const text = JSON.stringify(value, (key: string, each: unknown) => {
    if (PRIVATE.has(key)) return undefined;
    if (isPersonOfCompany(each)) return { ...each, userId: undefined, zone: undefined };
    if (typeof each !== "string") return each;
    return each.replaceAll(ADDRESS, (found) => (own.has(found.toLowerCase()) ? found : OTHERS));
  });
  return JSON.parse(text) as Value; // oxlint-disable-line typescript/no-unsafe-type-assertion
};
