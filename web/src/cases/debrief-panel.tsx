import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import { useDebrief } from "../api/changes.ts";
import { StatusBadge, statusOf } from "../parts/badge.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { useMayPropose } from "./may-propose.ts";

interface PanelProps {
  case_: CaseDetail;
  rule: NonNullable<CaseDetail["debrief"]>;
}

/** The meeting of the panel once the round is over: what became of it, and a way to look for a time anew. */
export const DebriefPanel = ({ case_, rule }: PanelProps) => {
  const look = useDebrief(case_.id);
  const all = case_.proposals.filter(({ kind }) => kind === "book_debrief");
  const standing = all.find(({ id }) => id === rule.standingId);
  const shown = standing ?? all[0];
  const isOff = shown?.status === "done" && !standing;
  const mayPropose = useMayPropose(case_) && rule.standingId === null;
  const ask = (): void =>
    look.mutate(undefined, {
      onSuccess: () => tellDone("A time for the debrief is being looked for."),
      onError: tellProblem,
    });
  return (
    <section className="panel briefs" aria-labelledby="debrief">
      <h2 id="debrief">Debrief</h2>
      <ul>
        <li>
          <div>
            <p className="strong">
              {shown ? shown.summary : "The panel meets once the round is over"}
            </p>
            <p className="quiet small">
              {shown ? (
                <Link href={`/proposals/${shown.id}`}>See who and when</Link>
              ) : (
                `${rule.minutes} minutes within ${rule.withinHours} hours, without the candidate.`
              )}
            </p>
          </div>
          {isOff && <span className="quiet small">Taken off the calendar</span>}
          {shown && !isOff && <StatusBadge status={statusOf(shown)} />}
          {mayPropose && (
            <Button size="compact-sm" variant="default" disabled={look.isPending} onClick={ask}>
              Look for a time<span className="sr-only">: debrief</span>
            </Button>
          )}
        </li>
      </ul>
    </section>
  );
};
