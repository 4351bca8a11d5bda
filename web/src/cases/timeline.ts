/** All that happened in a case, as one list, newest first. */
import { basisInWords } from "../../../src/domain/policy-basis.ts";
import type { CaseDetail, EffectItem, ProposalItem } from "../../../src/http/api/schemas.ts";
import { decidedHow } from "../parts/decided-how.ts";
import { statusOf } from "../parts/badge.tsx";
import { linksOf } from "../parts/effect-links.ts";
import { eventInWords } from "../parts/words.ts";

/** What a moment is; the filter of the timeline. */
export type MomentKind = "event" | "run" | "decision" | "step";

/** One moment. */
export interface Moment {
  id: string;
  kind: MomentKind;
  at: string;
  status: string;
  title: string;
  words: string | null;
  /** Something went wrong: its words are those of the fault. */
  isFault: boolean;
  href: string | null;
  /** A run whose trace can be unfolded in place. */
  runId: string | null;
  /** A proposal that somebody edited: what they changed is shown in place. */
  editedId: string | null;
  /** Links of what was made. */
  links: { href: string; words: string }[];
}

const plain = { isFault: false, href: null, runId: null, editedId: null, links: [], words: null };

const MADE: Record<ProposalItem["kind"], string> = {
  book_interview: "Interview proposed",
  offer_times: "Times to offer proposed",
  change_booking: "Change of the interview proposed",
  cancel_booking: "Cancellation proposed",
  alert_recruiter: "Word to the recruiter proposed",
  send_brief: "Brief proposed",
  note_questions: "Note with questions proposed",
  post_synthesis: "Synthesis of feedback proposed",
  remind_candidate: "Reminder to the candidate proposed",
  remind_interviewers: "Reminder to interviewers proposed",
  warn_recruiter: "Word to the recruiter about an interview proposed",
  ask_arrival: "Question to the panel proposed",
  invite_again: "Mail that offers another time proposed",
  nudge_feedback: "Reminder of feedback proposed",
  move_stage: "Move to another stage proposed",
  book_debrief: "Debrief proposed",
  tell_question: "Word to the recruiter of a question proposed",
  tell_answer: "Mail that tells the candidate of an answer proposed",
  note_chat: "Note of the chat proposed",
};

const ofProposal = (proposal: ProposalItem): Moment[] => {
  const made: Moment = {
    ...plain,
    id: proposal.id,
    kind: "decision",
    at: proposal.createdAt,
    status: statusOf(proposal),
    title: MADE[proposal.kind],
    words: wordsOf(proposal),
    href: `/proposals/${proposal.id}`,
  };
  if (proposal.decision === null) return [made];
  const { decision } = proposal;
  return [
    made,
    {
      ...plain,
      id: `${proposal.id} decision`,
      kind: "decision",
      at: decision.at,
      status: "done",
      title: `${DECISIONS[decision.decision]} by ${decidedHow(decision)}`,
      words: whyDecided(decision),
      editedId: decision.decision === "edit" ? proposal.id : null,
      href: `/proposals/${proposal.id}`,
    },
  ];
};

/** In a person's words, or by the words of the policy. */
const whyDecided = ({ reason, basis }: NonNullable<ProposalItem["decision"]>): string | null => {
  if (reason !== null) return `“${reason}”`;
  return basis && `By ${basisInWords(basis)}.`;
};

const wordsOf = ({ summary, notSent }: ProposalItem): string => {
  if (notSent === null || notSent.isUnknown) return summary;
  return `${summary} Not sent${notSent.why === null ? "." : `: ${notSent.why}`}`;
};

const DECISIONS: Record<NonNullable<ProposalItem["decision"]>["decision"], string> = {
  approve: "Approved",
  edit: "Edited",
  reject: "Rejected",
  expire: "Expired, noted",
  perform: "Allowed without asking",
  observe: "Observed only, as decided",
  supersede: "Replaced",
};

const ofEffect = (effect: EffectItem): Moment[] => {
  const at = effect.finishedAt ?? effect.startedAt;
  if (at === null) return [];
  const isFault = effect.error !== null && effect.status !== "done";
  return [
    {
      ...plain,
      id: effect.id,
      kind: "step",
      at,
      status: effect.status,
      title: effect.label,
      words: isFault ? (effect.error?.message ?? null) : null,
      isFault,
      links: linksOf(effect),
    },
  ];
};

/** The moments of a case, newest first. */
export const momentsOf = (case_: CaseDetail): Moment[] =>
  [
    ...case_.events.map((event): Moment => ({
      ...plain,
      id: event.id,
      kind: "event",
      at: event.receivedAt,
      status: event.status,
      title: eventInWords(event.kind),
      words: event.error?.message ?? event.note,
      isFault: event.error !== null,
      href: event.status === "failed" ? "/events?status=failed" : null,
    })),
    ...case_.runs.map((run): Moment => ({
      ...plain,
      id: run.id,
      kind: "run",
      at: run.startedAt,
      status: run.status,
      title: "Convene worked on it",
      words: run.outcome,
      isFault: run.status === "failed",
      href: `/runs/${run.id}`,
      runId: run.id,
    })),
    ...case_.proposals.flatMap(ofProposal),
    ...case_.effects.flatMap(ofEffect),
  ].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
