/** Of whom a proposal is asked: what a rule of policy says now, also of what has waited since before. One answer for whoever decides, for
 * what pages show of it, and for whom messages are sent to. */
import type { Database, Queryable } from "../db/port.ts";
import type { Role } from "../domain/access.ts";
import type { AedtRecord } from "../domain/aedt.ts";
import { AppError } from "../domain/errors.ts";
import { type Ask, DeciderRole, type Policy } from "../domain/policy.ts";
import { type KnownPerson, isCalled, keysOf } from "../domain/known-person.ts";
import type { Clock } from "../domain/time.ts";
import { listAedtRecords } from "../policy/aedt-records.ts";
import { answerBy } from "../policy/answer-now.ts";
import { isEvaluativeOn } from "../policy/decide.ts";
import {
  type AskedWhen,
  type Decider,
  areAdminsAsked,
  isAsked,
  listDeciders,
  reaches,
  whomInWords,
} from "../policy/deciders.ts";
import { readPolicy } from "../policy/store.ts";
import { type Approval, type AskedReader, readApprovals, whyNotTwice } from "./approvals.ts";
import { type Present, areNextAsked, readAbsences } from "./asked-away.ts";
import { conflict } from "./asked-case.ts";
import { getCase } from "./cases.ts";
import { isInForce, listDelegations } from "./delegations.ts";
import { type NamedPerson, type People, readNamed, withNames } from "./named-people.ts";
import { getProposal } from "./proposals.ts";
import type { CaseRecord, ProposalRecord } from "./records.ts";

/** What the answer depends on, read once for many proposals. */
export interface AskingNow extends Present {
  policy: Policy;
  /** On record for New York City. */
  aedt: readonly AedtRecord[];
  /** Whom those mean who are named by a name. */
  named: readonly NamedPerson[];
}

/** When, and who Lever's users are; or who was found among them before, where Lever is not to be waited for. */
type Reading = { now: Temporal.Instant } & ({ people: People } | Pick<AskingNow, "named">);

type Naming = Pick<AskingNow, "policy" | "deciders" | "delegations">;

const readNaming = async (reads: Database | Queryable, now: Temporal.Instant): Promise<Naming> => ({
  policy: (await readPolicy(reads)).policy,
  deciders: await listDeciders(reads, now),
  delegations: await listDelegations(reads, now),
});

const namedIn = async (
  { policy, deciders, delegations }: Naming,
  people: People,
): Promise<NamedPerson[]> => {
  const names = [
    ...policy.rules.flatMap(({ answer }) => (answer?.do === "ask" ? (answer.people ?? []) : [])),
    ...delegations.flatMap(({ person, delegate }) => [person, delegate]),
  ];
  return await readNamed(names, { deciders, people });
};

/** Whom those mean now who are named by a name: for whoever must not wait for Lever afterwards. */
export const readNamedNow = async (
  reads: Database | Queryable,
  { now, people }: { now: Temporal.Instant; people: People },
): Promise<NamedPerson[]> => await namedIn(await readNaming(reads, now), people);

/** Reads it for these proposals: of others nobody counts as away. */
export const readAskingNow = async (
  reads: Database | Queryable,
  proposalIds: readonly string[],
  reading: Reading,
): Promise<AskingNow> => {
  const { now } = reading;
  const naming = await readNaming(reads, now);
  const named = "people" in reading ? await namedIn(naming, reading.people) : reading.named;
  return {
    ...naming,
    now,
    named,
    deciders: naming.deciders.map((decider) => withNames(decider, named)),
    aedt: await listAedtRecords(reads),
    absences: await readAbsences(reads, proposalIds),
  };
};

interface Asked {
  proposal: ProposalRecord;
  case_: CaseRecord;
}

/** What policy asks of a proposal. Null: nothing is asked, or the law of its place holds it back. */
export const askOf = (
  proposal: ProposalRecord,
  case_: CaseRecord,
  asking: Pick<AskingNow, "policy" | "aedt" | "now">,
): Ask | null => {
  const { answer } = answerBy(asking, { proposal, ground: case_, now: asking.now });
  return answer.do === "ask" ? answer : null;
};

