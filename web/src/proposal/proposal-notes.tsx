import { IconAlertTriangle, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import { Link } from "wouter";
import { type PolicyBasis, basisInWords } from "../../../src/domain/policy-basis.ts";
import type { ProposalDetail, ProposalItem } from "../../../src/http/api/schemas.ts";
import { EditsPanel } from "../parts/edits.tsx";
import { decidedHow } from "../parts/decided-how.ts";
import { lookOf, statusOf } from "../parts/badge.tsx";
import { When } from "../parts/when.tsx";

interface ProposalNotesProps {
  proposal: ProposalDetail;
  /** The present state when somebody was faster. */
  conflict: ProposalItem | null;
}

/** What must be known before anything else. */
export const ProposalNotes = ({ proposal, conflict }: ProposalNotesProps) => (
  <>
    {conflict && <ConflictNote present={conflict} />}
    <NotYoursNote proposal={proposal} />
    {proposal.notSent !== null && <NotSentNote notSent={proposal.notSent} />}
    <DecidedNote proposal={proposal} />
    <EditsPanel id={proposal.id} />
    {proposal.status === "waiting" && <Warnings proposal={proposal} />}
  </>
);

/** Somebody else decided first: what holds now. */
export const ConflictNote = ({ present }: { present: ProposalItem }) => (
  <div className="note" data-tone="waiting" role="alert">
    <IconInfoCircle size={18} aria-hidden />
    <div>
      <strong>This has changed while you were looking</strong>
      <p>
        {present.decision === null
          ? "There is a newer version of it."
          : `${DECIDED[present.decision.decision] ?? "Decided"} by ${decidedHow(present.decision)}.`}{" "}
        Your decision was not carried out; nothing was done twice. What you see now is the present
        state: {lookOf(statusOf(present)).words.toLowerCase()}.
      </p>
      {present.replacedBy !== null && (
        <Link href={`/proposals/${present.replacedBy}`}>Open the newer version</Link>
      )}
    </div>
  </div>
);

/** Somebody else is asked. */
export const NotYoursNote = ({ proposal }: { proposal: ProposalItem }) =>
  proposal.notYours === null ? null : (
    <div className="note" data-tone="neutral" role="status">
      <IconInfoCircle size={18} aria-hidden />
      <div>
        <strong>Not for you to approve</strong>
        <p className="small">
          {proposal.notYours} It ends <When iso={proposal.expiresAt} isRelative />.
        </p>
      </div>
    </div>
  );

/** It is over, and came to nobody. */
export const NotSentNote = ({ notSent }: { notSent: NonNullable<ProposalItem["notSent"]> }) => (
  <div className="note" data-tone={notSent.isUnknown ? "failed" : "neutral"}>
    <IconInfoCircle size={18} aria-hidden />
    <div>
      <strong>{notSent.isUnknown ? "Nobody can tell whether it was sent" : "Not sent"}</strong>
      {notSent.why !== null && <p>{notSent.why}</p>}
    </div>
  </div>
);

const DECIDED: Record<string, string> = {
  approve: "Approved",
  edit: "Edited",
  reject: "Rejected",
  expire: "Expired, since nobody decided in time,",
  perform: "Done without asking, as the policy says,",
  observe: "Observed only, as the policy says,",
  supersede: "Replaced, since things changed,",
};

const DecidedNote = ({ proposal }: { proposal: ProposalDetail }) => {
  const { decision } = proposal;
  if (proposal.status === "waiting" && proposal.previousId !== null) {
    return (
      <p className="small quiet edited-note">
        An edited version of <Link href={`/proposals/${proposal.previousId}`}>an earlier one</Link>.
        It needs its own approval.
      </p>
    );
  }
  if (decision === null) return null;
  const isDone = proposal.status === "done" && proposal.notSent === null;
  const isFailed = proposal.status === "failed";
  const Icon = isFailed ? IconAlertTriangle : isDone ? IconCheck : IconInfoCircle;
  return (
    <div className="note" data-tone={isFailed ? "failed" : isDone ? "done" : "neutral"}>
      <Icon size={18} aria-hidden />
      <div>
        <strong>
          {DECIDED[decision.decision] ?? "Decided"} by {decidedHow(decision)}
        </strong>{" "}
        <span className="quiet">
          <When iso={decision.at} />
        </span>
        {decision.reason !== null && <p>“{decision.reason}”</p>}
        {decision.basis !== null && <ByPolicy basis={decision.basis} />}
        {isFailed && <p>{failedWords(proposal)}</p>}
        {proposal.replacedBy !== null && (
          <p>
            <Link href={`/proposals/${proposal.replacedBy}`}>Open the newer version</Link>
          </p>
        )}
      </div>
    </div>
  );
};

/** Policy has decided: by which of its words, and where these are read. */
const ByPolicy = ({ basis }: { basis: PolicyBasis }) => (
  <p>
    By {basisInWords(basis)}.{" "}
    <Link href={`/settings?policy=${basis.policyVersion}`}>Read that version</Link>
  </p>
);

const failedWords = (proposal: ProposalDetail): string => {
  const failed = proposal.effects.find(({ status }) => status === "failed" || status === "parked");
  const undone = proposal.effects.filter(({ status }) => status === "undone").length;
  const what = failed ? `“${failed.label}” failed.` : "A step failed.";
  const rest =
    undone > 0
      ? `What had been done before it was taken back (${undone}).`
      : "Steps after it were not done.";
  return `${what} ${failed?.error?.message ?? ""} ${rest}`;
};

const Warnings = ({ proposal }: { proposal: ProposalDetail }) => {
  const warnings = proposal.evidence.filter(({ kind }) => kind === "warning");
  if (warnings.length === 0) return null;
  return (
    <div className="note" data-tone="waiting">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>{warnings.length === 1 ? "Check this first" : "Check these first"}</strong>
        {warnings.map(({ what }) => (
          <p key={what}>{what}</p>
        ))}
      </div>
    </div>
  );
};
