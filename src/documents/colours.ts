/** Colours as three numbers from 0 to 255, as far as they decide whether text can be seen. */
import { converter } from "culori";

export type Colour = readonly [number, number, number];

export const WHITE: Colour = [255, 255, 255];
export const BLACK: Colour = [0, 0, 0];

/** Nearer than this in each part and nobody reads it. */
const NEAR = 20;

/** Whether one cannot be told from the other. */
export const isSameColour = (one: Colour, other: Colour): boolean =>
  one.every((part, index) => Math.abs(part - (other[index] ?? 0)) <= NEAR);

const toRgb = converter("rgb");

/** So faint that nobody reads it. */
const FAINT = 0.05;

/** A colour of CSS, or six digits as Word has them; `transparent` for text without any; null when it cannot be told. */
export const parseColour = (written: string): Colour | "transparent" | null => {
  const found = toRgb(written.trim().toLowerCase());
  if (!found) return null;
  const { r, g, b, alpha = 1 } = found;
  if (alpha < FAINT) return "transparent";
  return [Math.round(r * 255), Math.round(g * 255), Math.round(b * 255)];
};
