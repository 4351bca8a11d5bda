import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { PostingQuestions } from "../../../src/http/api/question-schemas.ts";

/** What the language check says of one question or follow-up. */
export type WordsFinding = PostingQuestions["language"][number];

const HEADS: Record<WordsFinding["severity"], string> = {
  blocking: "Not to be asked.",
  warning: "To be put otherwise.",
  advice: "Worth a second look.",
};

interface NotesProps {
  findings: readonly WordsFinding[];
  isLocked: boolean;
  onTake: (instead: string) => void;
}

/** Beside the words themselves: why they should not be asked, and what can be asked in their place. */
export const WordsNotes = ({ findings, isLocked, onTake }: NotesProps) =>
  findings.map(({ category, severity, why, instead }) => (
    <div
      className="note words-note"
      data-tone={severity === "blocking" ? "failed" : "waiting"}
      key={category}
    >
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <p>
          <strong>{HEADS[severity]}</strong> {why}
        </p>
        {instead !== null && <p>Instead: “{instead}”</p>}
        {!isLocked && instead !== null && (
          <Button size="compact-sm" variant="default" onClick={() => onTake(instead)}>
            Ask this instead
          </Button>
        )}
      </div>
    </div>
  ));
