/** Whom a waiting proposal is asked of now, and how it stands for each of them. */
import type { Database, Queryable } from "../db/port.ts";
import type { Ask } from "../domain/policy.ts";
import { CHANNEL_OF_DECISION } from "../domain/decision-channel.ts";
import { type FieldChange, changesInWords } from "../domain/field-change.ts";
import { isCalled } from "../domain/known-person.ts";
import { momentInWords } from "../domain/time.ts";
import type { Texts } from "../privacy/texts.ts";
import { type Decider, whomInWords } from "../policy/deciders.ts";
import { type AskedReader, readApprovals, whyNotTwice } from "./approvals.ts";
import { type Present, areNextAsked, whoIsAway } from "./asked-away.ts";
import {
  type Answering,
  type AskingNow,
  answeringAs,
  askOf,
  hasMovedOn,
  presentAt,
  waitsForInWords,
} from "./asked-of.ts";
import { type DecisionRecord, getDecision } from "./decisions.ts";
import { isInForce } from "./delegations.ts";
import { changedFrom, editAfter, editsBefore } from "./edits-of.ts";
import type { CaseRecord, ProposalRecord } from "./records.ts";

/** Those of `among` who are asked: first who are so themselves, then their delegates. */
export const readersOf = (
  ask: Ask,
  { proposal, among }: { proposal: ProposalRecord; among: readonly Decider[] },
  present: Answering,
): AskedReader[] => {
  const all = among.flatMap((decider) => answeringAs(ask, { decider, proposal }, present) ?? []);
  const inOrder = [
    ...all.filter(({ onBehalfOf }) => onBehalfOf === null),
    ...all.filter(({ onBehalfOf }) => onBehalfOf !== null),
  ];
  return inOrder.filter(({ name }, at) => inOrder.findIndex((one) => one.name === name) === at);
};

/** Why somebody is asked who else would not be, or not yet. */
const absenceInWords = (
  ask: Ask,
  { proposal, reader }: { proposal: ProposalRecord; reader: AskedReader },
  present: Present,
): string[] => {
  const { name, onBehalfOf } = reader;
  const away = whoIsAway(ask, proposal, present);
  // A channel's readers are nobody in particular.
  if (!present.deciders.some((one) => one.name === name)) {
    return absenceInChannel(away, areNextAsked(ask, proposal, present), present);
  }
  const isInTheirPlace = onBehalfOf !== null && away.some((one) => isCalled(one, onBehalfOf));
  const names = away.map((one) => one.name);
  const isNext = !names.includes(name) && areNextAsked(ask, proposal, present);
  const theirs = isInTheirPlace ? [onBehalfOf] : isNext ? names : [];
  return theirs.length === 0 ? [] : [`${outOfOffice(theirs)}, so you are asked now.`];
};

const outOfOffice = (names: readonly string[]): string =>
  `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} out of office until this is due, by the calendar`;

/** Who is asked instead of somebody, for all who read it. */
const absenceInChannel = (
  away: readonly Decider[],
  isNext: boolean,
  { delegations, now }: Pick<Present, "delegations" | "now">,
): string[] => {
  if (isNext) return [`${outOfOffice(away.map(({ name }) => name))}, so any admin is asked now.`];
  return delegations.flatMap((one) =>
    isInForce(one, now) && away.some((each) => isCalled(each, one.person))
      ? [`${outOfOffice([one.person])}, so ${one.delegate} is asked in their place.`]
      : [],
  );
};

/** How a proposal stands for whoever was told of it. `key`: tells one state from another, and holds no word of it. */
export interface Standing {
  key: string;
  isOpen: boolean;
  lines: string[];
  /** Who approved what people had edited before; null: nobody has, or nobody had edited it. */
  approvedEdited: string | null;
}

/** Whether it waits for admins as well by now, and did not as it was told last. `before`: the key of then. */
export const isNewlyForAdmins = (
  before: string,
  { isOpen, key }: Pick<Standing, "isOpen" | "key">,
): boolean => isOpen && key.includes(FOR_ADMINS) && !before.includes(FOR_ADMINS);

const FOR_ADMINS = " admins";

/** Nothing of it is told any more. */
export const OVER = "over";

interface StandingOf {
  texts: Texts;
  proposal: ProposalRecord;
  case_: CaseRecord;
  /** Null: they are asked no more. */
  reader: AskedReader | null;
  zone: string;
}

