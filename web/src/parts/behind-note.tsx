import "../styles/versions.css";
import { Button } from "@mantine/core";
import { IconGitMerge } from "@tabler/icons-react";
import { DiffText, type DiffTextProps } from "./diff-text.tsx";

interface BehindNoteProps {
  /** What has happened: `Ines has saved version 3 meanwhile`. */
  says: string;
  /** Their text and one's own; null where what differs cannot be shown. */
  texts: DiffTextProps | null;
  draft: { takeTheirs(): void; keepMine(): void };
}

/** Somebody else has saved meanwhile: which of both to go on with. */
export const BehindNote = ({ says, texts, draft }: BehindNoteProps) => (
  <div className="note" data-tone="waiting" role="alert">
    <IconGitMerge size={18} aria-hidden />
    <div className="behind">
      <strong>{says}</strong>
      <p>
        Nothing of yours is lost, and nothing is saved yet.
        {texts && " From theirs to yours:"}
      </p>
      {texts && <DiffText {...texts} />}
      <div className="buttons">
        <Button size="xs" variant="default" onClick={draft.takeTheirs}>
          Take theirs
        </Button>
        <Button size="xs" variant="default" onClick={draft.keepMine}>
          Keep mine
        </Button>
      </div>
    </div>
  </div>
);

/** `Ines has saved version 3 meanwhile`. */
export const savedMeanwhile = ({
  savedBy,
  version,
}: {
  savedBy: string | null;
  version: number;
}): string => `${savedBy ?? "Somebody"} has saved version ${version} meanwhile`;
