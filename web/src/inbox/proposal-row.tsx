import { Button, Checkbox } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "wouter";
import type { ProposalItem } from "../../../src/http/api/schemas.ts";
import { isolated } from "../parts/isolated.ts";
import { decidedHow } from "../parts/decided-how.ts";
import { AudienceBadge, RiskMark, StatusBadge, statusOf } from "../parts/badge.tsx";
import { ApprovedBy } from "../parts/approved-by.tsx";
import { Initials } from "../parts/initials.tsx";
import { When } from "../parts/when.tsx";

interface ProposalRowProps {
  proposal: ProposalItem;
  isSelected: boolean;
  isBusy: boolean;
  /** Absent: whoever looks may not decide. */
  onApprove?: () => void;
  onEdit?: () => void;
  onReject?: () => void;
  /** Whether it is among several to be approved together, and the switch; absent: it cannot be. */
  choice?: { isChosen: boolean; onChoose(): void };
}

/** One line of the inbox: who, what would happen, who sees it, until when. */
export const ProposalRow = (props: ProposalRowProps) => {
  const { proposal, isSelected } = props;
  return (
    <li className="row" data-selected={isSelected}>
      <div className="row-lead">
        {props.choice && (
          <Checkbox
            aria-label={`Choose ${isolated(proposal.candidateName)}: ${proposal.summary}`}
            checked={props.choice.isChosen}
            onChange={props.choice.onChoose}
          />
        )}
        <Initials name={proposal.candidateName} />
      </div>
      <div className="row-what">
        <Link
          href={`/proposals/${proposal.id}`}
          className="row-link"
          data-row={proposal.id}
          aria-current={isSelected ? "true" : undefined}
        >
          {proposal.candidateName}
        </Link>
        <span className="quiet row-context">
          {proposal.postingTitle} · {proposal.stageName}
        </span>
        <p className="row-summary">{proposal.summary}</p>
        {proposal.notYours !== null && <p className="small">{proposal.notYours}</p>}
      </div>
      {proposal.status === "waiting" ? (
        <Waiting proposal={proposal} />
      ) : (
        <Decided proposal={proposal} />
      )}
      {props.onApprove && <Actions {...props} />}
    </li>
  );
};

const Waiting = ({ proposal }: { proposal: ProposalItem }) => (
  <div className="row-side">
    <div className="row-marks">
      {proposal.warnings > 0 && (
        <span className="badge" data-tone="waiting">
          <IconAlertTriangle size={13} aria-hidden />
          {proposal.warnings === 1 ? "1 warning" : `${proposal.warnings} warnings`}
        </span>
      )}
      <AudienceBadge audience={proposal.audience} />
      <RiskMark risk={proposal.risk} />
    </div>
    {proposal.approvedBy.length > 0 && <ApprovedBy by={proposal.approvedBy} />}
    <div className="row-times quiet small">
      made <When iso={proposal.createdAt} isRelative /> ·{" "}
      {proposal.performsAt === null ? (
        <>
          ends <When iso={proposal.expiresAt} isRelative />
        </>
      ) : (
        <>
          done by itself <When iso={proposal.performsAt} isRelative />
        </>
      )}
    </div>
  </div>
);

/** What has no text to be edited. */
const ASIDE: ReadonlySet<ProposalItem["kind"]> = new Set([
  "alert_recruiter",
  "send_brief",
  "note_questions",
  "post_synthesis",
  "remind_candidate",
  "remind_interviewers",
  "ask_arrival",
  "warn_recruiter",
  "invite_again",
  "nudge_feedback",
  "move_stage",
  "book_debrief",
  "tell_question",
  "tell_answer",
  "note_chat",
]);

const Actions = ({ proposal, isBusy, onApprove, onEdit, onReject }: ProposalRowProps) => {
  const whom = <span className="sr-only"> for {proposal.candidateName}</span>;
  return (
    <div className="row-actions">
      {proposal.isReadable && proposal.notYours === null && (
        <>
          <Button size="compact-sm" loading={isBusy} onClick={onApprove}>
            {approvalOf(proposal)}
            {whom}
          </Button>
          {!ASIDE.has(proposal.kind) && (
            <Button size="compact-sm" variant="default" onClick={onEdit}>
              Edit{whom}
            </Button>
          )}
        </>
      )}
      <Button size="compact-sm" variant="default" onClick={onReject}>
        {proposal.performsAt === null ? "Reject" : "Stop"}
        {whom}
      </Button>
    </div>
  );
};

const approvalOf = ({ kind, performsAt }: ProposalItem): string => {
  if (kind === "move_stage") return "Look and decide";
  return performsAt === null ? "Approve" : "Do it now";
};

const Decided = ({ proposal }: { proposal: ProposalItem }) => (
  <div className="row-side">
    <div className="row-marks">
      <StatusBadge status={statusOf(proposal)} />
    </div>
    <div className="row-times quiet small">
      {proposal.decision === null ? (
        <When iso={proposal.createdAt} isRelative />
      ) : (
        <>
          {decidedHow(proposal.decision)}, <When iso={proposal.decision.at} isRelative />
        </>
      )}
    </div>
  </div>
);
