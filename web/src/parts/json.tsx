/** A record as it is, readable by keyboard when it is long. */
export const Json = ({ value, label }: { value: unknown; label: string }) => (
  // A long record scrolls in its own place, so that the keyboard must reach it.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <pre className="json" role="region" aria-label={label} tabIndex={0}>
    {JSON.stringify(value, null, 2)}
  </pre>
);
