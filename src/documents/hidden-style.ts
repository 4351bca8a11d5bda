/** Which HTML nobody sees: by its attributes, its own style, and plain rules of the page's style sheets. */
import { type Colour, WHITE, isSameColour, parseColour } from "./colours.ts";
import {
  type Declarations,
  type Styles,
  declarationsOf,
  pixelsOf,
  resolved,
  sizeOf,
  variablesOf,
} from "./css-declarations.ts";

/** What an element hands down to what is in it. */
export interface Look {
  isHidden: boolean;
  colour: Colour | "transparent";
  background: Colour;
  /** A picture or a gradient lies behind: what has which colour cannot be told. */
  isOverPicture: boolean;
  /** Of the letters' inside, where it is not their colour. */
  fill: Colour | "transparent" | null;
  /** Of letters, in pixels. */
  size: number;
  variables: Declarations;
}

export const PLAIN_LOOK: Look = {
  isHidden: false,
  colour: [0, 0, 0],
  background: WHITE,
  isOverPicture: false,
  fill: null,
  size: 16,
  variables: new Map(),
};

/** How an element looks inside one that looks like `outer`. */
export const lookOf = (
  { name, attributes }: { name: string; attributes: Record<string, string> },
  outer: Look,
  styles: Styles,
): Look => {
  const declared = declarationsOf(name, attributes, styles);
  const variables = variablesOf(declared, outer.variables);
  const css = resolved(declared, variables);
  const colour = parseColour(css.get("color") ?? attributes["color"] ?? "") ?? outer.colour;
  const filled = css.get("-webkit-text-fill-color");
  const behind = css.get("background-color") ?? css.get("background") ?? attributes["bgcolor"];
  const painted = parseColour(behind ?? "");
  const hasPicture = /url\(|gradient\(/.test(
    `${css.get("background") ?? ""}${css.get("background-image") ?? ""}`,
  );
  const background = painted === null || painted === "transparent" ? outer.background : painted;
  const isClosed = name === "dialog" && !("open" in attributes);
  return {
    isHidden: outer.isHidden || isClosed || "hidden" in attributes || isHiding(css),
    colour,
    background,
    isOverPicture: hasPicture || (outer.isOverPicture && background === outer.background),
    fill: filled === undefined ? outer.fill : parseColour(filled),
    size: sizeOf(css, outer.size),
    variables,
  };
};

/** Whether text that looks like this can be seen. */
export const isSeen = ({
  isHidden,
  colour,
  fill,
  background,
  isOverPicture,
  size,
}: Look): boolean => {
  const painted = fill ?? colour;
  if (isHidden || painted === "transparent" || size < SMALLEST) return false;
  return isOverPicture || !isSameColour(painted, background);
};

/** In pixels or points: below, nobody reads. */
const SMALLEST = 3;
/** So far to the left or above that it is off any page; and so far to the right that nobody goes there. In pixels. */
const FAR = -100;
const FARTHEST = 5_000;
const PLACES = ["left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top"];
const BOX = ["width", "height", "max-width", "max-height"];

const SHIFTED = /(?:^(?:\S+\s+)?|translate\w*\([^)]{0,100}?)-\d{3,}/;
/** A part of the whole that is next to nothing. */
const FAINT = /^(?:0*\.0\d*|0+(?:\.0*)?%?|[0-4](?:\.\d*)?%)$/;
const FLAT =
  /scale\w{0,3}\((?:[^,)]{0,20},\s{0,9})?0{0,9}(?:\.0\d{0,9})?%?\s{0,9}[),]|matrix\(0,\s?0,\s?0,\s?0,|rotate[xy]\(90deg/;

const isHiding = (css: Declarations): boolean => {
  const is = (property: string, test: RegExp): boolean => test.test(css.get(property) ?? "");
  const isSmall = (property: string): boolean =>
    (pixelsOf(css.get(property), 100) ?? Infinity) < SMALLEST;
  const isFar = (property: string): boolean => {
    const pixels = pixelsOf(css.get(property), 16) ?? 0;
    return pixels <= FAR || pixels >= FARTHEST;
  };
  const isCut = ["overflow", "overflow-x", "overflow-y"].some((one) => is(one, /hidden|clip/));
  return (
    is("display", /^none$/) ||
    is("visibility", /^(?:hidden|collapse)$/) ||
    is("content-visibility", /^hidden$/) ||
    ["opacity", "zoom", "scale"].some((one) => is(one, FAINT)) ||
    PLACES.some(isFar) ||
    (isCut && BOX.some(isSmall)) ||
    is("filter", /opacity\((?:0*\.0\d*|0+(?:\.0*)?%?)\)/) ||
    ["transform", "translate"].some((one) => is(one, SHIFTED)) ||
    is("transform", FLAT) ||
    is("clip", /rect\(0[a-z]*[, ]+0/) ||
    is("clip-path", /inset\((?:50|100)%|circle\(0/) ||
    is("mso-hide", /all/)
  );
};
