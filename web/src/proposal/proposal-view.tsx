import { useState } from "react";
import { useLocation } from "wouter";
import type { ProposalDetail, ProposalItem } from "../../../src/http/api/schemas.ts";
import { usePreview, useProposals } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { RejectDialog } from "../decision/reject-dialog.tsx";
import { useDecide } from "../decision/use-decide.ts";
import { useKeys } from "../parts/keys.ts";
import { useTitle } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { ProblemNote } from "../parts/states.tsx";
import { ChangePanel } from "./change-panel.tsx";
import { ProposalHead } from "./proposal-head.tsx";
import { ProposalNotes } from "./proposal-notes.tsx";
import { startOf } from "./schedule-model.ts";
import { StepList } from "./step-list.tsx";
import { TextEditor } from "./text-editor.tsx";
import { TextsPanel } from "./texts-panel.tsx";
import { WhenPanel } from "./when-panel.tsx";
import { WhyPanel } from "./why-panel.tsx";

/** The neighbours of a proposal among those that wait. */
const useNeighbours = (id: string): { place: string; next?: string; previous?: string } => {
  const waiting = useProposals("waiting").data ?? [];
  const index = waiting.findIndex((proposal) => proposal.id === id);
  const next = index === -1 ? waiting[0] : waiting[index + 1];
  const previous = index > 0 ? waiting[index - 1] : undefined;
  return {
    place: index === -1 ? "" : `${index + 1} of ${waiting.length}`,
    ...(next && { next: next.id }),
    ...(previous && { previous: previous.id }),
  };
};

/** A proposal with its decision. */
export const ProposalView = ({ proposal }: { proposal: ProposalDetail }) => {
  useTitle(`${proposal.candidateName}, ${proposal.stageName}`);
  const [, go] = useLocation();
  const [editing, setEditing] = useSearchParam("edit");
  // An offer's times are the candidate's to choose; a change has ways instead.
  const hasTimes = proposal.payload.offer === undefined && proposal.payload.change === undefined;
  const [time, setTime] = useSearchParam("time");
  const [conflict, setConflict] = useState<ProposalItem | null>(null);
  const [isRejecting, setRejecting] = useState(false);
  const neighbours = useNeighbours(proposal.id);
  const mayDecide = useMayDecide();
  const isOpen = proposal.status === "waiting" && mayDecide;
  const isYours = isOpen && proposal.notYours === null;
  const other =
    isYours && time !== null && time !== startOf(proposal.itinerary)
      ? proposal.alternatives.find((itinerary) => startOf(itinerary) === time)
      : undefined;
  const preview = usePreview(proposal.id, other ? { startsAt: startOf(other) } : null);
  // The placeholder of another time must not stand beside this one's button.
  const previewed = preview.data && startOf(preview.data.itinerary);
  const shown = other && previewed === startOf(other) ? preview.data : undefined;
  const rendered = (shown ?? proposal).rendered;
  const isEditing = isYours && editing === "texts";
  const goOn = (): void => {
    if (neighbours.next !== undefined) go(`/proposals/${neighbours.next}`);
  };
  const decide = useDecide({
    onConflict: setConflict,
    onDone: (answer) => {
      if (answer.proposal.id === proposal.id) goOn();
      else go(`/proposals/${answer.proposal.id}`);
    },
  });
  const actions = {
    approve: () => decide.approve(proposal),
    useTime: () => {
      if (other) decide.edit(proposal, { startsAt: startOf(other) });
    },
    edit: () => setEditing("texts"),
    reject: () => setRejecting(true),
    back: () => setTime(null),
  };
  useKeys(
    {
      u: () => go("/"),
      ...(neighbours.next !== undefined && { j: () => go(`/proposals/${neighbours.next ?? ""}`) }),
      ...(neighbours.previous !== undefined && {
        k: () => go(`/proposals/${neighbours.previous ?? ""}`),
      }),
      ...(isYours && { a: other ? actions.useTime : actions.approve, e: actions.edit }),
      ...(isOpen && { r: actions.reject }),
    },
    !isEditing,
  );
  return (
    <div className="proposal">
      <ProposalHead
        proposal={proposal}
        neighbours={neighbours}
        isOpen={isOpen && !isEditing}
        isBusy={decide.busyId !== null}
        isOther={other !== undefined}
        {...actions}
      />
      {isEditing ? (
        <TextEditor
          proposal={proposal}
          isBusy={decide.busyId !== null}
          onCancel={() => setEditing(null)}
          onSave={(texts) => decide.edit(proposal, { texts })}
          conflict={conflict}
        />
      ) : (
        <div className="proposal-body">
          <div className="proposal-column">
            <ProposalNotes proposal={proposal} conflict={conflict} />
            <ChangePanel
              proposal={proposal}
              isBusy={decide.busyId !== null}
              {...(isYours && {
                onChoose: (way: number) => decide.edit(proposal, { way }),
                onCancel: () => decide.edit(proposal, { cancel: true }),
              })}
            />
            <StepList proposal={proposal} />
            <TextsPanel proposal={proposal} rendered={rendered} isOther={shown !== undefined} />
          </div>
          <div className="proposal-column">
            {preview.error && other && <ProblemNote error={preview.error} />}
            <WhenPanel
              proposal={proposal}
              itinerary={other ?? proposal.itinerary}
              rendered={rendered}
              {...(isYours && hasTimes && { onChoose: (startsAt: string) => setTime(startsAt) })}
            />
            <WhyPanel
              proposal={proposal}
              itinerary={other ?? proposal.itinerary}
              isOther={other !== undefined}
            />
          </div>
        </div>
      )}
      <RejectDialog
        proposal={isRejecting ? proposal : null}
        onClose={() => setRejecting(false)}
        onReject={(_, reason) => {
          setRejecting(false);
          decide.reject(proposal, reason);
        }}
      />
    </div>
  );
};
