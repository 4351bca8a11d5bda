import { type KeyboardEvent, memo, useId, useRef } from "react";
import { FaultList, selectLine } from "../parts/fault-list.tsx";
import type { PlanFault, PlanStore } from "./plan-store.ts";
import { usePicked } from "./use-plan.ts";

interface YamlEditorProps {
  store: PlanStore;
  isLocked: boolean;
}

/** The text of a plan, with what is wrong at its very line. A plain text field, so that every keyboard and screen reader
 * knows it; Tab leaves it. */
export const YamlEditor = memo(({ store, isLocked }: YamlEditorProps) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const text = usePicked(store, (one) => one.text());
  const faults = usePicked(store, (one) => one.faults());
  const lines = text.split("\n");
  const widest = Math.max(...lines.map(({ length }) => length), 40);
  return (
    <div className="yaml">
      <div className="yaml-scroll">
        <Gutter count={lines.length} faults={faults} />
        <div className="yaml-body">
          <Marks lines={lines} faults={faults} />
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
            onChange={(event) => store.setText(event.currentTarget.value)}
            onKeyDown={(event) => indent(event, store.setText)}
          />
        </div>
      </div>
      <FaultList id={listId} faults={faults} onChoose={(line) => selectLine(field.current, line)} />
    </div>
  );
});

/** Numbers of the lines. */
const Gutter = memo(({ count, faults }: { count: number; faults: readonly PlanFault[] }) => {
  const wrong = new Set(faults.map(({ line }) => line));
  return (
    <ol className="yaml-gutter num" aria-hidden>
      {Array.from({ length: count }, (_, index) => (
        <li key={index} data-wrong={wrong.has(index + 1)}>
          {index + 1}
        </li>
      ))}
    </ol>
  );
});

interface MarksProps {
  lines: readonly string[];
  faults: readonly PlanFault[];
}

/** What is wrong, behind the line where it is: the first of each. */
const Marks = ({ lines, faults }: MarksProps) => {
  const wrong = new Map(faults.toReversed().map(({ line, message }) => [line, message]));
  return (
    <div className="yaml-marks" aria-hidden>
      {[...wrong].map(([line, message]) => (
        <div key={line} className="yaml-mark" style={{ "--line": line - 1 }}>
          <span style={{ "--from": `${(lines[line - 1]?.length ?? 0) + 2}ch` }}>{message}</span>
        </div>
      ))}
    </div>
  );
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
