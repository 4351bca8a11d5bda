import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import { useEndCandidateLinks } from "../api/changes.ts";
import { isolated } from "../parts/isolated.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";

/** Mails with a link to the candidate's page. */
const WITH_LINK: ReadonlySet<string> = new Set([
  "candidate_mail",
  "offer_mail",
  "reminder_mail",
  "again_mail",
]);
const NOT_SENT: ReadonlySet<string> = new Set(["planned", "skipped", "failed"]);

/** Whether a link to the candidate's page went out, or may have, that still shows something. */
export const hasLink = ({ status, effects }: CaseDetail): boolean =>
  status !== "closed" &&
  effects.some((effect) => WITH_LINK.has(effect.kind) && !NOT_SENT.has(effect.status));

/** Ends the links to the candidate's page, after one question. */
export const CandidateLink = ({ case_ }: { case_: CaseDetail }) => {
  const [isAsked, setAsked] = useState(false);
  const end = useEndCandidateLinks();
  const onEnd = (): void => {
    end.mutate(case_.id, {
      onSuccess: () => tellDone("No link from our mails opens the candidate’s page any more."),
      onError: tellProblem,
      onSettled: () => setAsked(false),
    });
  };
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setAsked(true)}>
        End the link
      </Button>
      <Modal
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={`End the link of ${isolated(case_.candidateName)}`}
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <div className="reason">
          <p>
            Whoever has the link from our mails, the candidate too, sees and says nothing by it any
            more. The next mail to them holds another one; until then they answer by mail.
          </p>
          <p className="quiet">What is booked stays as it is. Nothing is sent.</p>
          <div className="buttons">
            <Button variant="default" data-autofocus onClick={() => setAsked(false)}>
              Keep it
            </Button>
            <Button color="red" loading={end.isPending} onClick={onEnd}>
              End the link
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
};
