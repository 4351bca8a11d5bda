/** What the database can keep: any text but one with U+0000 or with half of a character. */

/** Whether a text can be kept as it is. */
export const isStorable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** Path of the first text that cannot be kept, `a.0.b`; null when all can. */
export const pathOfUnstorable = (value: unknown, path = ""): string | null => {
  if (typeof value === "string") return isStorable(value) ? null : path;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    if (!isStorable(name)) return path;
    const found = pathOfUnstorable(inner, path === "" ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
};
