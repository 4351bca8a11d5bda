import "../styles/versions.css";
import { Button } from "@mantine/core";
import { useMayDecide } from "../api/session.ts";
import { DiffText } from "./diff-text.tsx";
import { When } from "./when.tsx";

interface Version {
  version: number;
  savedBy: string;
  savedAt: string;
}

interface VersionListProps<Kept extends Version> {
  /** The newest first. */
  versions: readonly Kept[];
  /** The one in force, as it is compared. */
  present: { version: number; whole: string };
  /** A version as it is compared. */
  wholeOf(version: NoInfer<Kept>): string;
  /** What was done: `saved`, `turned off`. `before`: the version before it. */
  deedOf(version: NoInfer<Kept>, before: NoInfer<Kept> | undefined): string;
  /** Whether what stayed is left out of what changed. */
  isFolded?: boolean;
  /** The version that is being given back. */
  restoring: number | null;
  onRestore(version: NoInfer<Kept>): void;
}

/** What something was before, by whom, and having it back. */
export const VersionList = <Kept extends Version>(props: VersionListProps<Kept>) => (
  <section className="panel versions" aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    <ol reversed>
      {props.versions.map((version, index) => (
        <OneVersion
          key={version.version}
          {...props}
          version={version}
          before={props.versions[index + 1]}
        />
      ))}
    </ol>
  </section>
);

interface OneVersionProps<Kept extends Version> extends VersionListProps<Kept> {
  version: Kept;
  before: Kept | undefined;
}

const OneVersion = <Kept extends Version>({
  version,
  before,
  present,
  wholeOf,
  deedOf,
  isFolded = false,
  restoring,
  onRestore,
}: OneVersionProps<Kept>) => {
  const mayChange = useMayDecide();
  const whole = wholeOf(version);
  const wholeBefore = before && wholeOf(before);
  const canRestore = version.version !== present.version && whole !== present.whole;
  return (
    <li className="version">
      <div className="version-head">
        <span>
          <span className="strong num">Version {version.version}</span> {deedOf(version, before)} by{" "}
          {version.savedBy},{" "}
          <span className="quiet">
            <When iso={version.savedAt} isRelative />
          </span>
        </span>
        {mayChange && canRestore && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Restore version ${version.version}`}
            loading={restoring === version.version}
            onClick={() => onRestore(version)}
          >
            Restore
          </Button>
        )}
      </div>
      {wholeBefore !== undefined && wholeBefore !== whole && (
        <details>
          <summary className="small">What changed</summary>
          <DiffText before={wholeBefore} after={whole} isFolded={isFolded} />
        </details>
      )}
    </li>
  );
};
