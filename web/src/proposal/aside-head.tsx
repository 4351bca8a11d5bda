import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { ProposalItem } from "../../../src/http/api/schemas.ts";
import { useMayDecide } from "../api/session.ts";
import { RejectDialog } from "../decision/reject-dialog.tsx";
import { useDecide } from "../decision/use-decide.ts";
import { ProposalMarks } from "./proposal-marks.tsx";
import { ConflictNote, NotSentNote, NotYoursNote } from "./proposal-notes.tsx";

interface AsideHeadProps {
  proposal: ProposalItem;
  /** What it is, beside the candidate's name. */
  what: string;
  /** What approving it does. */
  approval: string;
  /** Where its texts can be edited. */
  onEdit?: () => void;
  /** It can only be rejected now. */
  isHeld?: boolean;
}

/** The head of what is proposed beside a booking: who it is about, how it stands, and the decision. */
export const AsideHead = ({ proposal, what, approval, onEdit, isHeld = false }: AsideHeadProps) => {
  const [, go] = useLocation();
  const [conflict, setConflict] = useState<ProposalItem | null>(null);
  const [isRejecting, setRejecting] = useState(false);
  const decide = useDecide({ onConflict: setConflict, onDone: () => go("/") });
  const isBusy = decide.busyId !== null;
  const mayDecide = useMayDecide();
  const isOpen = proposal.status === "waiting" && mayDecide;
  const isApprovable = !isHeld && proposal.notYours === null;
  return (
    <>
      <header className="proposal-head">
        <div className="proposal-who">
          <div className="proposal-trail small">
            <Link href={`/cases/${proposal.caseId}`} className="trail-link">
              <IconArrowLeft size={14} aria-hidden /> Case
            </Link>
          </div>
          <h1>
            {proposal.candidateName}
            <span className="proposal-role">{what}</span>
          </h1>
          <ProposalMarks proposal={proposal} />
        </div>
        {isOpen && (
          <div className="decision" role="group" aria-label="Decision">
            <Button variant="default" disabled={isBusy} onClick={() => setRejecting(true)}>
              {proposal.performsAt === null ? "Reject" : "Stop"}
            </Button>
            {onEdit && isApprovable && (
              <Button variant="default" disabled={isBusy} onClick={onEdit}>
                Edit
              </Button>
            )}
            {proposal.isReadable && isApprovable && (
              <Button
                loading={isBusy}
                onClick={() => decide.approve(proposal, "Approved. It is under way.")}
              >
                {approval}
              </Button>
            )}
          </div>
        )}
      </header>
      <NotYoursNote proposal={proposal} />
      {proposal.notSent !== null && <NotSentNote notSent={proposal.notSent} />}
      {conflict && <ConflictNote present={conflict} />}
      <RejectDialog
        proposal={isRejecting ? proposal : null}
        onClose={() => setRejecting(false)}
        onReject={(_, reason) => {
          setRejecting(false);
          decide.reject(proposal, reason);
        }}
      />
    </>
  );
};
