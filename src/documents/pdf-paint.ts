/** The drawing state of a PDF page, and what has been painted on it: as much as decides whether text can be seen. */
import { BLACK, type Colour, WHITE, isSameColour } from "./colours.ts";

/** a b c d e f, as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export interface Box {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** The smallest upright box around a box that was moved, turned or stretched. */
export const boxOf = (matrix: Matrix, { left, bottom, right, top }: Box): Box => {
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ].map(([x = 0, y = 0]) => multiply(matrix, [1, 0, 0, 1, x, y]));
  const xs = corners.map((corner) => corner[4]);
  const ys = corners.map((corner) => corner[5]);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  };
};

/** Something opaque. `colour` is null for a picture. */
interface Painted {
  box: Box;
  colour: Colour | null;
  at: number;
}

/** A run of text on the page. */
export interface Fragment {
  text: string;
  x: number;
  y: number;
  width: number;
  /** In points, as it stands on the page. */
  size: number;
  /** How wide its letters are drawn; 1 as the font has them. */
  stretch: number;
  colour: Colour | null;
  alpha: number;
  /** 3 and 7 paint nothing. */
  mode: number;
  /** In a layer that is switched off. */
  isInHiddenLayer: boolean;
  /** The order of painting. */
  at: number;
}

/** Smaller than this nothing hides a word. In square points. */
const SMALLEST = 20;
/** A page with more boxes than this has a pattern on it: the last ones count. */
const MOST = 400;
/** In points. */
const TINY = 2;
/** As wide as this of what they should be, letters are lines. */
const NARROWEST = 0.1;
const FAINT = 0.05;

/** What has been painted on one page. */
export class Paint {
  private readonly painted: Painted[] = [];

  add(painted: Painted): void {
    const { left, right, bottom, top } = painted.box;
    if (!((right - left) * (top - bottom) >= SMALLEST)) return;
    this.painted.push(painted);
    if (this.painted.length > MOST) this.painted.shift();
  }

  /** Whether the fragment can be seen on a page of this size. */
  shows(fragment: Fragment, page: Box): boolean {
    const { x, y, width, size, mode, alpha, colour } = fragment;
    if (mode === 3 || mode === 7 || alpha < FAINT || fragment.isInHiddenLayer) return false;
    if (!(size >= TINY) || Math.abs(fragment.stretch) < NARROWEST) return false;
    const middle = { x: x + width / 2, y: y + size / 3 };
    if (!isInside(middle, page)) return false;
    let behind: Colour | null = WHITE;
    for (const { box, colour: over, at } of this.painted) {
      if (!isInside(middle, box)) continue;
      if (at < fragment.at) behind = over;
      else if (
        isInside({ x: x + 1, y: middle.y }, box) &&
        isInside({ x: x + width - 1, y: middle.y }, box)
      )
        return false;
    }
    return colour === null || behind === null || !isSameColour(colour, behind);
  }
}

const isInside = ({ x, y }: { x: number; y: number }, box: Box): boolean =>
  x >= box.left && x <= box.right && y >= box.bottom && y <= box.top;

/** What `save` keeps and `restore` brings back. */
export interface DrawingState {
  matrix: Matrix;
  fill: Colour | null;
  stroke: Colour | null;
  alpha: number;
  size: number;
  mode: number;
  leading: number;
  rise: number;
  stretch: number;
  letterSpace: number;
  wordSpace: number;
}

export const FIRST_STATE: DrawingState = {
  matrix: IDENTITY,
  fill: BLACK,
  stroke: BLACK,
  alpha: 1,
  size: 1,
  mode: 0,
  leading: 0,
  rise: 0,
  stretch: 1,
  letterSpace: 0,
  wordSpace: 0,
};
