import { CopyButton, UnstyledButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

interface CopyProps {
  value: string;
  /** What is copied, for the button's name. */
  what: string;
  /** Shown instead of the whole value. */
  short?: string;
}

/** An id that can be copied whole. */
export const Copy = ({ value, what, short }: CopyProps) => (
  <CopyButton value={value} timeout={1_500}>
    {({ copied, copy }) => (
      <UnstyledButton
        className="copy"
        onClick={copy}
        title={value}
        aria-label={copied ? `${what} copied` : `Copy ${what} ${short ?? value}`}
      >
        <span>{short ?? value}</span>
        {copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
      </UnstyledButton>
    )}
  </CopyButton>
);
