import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { useMoveStage } from "../api/changes.ts";
import { useSandboxCandidates, useSandboxStages } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { tellProblem } from "../parts/tell.ts";

const FIRST_CHOICE = "Phone Screen";

/** In a sandbox: move a candidate in the company's Lever, as a recruiter would there, and see what comes of it. */
export const TryIt = () => {
  const mayDecide = useMayDecide();
  const candidates = useSandboxCandidates(mayDecide).data?.items ?? [];
  const stages = useSandboxStages(mayDecide).data?.items ?? [];
  const move = useMoveStage();
  const [candidateId, setCandidateId] = useState<string | null>(null);
  const [stageId, setStageId] = useState<string | null>(null);
  const [moved, setMoved] = useState<string | null>(null);
  if (!mayDecide) return null;
  const stage =
    stages.find(({ id }) => id === stageId) ?? stages.find(({ text }) => text === FIRST_CHOICE);
  const movable = candidates.filter((candidate) => candidate.stageId !== stage?.id);
  const candidate = movable.find(({ id }) => id === candidateId) ?? movable[0];
  const submit = (): void => {
    if (!candidate || !stage) return;
    move.mutate(
      { opportunityId: candidate.id, stageId: stage.id },
      {
        onSuccess: () => {
          setMoved(`${candidate.name} is now in ${stage.text}. The proposal comes in a moment.`);
          setCandidateId(null);
        },
        onError: tellProblem,
      },
    );
  };
  return (
    <section className="panel try-it" aria-labelledby="try-it">
      <div>
        <h2 id="try-it">Move a candidate to {stage?.text ?? FIRST_CHOICE}</h2>
        <p className="quiet">
          As a recruiter would in Lever. Convene hears of it and proposes the interview.
        </p>
      </div>
      <form
        className="try-it-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Select
          label="Candidate"
          searchable
          data={movable.map(({ id, name, postingTitle, stageName }) => ({
            value: id,
            label: `${name}, ${postingTitle} (${stageName})`,
          }))}
          value={candidate?.id ?? null}
          onChange={setCandidateId}
          nothingFoundMessage="No such candidate"
          allowDeselect={false}
        />
        <Select
          label="Stage"
          data={stages.map(({ id, text }) => ({ value: id, label: text }))}
          value={stage?.id ?? null}
          onChange={setStageId}
          allowDeselect={false}
        />
        <Button type="submit" loading={move.isPending} disabled={!candidate || !stage}>
          Move
        </Button>
      </form>
      <p role="status" className="small try-it-said">
        {moved}
      </p>
    </section>
  );
};
