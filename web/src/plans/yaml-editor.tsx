import { type KeyboardEvent, useId, useRef } from "react";
import type { PlanCheck } from "../../../src/http/api/plan-schemas.ts";

type Fault = PlanCheck["faults"][number];

interface YamlEditorProps {
  text: string;
  faults: Fault[];
  isLocked: boolean;
  onChange(text: string): void;
}

/** The text of a plan, with what is wrong at its very line. A plain text field, so that every keyboard and screen reader
 * knows it; Tab leaves it. */
export const YamlEditor = ({ text, faults, isLocked, onChange }: YamlEditorProps) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const lines = text.split("\n");
  const widest = Math.max(...lines.map(({ length }) => length), 40);
  const wrong = new Map(faults.toReversed().map(({ line, message }) => [line, message]));
  return (
    <div className="yaml">
      <div className="yaml-scroll">
        <ol className="yaml-gutter num" aria-hidden>
          {lines.map((_, index) => (
            <li key={index} data-wrong={wrong.has(index + 1)}>
              {index + 1}
            </li>
          ))}
        </ol>
        <div className="yaml-body">
          <div className="yaml-marks" aria-hidden>
            {lines.map((line, index) => {
              const message = wrong.get(index + 1);
              return (
                <div key={index} className="yaml-mark" data-wrong={message !== undefined}>
                  {message !== undefined && (
                    <span style={{ "--from": `${line.length + 2}ch` }}>{message}</span>
                  )}
                </div>
              );
            })}
          </div>
          <textarea
            ref={field}
            className="yaml-text"
            aria-label="The plan as YAML"
            aria-describedby={listId}
            aria-invalid={faults.length > 0}
            wrap="off"
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            readOnly={isLocked}
            rows={lines.length + 1}
            style={{ "--widest": `${widest + 2}ch` }}
            value={text}
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={(event) => indent(event, onChange)}
          />
        </div>
      </div>
      <FaultList id={listId} faults={faults} onChoose={(line) => selectLine(field.current, line)} />
    </div>
  );
};

interface FaultListProps {
  id: string;
  faults: Fault[];
  onChoose(line: number): void;
}

const FaultList = ({ id, faults, onChoose }: FaultListProps) => (
  <div id={id} role="status" className="yaml-faults">
    {faults.length > 0 && (
      <ul aria-label="Faults">
        {faults.map(({ line, message }) => (
          <li key={`${line}:${message}`}>
            <button type="button" onClick={() => onChoose(line)}>
              <span className="num">Line {line}</span> {message}
            </button>
          </li>
        ))}
      </ul>
    )}
  </div>
);

const selectLine = (field: HTMLTextAreaElement | null, line: number): void => {
  if (!field) return;
  const before = field.value.split("\n").slice(0, line - 1);
  const start = before.join("\n").length + (line > 1 ? 1 : 0);
  const end = field.value.indexOf("\n", start);
  field.focus();
  field.setSelectionRange(start, end === -1 ? field.value.length : end);
};

/** A new line begins where the one before did, or two further in after a colon. */
const indent = (
  event: KeyboardEvent<HTMLTextAreaElement>,
  onChange: (text: string) => void,
): void => {
  const field = event.currentTarget;
  const isPlain = event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey;
  if (!isPlain || event.nativeEvent.isComposing || field.readOnly) return;
  event.preventDefault();
  const line = field.value.slice(0, field.selectionStart).split("\n").at(-1) ?? "";
  const start = /^[ ]*(?:- )*/.exec(line)?.[0].length ?? 0;
  const deeper = /:\s*$/.test(line) ? 2 : 0;
  const added = `\n${" ".repeat(start + deeper)}`;
  field.setRangeText(added, field.selectionStart, field.selectionEnd, "end");
  onChange(field.value);
};
