import "../styles/proposal.css";
import { Button } from "@mantine/core";
import type { PlanDetail, PlanVersion } from "../../../src/http/api/plan-schemas.ts";
import { useSavePlan } from "../api/changes.ts";
import { useMayDecide } from "../api/session.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";
import { DiffText } from "../proposal/diff-text.tsx";

/** What the plan was before, by whom, and having it back. */
export const Versions = ({ plan }: { plan: PlanDetail }) => {
  if (plan.versions.length === 0) return null;
  return (
    <section className="panel plan-versions" aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <ol reversed>
        {plan.versions.map((version, index) => (
          <Version
            key={version.version}
            plan={plan}
            version={version}
            before={plan.versions[index + 1]}
          />
        ))}
      </ol>
    </section>
  );
};

interface VersionProps {
  plan: PlanDetail;
  version: PlanVersion;
  before: PlanVersion | undefined;
}

const Version = ({ plan, version, before }: VersionProps) => {
  const save = useSavePlan();
  const mayChange = useMayDecide();
  const isPresent = version.version === plan.version;
  const wasChanged = before !== undefined && before.source !== version.source;
  return (
    <li className="plan-version">
      <div className="plan-version-head">
        <span>
          <span className="strong num">Version {version.version}</span> {deedOf(version, before)} by{" "}
          {version.savedBy},{" "}
          <span className="quiet">
            <When iso={version.savedAt} isRelative />
          </span>
        </span>
        {mayChange && !isPresent && version.source !== plan.source && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Restore version ${version.version}`}
            loading={save.isPending}
            onClick={() =>
              save.mutate(
                {
                  id: plan.id,
                  source: version.source,
                  basedOn: plan.version,
                  restoredFrom: version.version,
                },
                {
                  onSuccess: () => tellDone(`Version ${version.version} is in force again.`),
                  onError: tellProblem,
                },
              )
            }
          >
            Restore
          </Button>
        )}
      </div>
      {wasChanged && (
        <details>
          <summary className="small">What changed</summary>
          <DiffText before={before.source} after={version.source} />
        </details>
      )}
    </li>
  );
};

const deedOf = (version: PlanVersion, before: PlanVersion | undefined): string => {
  if (version.state === "removed") return "removed";
  if (version.restoredFrom !== null) return `restored from version ${version.restoredFrom}`;
  if (version.state === "off")
    return before?.state === "off" ? "changed, still off," : "turned off";
  return before?.state === "off" && before.source === version.source ? "turned on" : "saved";
};