/** The same for one case: whose reach ends before it is not there, whatever a rule says of them. */
export const presentAt = <Now extends Pick<Present, "deciders">>(
  present: Now,
  case_: Pick<CaseRecord, "team" | "requisitions" | "isConfidential">,
): Now => ({ ...present, deciders: present.deciders.filter((one) => reaches(one, case_)) });

export type Answering = Present & Pick<AskingNow, "named">;
type Made = Pick<ProposalRecord, "id" | "createdAt">;

const whenOf = (ask: Ask, made: Made, present: Present): AskedWhen => ({
  since: made.createdAt,
  now: present.now,
  isNext: areNextAsked(ask, made, present),
});

/** Whether admins are asked by now, who come after those whom the rule asks first. */
export const hasMovedOn = (ask: Ask, made: Made, present: Present): boolean =>
  areAdminsAsked(ask, whenOf(ask, made, present));

/** As whom somebody answers: themselves, or for whoever has passed it on to them. Where nobody can decide any more whom the rule asks,
 * admins are asked. Null: they are not asked. */
export const answeringAs = (
  ask: Ask,
  { decider: given, proposal }: { decider: Decider; proposal: Made },
  present: Answering,
): AskedReader | null => {
  const { deciders, delegations, named, now } = present;
  const decider = withNames(given, named);
  const { name } = decider;
  const keys = keysOf(decider);
  const themselves = { name, onBehalfOf: null, keys, forKeys: keys };
  const when = whenOf(ask, proposal, present);
  if (isAsked(ask, decider, when)) return themselves;
  const theirs = deciders.filter((one) => isAsked(ask, one, when));
  const own = theirs.length > 0 ? theirs : deciders.filter(({ role }) => role === "admin");
  if (theirs.length === 0 && decider.role === "admin") return themselves;
  const passedOn = delegations.find(
    (one) =>
      isCalled(decider, one.delegate) &&
      isInForce(one, now) &&
      own.some((each) => isCalled(each, one.person)),
  );
  if (!passedOn) return null;
  const away = own.filter((each) => isCalled(each, passedOn.person));
  return { name, onBehalfOf: passedOn.person, keys, forKeys: away.flatMap(keysOf) };
};

/** Whom it waits for, in one line for whoever is not asked. */
export const waitsForInWords = (ask: Ask, made: Made, present: Present): string => {
  const { deciders, now, delegations } = present;
  const when = whenOf(ask, made, present);
  const isNobodyLeft =
    deciders.some(({ role }) => role === "admin") &&
    !deciders.some((one) => isAsked(ask, one, when));
  if (isNobodyLeft) {
    return `This waits for an admin: of those whom a rule of the policy asks (${whomInWords(ask)}) nobody can decide any more.`;
  }
  const instead = delegations.flatMap((one) =>
    isInForce(one, now) && isAmong(one.person, ask.people ?? [], deciders)
      ? [`${one.delegate} in place of ${one.person}`]
      : [],
  );
  const all = [whomInWords(ask), ...instead].join(", or ");
  const isByRule = ask.of !== undefined || ask.people !== undefined;
  const by = isByRule ? ": a rule of the policy asks for them" : "";
  return `This waits for ${all}${laterInWords(ask, when)}${by}.`;
};

/** Whether somebody is one of those named, in whatever way. */
const isAmong = (
  person: string,
  people: readonly string[],
  deciders: readonly Decider[],
): boolean =>
  people.includes(person) ||
  deciders.some(
    (decider) => isCalled(decider, person) && people.some((named) => isCalled(decider, named)),
  );

