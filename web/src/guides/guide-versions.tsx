import type { GuideDetail, GuideVersionItem } from "../../../src/http/api/guide-schemas.ts";
import { useSaveGuide } from "../api/changes.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { VersionList } from "../parts/version-list.tsx";
import { wholeOf } from "./guide-words.ts";

/** What the guide was before, by whom, and having it back. */
export const GuideVersions = ({ guide }: { guide: GuideDetail }) => {
  const save = useSaveGuide();
  return (
    <VersionList
      versions={guide.versions}
      present={{ version: guide.version, whole: wholeOf(guide) }}
      wholeOf={wholeOf}
      deedOf={deedOf}
      isFolded
      restoring={save.isPending ? (save.variables.restoredFrom ?? null) : null}
      onRestore={({ version, title, text }) =>
        save.mutate(
          { id: guide.id, title, text, basedOn: guide.version, restoredFrom: version },
          { onSuccess: () => tellDone(`Version ${version} is back.`), onError: tellProblem },
        )
      }
    />
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
