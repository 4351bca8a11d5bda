import "../styles/versions.css";
import { Button, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface SaveBarProps {
  /** What stands in the way of saving, or that it is saved. */
  status: string;
  /** Whether there is something to save: the bar then stays in sight. */
  isChanged: boolean;
  /** Its buttons. */
  children: ReactNode;
}

/** Saving what was changed on a page. */
export const SaveBar = ({ status, isChanged, children }: SaveBarProps) => (
  <div className="panel save-bar" data-changed={isChanged}>
    <span className="quiet small" role="status">
      {status}
    </span>
    <div className="buttons">{children}</div>
  </div>
);

/** While there are faults. */
export const faultsToMend = (count: number): string =>
  `${count === 1 ? "One fault" : `${count} faults`} to mend before it can be saved.`;

/** Leads to the first of the faults. */
export const ShowFault = ({ count, onShow }: { count: number; onShow(): void }) =>
  count > 0 && (
    <Button variant="subtle" onClick={onShow}>
      {count === 1 ? "Show it" : "Show the first"}
    </Button>
  );

interface MoreMenuProps {
  isOn: boolean;
  /** What is changed is saved or discarded first. */
  isDisabled: boolean;
  onTurn(state: "on" | "off"): void;
  /** Further items. */
  children?: ReactNode;
}

/** Turning off and on, and what else is seldom done. */
export const MoreMenu = ({ isOn, isDisabled, onTurn, children }: MoreMenuProps) => (
  <Menu position="top-end" withinPortal>
    <Menu.Target>
      <Button
        variant="default"
        leftSection={<IconDots size={16} aria-hidden />}
        disabled={isDisabled}
      >
        More
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item onClick={() => onTurn(isOn ? "off" : "on")}>
        {isOn ? "Turn it off" : "Turn it on"}
      </Menu.Item>
      {children}
    </Menu.Dropdown>
  </Menu>
);
