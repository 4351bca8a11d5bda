/** When the rule of a plan for its stage is judged, and how it stood last. It is judged by an event like any other, whose run
 * meets the same gate: what the rule comes to is a proposal, and never done by itself. */
import type { Asker } from "../domain/decision-channel.ts";
import { z } from "zod";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import type { StageRule } from "../domain/plan.ts";
import { bestMatch } from "../domain/plan-match.ts";
import { touchedAt } from "../domain/touched-at.ts";
import type { FeedbackFacts } from "../feedback/owed.ts";
import {
  endOf,
  isBefore,
  isGone,
  isHandedIn,
  isOfMissed,
  panelsAt,
  seatsOf,
} from "../feedback/seats.ts";
import { derivedId } from "../identifiers.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import type { PlanReader } from "../plans/reader.ts";
import { isEvaluativeOn } from "../policy/decide.ts";
import { readPolicy } from "../policy/store.ts";
import type { Texts } from "../privacy/texts.ts";
import { conflict, lockCase, refuseWhileWaiting } from "./asked-case.ts";
import { getCase } from "./cases.ts";
import { refuseWhileHeld, refuseWhileOff } from "./evaluative.ts";
import type { CaseRecord } from "./records.ts";
import { refuseLeft } from "./opt-outs.ts";

type Reads = Database | Queryable;

/** Kind of the event that the forms of a round are otherwise than when its rule was judged last. */
export const STAGE_RULE_DUE = "stage_rule_due";

/** Kind of the event that somebody asks how the rule stands. */
export const STAGE_RULE_REQUESTED = "stage_rule_requested";

/** Both of them. */
export const STAGE_RULES: ReadonlySet<string> = new Set([STAGE_RULE_DUE, STAGE_RULE_REQUESTED]);

/** What everybody is told while evaluative features are switched off. */
export const STAGE_RULE_OFF =
  "Stage rules are evaluative and are switched off. An admin turns them on under Settings (docs/policies.md); what waits can be rejected in the inbox.";

/** A case whose plan has a rule. */
export interface RuledCase {
  case_: Pick<CaseRecord, "id" | "opportunityId" | "stageId">;
  rule: StageRule;
}

/** Has the rule judged, in the transaction of a look, unless it was judged by the same forms. Before anybody has handed in there
 * is nothing to judge; while evaluative features are switched off nothing is. */
export const askForChangedRule = async (
  tx: Tx,
  { case_, rule, facts }: RuledCase & { facts: FeedbackFacts },
  deps: AcceptDeps,
): Promise<void> => {
  if (!isEvaluativeOn((await readPolicy(tx)).policy)) return;
  const state = stateOf(case_.stageId, facts);
  const [known] = await tx.query<{ seen: string | null }>(
    "select seen from stage_rules where case_id = $1",
    [case_.id],
  );
  if (!known && state.forms.length === 0) return;
  const seen = digestOf({ rule, ...state });
  if (known?.seen === seen) return;
  await tx.query(
    `insert into stage_rules (case_id, seen) values ($1, $2)
     on conflict (case_id) do update set seen = excluded.seen`,
    [case_.id, seen],
  );
  await acceptEvent(
    tx,
    {
      source: "clock",
      kind: STAGE_RULE_DUE,
      deliveryKey: `stage_rule:${deps.ids.next("sr")}`,
      opportunityId: case_.opportunityId,
      data: { caseId: case_.id },
    },
    deps,
  );
};

/** All that the judgement of a stage's round rests on. A form of a panel that is gone may be of any. */
const stateOf = (stageId: string, facts: FeedbackFacts) => {
  const { panels, forms, users, missed, now } = facts;
  const own = panelsAt(panels, stageId);
  const seats = own
    .flatMap((panel) => seatsOf(panel, missed))
    .map((seat) => ({
      interview: seat.interview.id,
      user: seat.userId,
      hasEnded: !isBefore(now, endOf(seat.interview)),
      isOwed: seat.templateId !== null && !isHandedIn(seat, forms) && !isGone(seat.userId, users),
    }));
  const others = new Set(
    panels
      .filter((panel) => !own.includes(panel))
      .flatMap(({ interviews }) => interviews.map(({ id }) => id)),
  );
  return {
    seats,
    forms: forms
      .filter(
        (form) =>
          !isOfMissed(form, facts) && (form.interviewId === null || !others.has(form.interviewId)),
      )
      .map((form) => ({ id: form.id, at: touchedAt(form).toString() })),
  };
};

