import { useState } from "react";
import type { PlanPath } from "./plan-text.ts";
import { useHasFault, usePlanForm, useSetCount } from "./use-plan.ts";

interface FoldProps {
  title: string;
  /** What it holds: how many are set is said while it is shut, and a fault opens it. */
  paths: readonly PlanPath[];
  children: React.ReactNode;
}

/** What is rarely asked for. It is drawn when it is opened. */
export const Fold = ({ title, paths, children }: FoldProps) => {
  const [isOpened, setOpened] = useState(false);
  const count = useSetCount(paths);
  const hasFault = useHasFault(paths);
  const isOpen = isOpened || hasFault;
  return (
    <details
      className="plan-more"
      open={isOpen}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>
        {title}
        {count > 0 && <span className="plan-more-count">{count} set</span>}
      </summary>
      {isOpen && <div className="plan-more-fields">{children}</div>}
    </details>
  );
};

interface PartProps {
  title: string;
  lead?: string;
  children: React.ReactNode;
}

/** A part of the form, shut where the plan may not be changed. */
export const Part = ({ title, lead, children }: PartProps) => (
  <fieldset className="plan-part" disabled={usePlanForm().isLocked}>
    <legend>{title}</legend>
    {lead !== undefined && <p className="quiet small plan-lead">{lead}</p>}
    {children}
  </fieldset>
);
