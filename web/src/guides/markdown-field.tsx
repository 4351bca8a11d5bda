import { useId, useRef } from "react";
import { FaultList, selectLine } from "../parts/fault-list.tsx";

interface MarkdownFieldProps {
  text: string;
  faults: readonly { line: number; message: string }[];
  isLocked: boolean;
  onChange(text: string): void;
}

/** The text of a guide, with what cannot be kept above it, where no bar covers it. A plain text field, so that every keyboard and screen reader knows it. */
export const MarkdownField = ({ text, faults, isLocked, onChange }: MarkdownFieldProps) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  return (
    <div className="guide-field">
      <FaultList id={listId} faults={faults} onChoose={(line) => selectLine(field.current, line)} />
      <textarea
        ref={field}
        className="guide-text"
        aria-label="The guide in Markdown"
        aria-describedby={listId}
        aria-invalid={faults.length > 0}
        spellCheck
        readOnly={isLocked}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
};
