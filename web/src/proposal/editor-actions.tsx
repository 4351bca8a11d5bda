import { Button } from "@mantine/core";
import type { ReactNode } from "react";

/** What becomes of an edit, and the ways out of it. `isSavable`: something is otherwise, and nothing is wrong with it. */
export const EditorActions = ({
  isSavable,
  isBusy,
  onCancel,
  children,
}: {
  isSavable: boolean;
  isBusy: boolean;
  onCancel: () => void;
  children: ReactNode;
}) => (
  <div className="panel editor-actions">
    <p className="small quiet" role="status">
      {children}
    </p>
    <div className="buttons">
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" disabled={!isSavable} loading={isBusy}>
        Save new version
      </Button>
    </div>
  </div>
);
