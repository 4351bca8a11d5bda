import "../styles/proposal.css";
import { Button } from "@mantine/core";
import { IconGitMerge } from "@tabler/icons-react";
import type { GuideDetail } from "../../../src/http/api/guide-schemas.ts";
import { DiffText } from "../proposal/diff-text.tsx";
import type { GuideDraft } from "./use-guide-draft.ts";

/** Somebody else has saved meanwhile: both texts, and which to go on with. */
export const GuideBehind = ({ guide, draft }: { guide: GuideDetail; draft: GuideDraft }) => (
  <div className="note" data-tone="waiting" role="alert">
    <IconGitMerge size={18} aria-hidden />
    <div className="plan-behind">
      <strong>
        {guide.savedBy} has saved version {guide.version} meanwhile
      </strong>
      <p>Nothing of yours is lost, and nothing is saved yet. From theirs to yours:</p>
      <DiffText before={wholeOf(guide)} after={wholeOf(draft.words)} isFolded />
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

/** Title and text, as they are compared. */
export const wholeOf = ({ title, text }: { title: string; text: string }): string =>
  `${title}\n\n${text}`;