const laterInWords = (ask: Ask, when: AskedWhen): string => {
  const { hours, afterwards } = ask;
  if (hours === undefined || afterwards !== "ask_admins") return "";
  if (areAdminsAsked(ask, when)) return ", and by now for any admin as well";
  const after = hours === 1 ? "an hour" : `${hours} hours`;
  return `, and ${after} after it was proposed for any admin as well`;
};

interface AskedOfSomebody extends Asked {
  by: Decider;
}

/** What is asked of somebody who may decide, and in whose place they answer; or why they can do no more than reject it. */
type AskedOf = ({ whyNot: null } & AnswerOf) | { whyNot: AppError };

/** `as`: null where nobody is asked, and whoever may decide is before the clock, or the gate. */
interface AnswerOf {
  ask: Ask | null;
  as: AskedReader | null;
}

const askedOf = ({ proposal, case_, by }: AskedOfSomebody, asking: AskingNow): AskedOf => {
  const isOff = proposal.class === "evaluative" && !isEvaluativeOn(asking.policy);
  if (isOff) return { whyNot: conflict(OFF_SINCE) };
  const { now } = asking;
  const { answer, held } = answerBy(asking, { proposal, ground: case_, now });
  if (held !== null) return { whyNot: conflict(`${held} Until then it can only be rejected.`) };
  // Nobody is asked: whoever may decide is before the clock, or the gate.
  if (answer.do !== "ask") return { whyNot: null, ask: null, as: null };
  const present = presentAt(asking, case_);
  const as = answeringAs(answer, { decider: by, proposal }, present);
  if (as) return { whyNot: null, ask: answer, as };
  const message = `${waitsForInWords(answer, proposal, present)} You can still reject it.`;
  return { whyNot: new AppError({ code: "forbidden", fault: "caller", message }) };
};

/** What is evaluative is switched off at once: what waits from before can only be rejected. */
const OFF_SINCE =
  "Evaluative features have been switched off since, so this can only be rejected. An admin switches them on under Settings.";

/** Errors: `forbidden` for who may decide, and is not asked this time, nor is a delegate of who is. Whatever a rule says, an admin may where nobody
 * whom it asks can decide any more. `conflict` with the reason for what is switched off, or the law of its place holds back. */
export const refuseUnasked = (asked: AskedOfSomebody, asking: AskingNow): AnswerOf => {
  const found = askedOf(asked, asking);
  if (found.whyNot !== null) throw found.whyNot;
  return found;
};

/** Whoever looks at a proposal. Null: nobody in particular. */
export type Onlooker = (KnownPerson & { role: Role }) | null;

/** Why whoever looks at a proposal cannot approve it, in one line: the very words with which it would be refused. Null: they are asked, or
 * it does not wait. `approvals`: those that it has. */
export const whyNotYours = (
  { proposal, case_, by, approvals }: Asked & { by: Onlooker; approvals: readonly Approval[] },
  asking: AskingNow,
): string | null => {
  if (proposal.status !== "waiting") return null;
  const role = DeciderRole.options.find((known) => known === by?.role);
  if (!by || !role) {
    const ask = askOf(proposal, case_, asking) ?? { do: "ask" };
    return waitsForInWords(ask, proposal, presentAt(asking, case_));
  }
  const found = askedOf({ proposal, case_, by: { ...by, role } }, asking);
  if (found.whyNot !== null) return found.whyNot.message;
  const { ask, as } = found;
  return ask?.fourEyes && as ? whyNotTwice(approvals, as) : null;
};

/** The same of one proposal, read for it. Null also where there is none. */
export const readWhyNotYours = async (
  proposalId: string,
  by: Onlooker,
  { database, clock, lever }: { database: Database; clock: Clock; lever: People },
): Promise<string | null> => {
  const proposal = await getProposal(database, proposalId);
  const case_ = proposal && (await getCase(database, proposal.caseId));
  if (!case_) return null;
  const approvals = await readApprovals(database, proposal);
  const asking = await readAskingNow(database, [proposalId], { now: clock.now(), people: lever });
  return whyNotYours({ proposal, case_, by, approvals }, asking);
};
