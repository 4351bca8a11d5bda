import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import { useErase } from "../api/changes.ts";
import { useSetLegalHold } from "../api/law.ts";
import { isolated } from "../parts/isolated.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";

const REASONS = [
  { value: "asked_by_candidate", label: "The candidate asked for it" },
  { value: "consent_withdrawn", label: "They withdrew their consent" },
  { value: "entered_by_mistake", label: "They were entered by mistake" },
  { value: "other", label: "Another reason" },
];

/** For admins: all that is held on the candidate, to read or as JSON; and erasing it. */
export const CandidateData = ({ case_ }: { case_: CaseDetail }) => {
  const [isAsked, setAsked] = useState(false);
  const [isHolding, setHolding] = useState(false);
  const file = `/api/cases/${encodeURIComponent(case_.id)}/subject-access`;
  const isErased = case_.erasedAt !== null;
  return (
    <div className="buttons">
      <Button size="compact-xs" variant="default" component="a" href={`${file}.md`} download>
        Export to read
      </Button>
      <Button size="compact-xs" variant="default" component="a" href={file} download>
        Export as JSON
      </Button>
      {!isErased && (
        <Button size="compact-xs" variant="default" color="red" onClick={() => setAsked(true)}>
          Erase
        </Button>
      )}
      {!isErased && (
        <Button size="compact-xs" variant="default" onClick={() => setHolding(true)}>
          Legal hold
        </Button>
      )}
      <HoldDialog case_={case_} opened={isHolding} onClose={() => setHolding(false)} />
      <EraseDialog case_={case_} opened={isAsked} onClose={() => setAsked(false)} />
    </div>
  );
};

interface DialogProps {
  case_: CaseDetail;
  opened: boolean;
  onClose(): void;
}

const EraseDialog = ({ case_, opened, onClose }: DialogProps) => {
  const [reason, setReason] = useState<string | null>(null);
  const [reference, setReference] = useState("");
  const erase = useErase();
  const onErase = (): void => {
    if (reason === null) return;
    const number = reference.trim();
    erase.mutate(
      { id: case_.id, reason, ...(number !== "" && { reference: number }) },
      {
        onSuccess: () => {
          tellDone(
            "They are erased within a minute, unless a legal hold keeps them: then once it ends.",
          );
          onClose();
        },
        onError: tellProblem,
      },
    );
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Erase ${isolated(case_.candidateName)}`}
      centered
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <div className="reason">
        <p>
          Everything that Convene holds on them, in all their cases, cannot be read by anybody any
          more. What waits is not sent, their link is dead, and what is booked leaves interviewers’
          calendars. They are told nothing. <strong>It cannot be undone.</strong>
        </p>
        <p className="quiet">
          Lever’s record, notes there, mails and Slack messages stay: they are listed with the
          erasure.
        </p>
        <Select
          label="Why"
          placeholder="Choose a reason"
          data={REASONS}
          value={reason}
          onChange={setReason}
          comboboxProps={{ withinPortal: true }}
        />
        <TextInput
          label="Number of the request, if there is one"
          description="Such as DSR-17. No names: it is kept for good."
          value={reference}
          maxLength={40}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <div className="buttons">
          <Button variant="default" data-autofocus onClick={onClose}>
            Keep them
          </Button>
          <Button
            color="red"
            disabled={reason === null}
            loading={erase.isPending}
            onClick={onErase}
          >
            Erase for good
          </Button>
        </div>
      </div>
    </Modal>
  );
};

const HoldDialog = ({ case_, opened, onClose }: DialogProps) => {
  const [reference, setReference] = useState("");
  const hold = useSetLegalHold();
  const onHold = (): void =>
    hold.mutate(
      { of: "candidate", caseId: case_.id, reference: reference.trim() },
      {
        onSuccess: () => {
          tellDone("They are held from now on: see Settings.");
          onClose();
        },
        onError: tellProblem,
      },
    );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Hold ${isolated(case_.candidateName)}`}
      centered
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <div className="reason">
        <p>
          Nothing that Convene holds on them is erased until an admin ends the hold under Settings:
          by nobody’s hand, not by age, and not because Lever deletes them.
        </p>
        <TextInput
          label="Number of the matter"
          description="Such as LIT-4. No names: it is kept for good."
          value={reference}
          maxLength={40}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <div className="buttons">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={reference.trim() === ""} loading={hold.isPending} onClick={onHold}>
            Hold
          </Button>
        </div>
      </div>
    </Modal>
  );
};
