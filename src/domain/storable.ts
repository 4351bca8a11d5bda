/** What the database can keep: any text but one with U+0000, which Postgres refuses. */

/** Path of the first text with U+0000, `a.0.b`; null when there is none. */
export const pathOfNul = (value: unknown, path = ""): string | null => {
  if (typeof value === "string") return value.includes("\0") ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const inside = path === "" ? name : `${path}.${name}`;
    if (name.includes("\0")) return path;
    const found = pathOfNul(inner, inside);
    if (found !== null) return found;
  }
  return null;
};
