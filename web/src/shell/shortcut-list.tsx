import { Kbd, Modal } from "@mantine/core";

const SHORTCUTS: [string[], string][] = [
  [["Ctrl", "K"], "Find a person, a page or an action"],
  [["/"], "Ask for something in your own words"],
  [["J"], "Next (in the inbox, and from one decision to the next)"],
  [["K"], "Previous"],
  [["Enter"], "Open the selected line"],
  [["A"], "Approve"],
  [["E"], "Edit"],
  [["R"], "Reject, with a reason"],
  [["X"], "Choose the selected line, to be approved with others"],
  [["B"], "Read what is chosen, and approve it together"],
  [["U"], "Back to the inbox"],
  [["?"], "This list"],
];

/** The keys that work. */
export const ShortcutList = ({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) => (
  <Modal
    opened={isOpen}
    onClose={onClose}
    title="Keyboard shortcuts"
    centered
    closeButtonProps={{ "aria-label": "Close" }}
  >
    <dl className="shortcuts">
      {SHORTCUTS.map(([keys, words]) => (
        <div key={words}>
          <dt>
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
    <p className="quiet small">
      On a Mac, ⌘ stands for Ctrl. Single keys can be turned off under Settings.
    </p>
  </Modal>
);
