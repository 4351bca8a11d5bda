import { Button, Modal, Textarea, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { isolated } from "../parts/isolated.ts";

const COMMON_REASONS = [
  "The time does not suit",
  "Other people should interview",
  "The texts need work",
  "No interview is needed",
];

const MAX_LENGTH = 500;

interface RejectDialogProps<Proposal> {
  /** Null: closed. */
  proposal: Proposal | null;
  onClose(): void;
  onReject(proposal: Proposal, reason: string): void;
}

/** Asks why. */
export const RejectDialog = <Proposal extends { id: string; candidateName: string }>({
  proposal,
  onClose,
  onReject,
}: RejectDialogProps<Proposal>) => (
  <Modal
    opened={proposal !== null}
    onClose={onClose}
    title={`Reject this for ${isolated(proposal?.candidateName ?? "")}`}
    centered
    closeButtonProps={{ "aria-label": "Close" }}
  >
    {proposal && (
      <ReasonForm
        key={proposal.id}
        onCancel={onClose}
        onReason={(reason) => onReject(proposal, reason)}
      />
    )}
  </Modal>
);

const ReasonForm = ({
  onCancel,
  onReason,
}: {
  onCancel(): void;
  onReason(reason: string): void;
}) => {
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const submit = (): void => {
    if (reason.trim() === "") setMissing(true);
    else onReason(reason.trim());
  };
  return (
    <form
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="quiet">
        Nothing is sent. The reason is kept in the ledger and shown in the case.
      </p>
      <div className="reason-chips">
        {COMMON_REASONS.map((common) => (
          <UnstyledButton key={common} className="chip" onClick={() => setReason(common)}>
            {common}
          </UnstyledButton>
        ))}
      </div>
      <Textarea
        label="Reason"
        data-autofocus
        autosize
        minRows={3}
        maxLength={MAX_LENGTH}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit();
        }}
        error={isMissing && reason.trim() === "" ? "Say why, in a few words." : null}
      />
      <div className="buttons">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" color="red">
          Reject
        </Button>
      </div>
    </form>
  );
};