type Deps = AcceptDeps & { database: Database };

/** Has it judged. Errors: `not_found`; `conflict` when the case is closed, evaluative features are switched off, or it is being
 * judged already. */
export const askForStageRule = async (
  { caseId, ...asker }: { caseId: string } & Asker,
  deps: Deps,
): Promise<{ eventId: string }> =>
  await deps.database.transaction(async (tx) => {
    const case_ = await lockCase(tx, caseId);
    await refuseLeft(tx, case_.id);
    if (case_.closedAt !== null) throw conflict("This case is closed: nobody is moved on from it.");
    await refuseWhileOff(tx, STAGE_RULE_OFF);
    await refuseWhileHeld(tx, { feature: "stage_rule", place: case_, now: deps.clock.now() });
    const says = "The rule is being judged already: see what comes of it.";
    await refuseWhileWaiting(tx, case_, { kind: STAGE_RULE_REQUESTED, says });
    const { eventId } = await acceptEvent(
      tx,
      {
        source: "person",
        kind: STAGE_RULE_REQUESTED,
        deliveryKey: `stage_rule:${deps.ids.next("rq")}`,
        opportunityId: case_.opportunityId,
        data: { caseId, ...asker },
      },
      deps,
    );
    return { eventId };
  });

/** The rule by which a case's candidate may be moved on, as it is now. */
export interface RuleInForce {
  /** Evaluative features are on. */
  isOn: boolean;
  /** Null: its plan has none any more. */
  rule: StageRule | null;
}

/** Read afresh: what was approved by another one is not done. */
export const readRuleInForce = async (
  caseId: string,
  { database, plans }: { database: Database; plans: Pick<PlanReader, "all"> },
): Promise<RuleInForce> => {
  const case_ = await getCase(database, caseId);
  return {
    isOn: isEvaluativeOn((await readPolicy(database)).policy),
    rule: (case_ && bestMatch(await plans.all(), case_)?.stageRule) ?? null,
  };
};

/** How a rule stood when it was judged. */
const JudgedText = z.strictObject({
  moveTo: z.string(),
  reasons: z.array(z.string()),
});

/** The same with when that was. */
export interface JudgedRule extends z.infer<typeof JudgedText> {
  holds: boolean;
  judgedAt: Temporal.Instant;
}

/** Keeps it; the one before is forgotten. */
export const keepJudgedRule = async (
  tx: Tx,
  { case_, judged }: { case_: Pick<CaseRecord, "id" | "candidate">; judged: JudgedRule },
  texts: Texts,
): Promise<void> => {
  const { holds, judgedAt, ...text } = judged;
  const textId = await texts.seal(tx, {
    candidate: case_.candidate,
    kind: "stage_rule",
    text: JSON.stringify(text),
    id: derivedId("tx", case_.id, "stage_rule"),
  });
  await tx.query(
    `insert into stage_rules (case_id, judged_at, holds, text_id) values ($1, $2, $3, $4)
     on conflict (case_id) do update set judged_at = excluded.judged_at, holds = excluded.holds,
       text_id = excluded.text_id`,
    [case_.id, judgedAt.toString(), holds, textId],
  );
  await tx.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "cases", caseId: case_.id }),
  ]);
};

/** Forgets it: its plan has no rule any more. */
export const forgetJudgedRule = async (tx: Tx, caseId: string): Promise<void> => {
  await tx.query("delete from stage_rules where case_id = $1", [caseId]);
};

/** Null: it was never judged, or its candidate was erased. */
export const readJudgedRule = async (
  reads: Reads,
  caseId: string,
  texts: Texts,
): Promise<JudgedRule | null> => {
  const [row] = await reads.query<
    { holds: boolean; judgedAt: Temporal.Instant; textId: string } & Row
  >(
    `select holds, judged_at as "judgedAt", text_id as "textId" from stage_rules
     where case_id = $1 and judged_at is not null and text_id is not null`,
    [caseId],
  );
  const text = row && (await texts.open(reads, row.textId));
  if (!text) return null;
  return { ...JudgedText.parse(JSON.parse(text)), holds: row.holds, judgedAt: row.judgedAt };
};
