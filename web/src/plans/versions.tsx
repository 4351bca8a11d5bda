import type { PlanDetail, PlanVersion } from "../../../src/http/api/plan-schemas.ts";
import { useSavePlan } from "../api/changes.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { VersionList } from "../parts/version-list.tsx";

/** What the plan was before, by whom, and having it back. */
export const Versions = ({ plan }: { plan: PlanDetail }) => {
  const save = useSavePlan();
  if (plan.versions.length === 0) return null;
  return (
    <VersionList
      versions={plan.versions}
      present={{ version: plan.version, whole: plan.source }}
      wholeOf={({ source }) => source}
      deedOf={deedOf}
      restoring={save.isPending ? (save.variables.restoredFrom ?? null) : null}
      onRestore={({ version, source }) =>
        save.mutate(
          { id: plan.id, source, basedOn: plan.version, restoredFrom: version },
          {
            onSuccess: () => tellDone(`Version ${version} is in force again.`),
            onError: tellProblem,
          },
        )
      }
    />
  );
};

const deedOf = (version: PlanVersion, before: PlanVersion | undefined): string => {
  if (version.state === "removed") return "removed";
  if (version.restoredFrom !== null) return `restored from version ${version.restoredFrom}`;
  if (version.state === "off")
    return before?.state === "off" ? "changed, still off," : "turned off";
  return before?.state === "off" && before.source === version.source ? "turned on" : "saved";
};
