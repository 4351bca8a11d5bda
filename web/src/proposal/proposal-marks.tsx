import type { ReactNode } from "react";
import { Link } from "wouter";
import type { ProposalItem } from "../../../src/http/api/schemas.ts";
import { AudienceBadge, RiskMark, StatusBadge } from "../parts/badge.tsx";
import { When } from "../parts/when.tsx";

/** How a proposal stands, in a line. `status`: where that says more than its own. `children`: what else is said of it. */
export const ProposalMarks = ({
  proposal,
  status,
  children,
}: {
  proposal: ProposalItem;
  status?: string | undefined;
  children?: ReactNode;
}) => (
  <div className="proposal-marks">
    <StatusBadge status={status ?? proposal.status} />
    <AudienceBadge audience={proposal.audience} />
    <RiskMark risk={proposal.risk} />
    {proposal.status === "waiting" && (
      <span className="small quiet">
        ends <When iso={proposal.expiresAt} isRelative />
      </span>
    )}
    {children}
    <Link href={`/runs/${proposal.runId}`} className="small">
      How it was made
    </Link>
  </div>
);
