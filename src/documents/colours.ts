/** Colours as three numbers from 0 to 255, as far as they decide whether text can be seen. */
export type Colour = readonly [number, number, number];

export const WHITE: Colour = [255, 255, 255];
export const BLACK: Colour = [0, 0, 0];

/** Nearer than this in each part and nobody reads it. */
const NEAR = 20;

/** Whether one cannot be told from the other. */
export const isSameColour = (one: Colour, other: Colour): boolean =>
  one.every((part, index) => Math.abs(part - (other[index] ?? 0)) <= NEAR);

const NAMED: Record<string, Colour> = {
  white: WHITE,
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  black: BLACK,
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  navy: [0, 0, 128],
  yellow: [255, 255, 0],
};

/** A colour of CSS; `transparent` for text without any; null when it cannot be told. */
export const parseColour = (written: string): Colour | "transparent" | null => {
  const text = written.trim().toLowerCase();
  if (text === "transparent") return "transparent";
  const named = NAMED[text];
  if (named) return named;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short) return toColour(short.slice(1).map((digit) => Number.parseInt(digit + digit, 16)));
  const long = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/.exec(text);
  if (long) {
    if (long[4] !== undefined && Number.parseInt(long[4], 16) < 13) return "transparent";
    return toColour(long.slice(1, 4).map((digits) => Number.parseInt(digits, 16)));
  }
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+)(%?))?\s*\)$/.exec(text);
  if (!rgb) return null;
  const alpha = rgb[4] === undefined ? 1 : Number(rgb[4]) / (rgb[5] === "%" ? 100 : 1);
  return alpha < 0.05 ? "transparent" : toColour(rgb.slice(1, 4).map(Number));
};

const toColour = ([red = 0, green = 0, blue = 0]: number[]): Colour => [red, green, blue];
