import { Copy } from "./copy.tsx";

/** A token that was just made. */
export const MadeToken = ({ secret }: { secret: string }) => (
  <p className="made-token" role="status">
    <Copy value={secret} what="token" />
    <span className="quiet small">Copy it now: it is shown this once.</span>
  </p>
);
