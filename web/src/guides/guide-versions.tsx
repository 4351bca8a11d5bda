import "../styles/proposal.css";
import { Button } from "@mantine/core";
import type { GuideDetail, GuideVersionItem } from "../../../src/http/api/guide-schemas.ts";
import { useSaveGuide } from "../api/changes.ts";
import { useMayDecide } from "../api/session.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";
import { DiffText } from "../proposal/diff-text.tsx";
import { wholeOf } from "./guide-behind.tsx";

/** What the guide was before, by whom, and having it back. */
export const GuideVersions = ({ guide }: { guide: GuideDetail }) => (
  <section className="panel plan-versions" aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    <ol reversed>
      {guide.versions.map((version, index) => (
        <Version
          key={version.version}
          guide={guide}
          version={version}
          before={guide.versions[index + 1]}
        />
      ))}
    </ol>
  </section>
);

interface VersionProps {
  guide: GuideDetail;
  version: GuideVersionItem;
  before: GuideVersionItem | undefined;
}

const Version = ({ guide, version, before }: VersionProps) => {
  const mayChange = useMayDecide();
  const canRestore = version.version !== guide.version && wholeOf(version) !== wholeOf(guide);
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
        {mayChange && canRestore && <Restore guide={guide} version={version} />}
      </div>
      {before !== undefined && wholeOf(before) !== wholeOf(version) && (
        <details>
          <summary className="small">What changed</summary>
          <DiffText before={wholeOf(before)} after={wholeOf(version)} isFolded />
        </details>
      )}
    </li>
  );
};

const Restore = ({ guide, version }: Omit<VersionProps, "before">) => {
  const save = useSaveGuide();
  const { title, text, version: restoredFrom } = version;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`Restore version ${restoredFrom}`}
      loading={save.isPending}
      onClick={() =>
        save.mutate(
          { id: guide.id, title, text, basedOn: guide.version, restoredFrom },
          {
            onSuccess: () => tellDone(`Version ${restoredFrom} is back.`),
            onError: tellProblem,
          },
        )
      }
    >
      Restore
    </Button>
  );
};

const deedOf = (version: GuideVersionItem, before: GuideVersionItem | undefined): string => {
  if (version.restoredFrom !== null) return `restored from version ${version.restoredFrom}`;
  if (before === undefined) return "saved";
  if (version.state === before.state) {
    return version.state === "off" ? "changed, still off," : "saved";
  }
  return version.state === "off" ? "turned off" : "turned on";
};
