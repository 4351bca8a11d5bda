/** A person's initials; decoration beside the name. */
export const Initials = ({ name, lane }: { name: string; lane?: number }) => (
  <span
    className="initials"
    aria-hidden
    style={lane === undefined ? undefined : { "--lane": `var(--c-lane-${lane % 6})` }}
    data-lane={lane !== undefined}
  >
    {name
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0))
      .filter((_, index, all) => index === 0 || index === all.length - 1)
      .join("")
      .toUpperCase()}
  </span>
);
