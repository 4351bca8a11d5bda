/** Rows as CSV (RFC 4180), which a spreadsheet opens without harm. */
import { cleanText } from "./quoted.ts";

/** The text, the header among the rows. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");

/** What a spreadsheet would take for a formula, by the first sign that is seen in it, gets an apostrophe before it, also behind what some
 * take for the end of a cell where it is quoted; so does what begins with such an end. A number of ours stays one. Source: OWASP, CSV Injection. */
const cell = (value: string | number): string => {
  if (typeof value === "number") return String(value);
  const parts = value.split(ENDS).map(plainPart).join("");
  const plain = /^[\t\r\n]/.test(value) ? `'${parts}` : parts;
  return QUOTED.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

const plainPart = (part: string): string => {
  const seen = cleanText(part).normalize("NFKC").trimStart();
  return FORMULA.test(seen) ? `'${part}` : part;
};

/** Each end stands for itself among the parts: `Eve;=1` → `Eve`, `;`, `=1`. */
const ENDS = /([,;\t\r\n\v\f\u0085\u2028\u2029])/;
/** A quote that we double may open and close a cell that was cut out of ours. */
const FORMULA = /^["\s]*[=+\-@\u2212]/;
const QUOTED = /[",;\t\r\n]/;