/** Reads it as it is now. */
export const standingOf = async (
  reads: Database | Queryable,
  { proposal, case_, reader, zone, texts }: StandingOf,
  asking: AskingNow,
): Promise<Standing> => {
  if (proposal.status !== "waiting") {
    const decision = await getDecision(reads, proposal.id);
    const changes = await changesTold(reads, { proposal, decision }, texts);
    return {
      key: OVER,
      isOpen: false,
      lines: endInWords(proposal, decision, changes),
      approvedEdited:
        decision?.decision === "approve" && changes?.length ? decision.decidedBy : null,
    };
  }
  const present = presentAt(asking, case_);
  const ask = askOf(proposal, case_, asking);
  if (!ask || !reader) {
    const line = ask
      ? waitsForInWords(ask, proposal, present)
      : "This waits for somebody else now.";
    return { key: "elsewhere", isOpen: false, lines: [line], approvedEdited: null };
  }
  const approvals = ask.fourEyes ? await readApprovals(reads, proposal) : [];
  const first = approvals[0];
  const movedOn = hasMovedOn(ask, proposal, present);
  return {
    key: `waiting ${first ? 1 : 0}${movedOn ? FOR_ADMINS : ""}${reader.onBehalfOf === null ? "" : " delegate"}`,
    isOpen: !ask.fourEyes || whyNotTwice(approvals, reader) === null,
    approvedEdited: null,
    lines: [
      ...(reader.onBehalfOf === null ? [] : [`You are asked in place of ${reader.onBehalfOf}.`]),
      ...absenceInWords(ask, { proposal, reader }, present),
      ...(await editedInWords(reads, proposal, texts)),
      ...(first
        ? [
            `Approved by ${first.by}${placeInWords(first.onBehalfOf)}: a second person has to approve the same.`,
          ]
        : ask.fourEyes
          ? ["Two people have to approve this."]
          : []),
      `Asked: ${whomInWords(ask)}${movedOn ? ", and by now any admin" : ""}.`,
      untilInWords(ask, { proposal, movedOn, zone }),
    ],
  };
};

const untilInWords = (
  { hours, afterwards }: Ask,
  { proposal, movedOn, zone }: { proposal: ProposalRecord; movedOn: boolean; zone: string },
): string => {
  const end = `At ${momentInWords(proposal.expiresAt, zone)} it ends, and nothing is done.`;
  if (hours === undefined || afterwards !== "ask_admins" || movedOn) return end;
  return `From ${momentInWords(proposal.createdAt.add({ hours }), zone)} any admin may agree as well. ${end}`;
};

const placeInWords = (onBehalfOf: string | null): string =>
  onBehalfOf === null ? "" : ` in place of ${onBehalfOf}`;

const DECIDED: Partial<Record<DecisionRecord["decision"], string>> = {
  approve: "Approved",
  reject: "Rejected",
  edit: "Edited",
};

/** Of what was approved, all that people changed before; of what was edited, this edit. Null: nothing, or it cannot be read. */
const changesTold = async (
  reads: Database | Queryable,
  { proposal, decision }: { proposal: ProposalRecord; decision: DecisionRecord | null },
  texts: Texts,
): Promise<FieldChange[] | null> => {
  if (decision?.decision === "approve") return await changedFrom(reads, proposal, texts);
  if (decision?.decision !== "edit") return null;
  const edit = await editAfter(reads, proposal, texts);
  return edit?.state === "readable" ? edit.changes : null;
};

/** By whom, and which fields, without a word of them. */
const editedInWords = async (
  reads: Database | Queryable,
  proposal: ProposalRecord,
  texts: Texts,
): Promise<string[]> =>
  (await editsBefore(reads, proposal, texts)).map(({ decision, changes }) => {
    const fields = [...new Set(changes.map(({ field }) => field))];
    return `Edited by ${decision.decidedBy}${placeInWords(decision.onBehalfOf)}${fields.length === 0 ? "" : `: ${fields.join(", ")}`}.`;
  });

/** How it ended, in words without any of its own. */
const endInWords = (
  { status }: ProposalRecord,
  decision: DecisionRecord | null,
  changes: FieldChange[] | null,
): string[] => {
  const word = decision && DECIDED[decision.decision];
  if (decision && word) {
    const { decidedBy, onBehalfOf, via } = decision;
    const where = via === null ? "" : `, ${CHANNEL_OF_DECISION[via]}`;
    const changed = changes?.length ? ` with ${changesInWords(changes.length)}` : "";
    const said = `${word} by ${decidedBy}${placeInWords(onBehalfOf)}${changed}${where}.`;
    return decision.decision === "edit"
      ? [said, "What was made of it waits for an approval of its own."]
      : [said];
  }
  if (status === "expired")
    return ["Nobody decided in time, so it has ended and nothing was done."];
  if (status === "superseded")
    return [
      "It does not wait any more: something newer has taken its place, or its case has ended.",
    ];
  if (status === "observed") return ["It does not wait any more: the policy only records it now."];
  return ["It does not wait any more: the policy has decided on it."];
};
