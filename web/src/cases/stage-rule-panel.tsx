import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import { useStageRule } from "../api/changes.ts";
import { StatusBadge, statusOf } from "../parts/badge.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";
import { useMayPropose } from "./may-propose.ts";

interface PanelProps {
  case_: CaseDetail;
  rule: NonNullable<CaseDetail["stageRule"]>;
}

/** How the rule of the plan for this stage stands, why, and what was proposed of it. */
export const StageRulePanel = ({ case_, rule }: PanelProps) => {
  const judge = useStageRule(case_.id);
  const mayPropose = useMayPropose(case_);
  const newest = case_.proposals.find(({ kind }) => kind === "move_stage");
  const ask = (): void =>
    judge.mutate(undefined, {
      onSuccess: () => tellDone("The rule is being judged by the forms as they are now."),
      onError: tellProblem,
    });
  return (
    <section className="panel briefs" aria-labelledby="stage-rule">
      <h2 id="stage-rule">Rule for moving on</h2>
      <ul>
        <li>
          <div>
            <p className="strong">{headOf(rule)}</p>
            {rule.reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
            <p className="quiet small">
              {rule.judgedAt !== null && (
                <>
                  As of <When iso={rule.judgedAt} />.{" "}
                </>
              )}
              {newest && <Link href={`/proposals/${newest.id}`}>See it with its ratings</Link>}
            </p>
          </div>
          {newest && <StatusBadge status={statusOf(newest)} />}
          {mayPropose && (
            <Button size="compact-sm" variant="default" disabled={judge.isPending} onClick={ask}>
              {rule.holds && newest?.status === "expired" ? "Propose again" : "Judge it now"}
              <span className="sr-only">: rule for moving on</span>
            </Button>
          )}
        </li>
      </ul>
    </section>
  );
};

const headOf = ({ holds, moveTo, judgedAt }: PanelProps["rule"]): string => {
  if (judgedAt === null) return `To ${moveTo}: not judged yet.`;
  return holds
    ? `To ${moveTo}: the rule holds. A person decides.`
    : `To ${moveTo}: the rule does not hold yet.`;
};
