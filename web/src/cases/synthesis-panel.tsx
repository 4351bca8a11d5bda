import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import { useSynthesis } from "../api/changes.ts";
import { StatusBadge, statusOf } from "../parts/badge.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { useMayPropose } from "./may-propose.ts";

/** The synthesis of the round's feedback: what became of the last one, and another. */
export const SynthesisPanel = ({ case_ }: { case_: CaseDetail }) => {
  const make = useSynthesis(case_.id);
  const mayPropose = useMayPropose(case_);
  const newest = case_.proposals.find(({ kind }) => kind === "post_synthesis");
  if (!newest && !mayPropose) return null;
  const ask = (): void =>
    make.mutate(undefined, {
      onSuccess: () => tellDone("The synthesis is being made. It waits for you in the inbox then."),
      onError: tellProblem,
    });
  return (
    <section className="panel briefs" aria-labelledby="synthesis">
      <h2 id="synthesis">Synthesis of feedback</h2>
      <ul>
        <li>
          <div>
            <p className="strong">
              {newest ? newest.summary : "What the forms say, beside each other"}
            </p>
            <p className="quiet small">
              {!newest && "Made of what is handed in by then."}
              {newest?.isReadable === true && (
                <Link href={`/proposals/${newest.id}`}>See it with its forms</Link>
              )}
            </p>
          </div>
          {newest && <StatusBadge status={statusOf(newest)} />}
          {mayPropose && (
            <Button size="compact-sm" variant="default" disabled={make.isPending} onClick={ask}>
              {labelOf(newest)}
              <span className="sr-only">: synthesis</span>
            </Button>
          )}
        </li>
      </ul>
    </section>
  );
};

const labelOf = (newest: CaseDetail["proposals"][number] | undefined): string => {
  if (!newest) return "Make it now";
  return newest.status === "expired" ? "Propose again" : "Make it anew";
};
