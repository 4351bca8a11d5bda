interface FaultListProps {
  id: string;
  faults: readonly { line: number; message: string }[];
  onChoose(line: number): void;
}

/** What is wrong with a text, each leading to its line. */
export const FaultList = ({ id, faults, onChoose }: FaultListProps) => (
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

/** Has a line of a text field chosen, so that typing mends it. */
export const selectLine = (field: HTMLTextAreaElement | null, line: number): void => {
  if (!field) return;
  const before = field.value.split("\n").slice(0, line - 1);
  const start = before.join("\n").length + (line > 1 ? 1 : 0);
  const end = field.value.indexOf("\n", start);
  field.focus();
  field.setSelectionRange(start, end === -1 ? field.value.length : end);
};

/** Has the first line with a fault chosen. Shape: whether it was in sight. */
export const chooseFirstFault = (): boolean => {
  const fault = document.querySelector<HTMLElement>(".yaml-faults button");
  fault?.click();
  return fault !== null;
};
