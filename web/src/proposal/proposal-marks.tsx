import type { ReactNode } from "react";
import { Link } from "wouter";
import type { ProposalItem } from "../../../src/http/api/schemas.ts";
import { AudienceBadge, RiskMark, StatusBadge, statusOf } from "../parts/badge.tsx";
import { ApprovedBy } from "../parts/approved-by.tsx";
import { When } from "../parts/when.tsx";

/** How a proposal stands, in a line. `children`: what else is said of it. */
export const ProposalMarks = ({
  proposal,
  children,
}: {
  proposal: ProposalItem;
  children?: ReactNode;
}) => (
  <div className="proposal-marks">
    <StatusBadge status={statusOf(proposal)} />
    <AudienceBadge audience={proposal.audience} />
    <RiskMark risk={proposal.risk} />
    {proposal.status === "waiting" && (
      <span className="small quiet">
        {proposal.performsAt === null ? "ends " : "done by itself "}
        <When iso={proposal.performsAt ?? proposal.expiresAt} isRelative />
      </span>
    )}
    {proposal.approvedBy.length > 0 && <ApprovedBy by={proposal.approvedBy} />}
    {children}
    <Link href={`/runs/${proposal.runId}`} className="small">
      How it was made
    </Link>
  </div>
);
