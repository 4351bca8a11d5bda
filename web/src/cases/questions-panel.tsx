import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import { useQuestionsNote } from "../api/changes.ts";
import { StatusBadge, statusOf } from "../parts/badge.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { useMayPropose } from "./may-propose.ts";

/** The questions of the stage as a note in Lever: what became of the last one, and another. */
export const QuestionsPanel = ({ case_ }: { case_: CaseDetail }) => {
  const leave = useQuestionsNote(case_.id);
  const mayPropose = useMayPropose(case_);
  const newest = case_.proposals.find(({ kind }) => kind === "note_questions");
  if (!newest && !mayPropose) return null;
  const ask = (): void =>
    leave.mutate(undefined, {
      onSuccess: () =>
        tellDone("The note is being made. What the policy asks about waits in the inbox."),
      onError: tellProblem,
    });
  return (
    <section className="panel briefs" aria-labelledby="questions-note">
      <h2 id="questions-note">Questions for interviewers</h2>
      <ul>
        <li>
          <div>
            <p className="strong">Note in Lever</p>
            <p className="quiet small">
              {newest ? (
                <Link href={`/proposals/${newest.id}`}>See the questions</Link>
              ) : (
                "What each interview of this stage asks, and what answers show."
              )}
            </p>
          </div>
          {newest && <StatusBadge status={statusOf(newest)} />}
          {mayPropose && (
            <Button size="compact-sm" variant="default" disabled={leave.isPending} onClick={ask}>
              {newest ? "Make it anew" : "Leave them in Lever"}
              <span className="sr-only">: questions</span>
            </Button>
          )}
        </li>
      </ul>
    </section>
  );
};
