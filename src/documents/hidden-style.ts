/** Which HTML nobody sees: by its attributes, its own style, and plain rules of the page's style sheets. */
import { type Colour, WHITE, isSameColour, parseColour } from "./colours.ts";

/** What an element hands down to what is in it. */
export interface Look {
  isHidden: boolean;
  colour: Colour | "transparent";
  background: Colour;
  /** A picture or a gradient lies behind: what has which colour cannot be told. */
  isOverPicture: boolean;
}

export const PLAIN_LOOK: Look = {
  isHidden: false,
  colour: [0, 0, 0],
  background: WHITE,
  isOverPicture: false,
};

export type Styles = ReadonlyMap<string, string>;

/** Declarations by plain selector (`.name`, `#name`, `name`). Whatever is more than that is not looked at. */
export const readStyleSheet = (css: string): Styles => {
  const styles = new Map<string, string>();
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, "");
  for (const [, selectors = "", body = ""] of plain.matchAll(
    /([^{}]{1,500})\{([^{}]{0,5000})\}/g,
  )) {
    for (const selector of selectors.split(",")) {
      const name = selector.trim().toLowerCase();
      if (/^[.#]?[\w-]+$/.test(name)) styles.set(name, `${styles.get(name) ?? ""};${body}`);
    }
  }
  return styles;
};

/** How an element looks inside one that looks like `outer`. */
export const lookOf = (
  { name, attributes }: { name: string; attributes: Record<string, string> },
  outer: Look,
  styles: Styles,
): Look => {
  const css = declarationsOf(name, attributes, styles);
  const colour = parseColour(css.get("color") ?? attributes["color"] ?? "") ?? outer.colour;
  const behind = css.get("background-color") ?? css.get("background") ?? attributes["bgcolor"];
  const painted = parseColour(behind ?? "");
  const hasPicture = /url\(|gradient\(/.test(
    `${css.get("background") ?? ""}${css.get("background-image") ?? ""}`,
  );
  const background = painted === null || painted === "transparent" ? outer.background : painted;
  return {
    isHidden: outer.isHidden || "hidden" in attributes || isHiding(css),
    colour,
    background,
    isOverPicture: hasPicture || (outer.isOverPicture && background === outer.background),
  };
};

/** Whether text that looks like this can be seen. */
export const isSeen = ({ isHidden, colour, background, isOverPicture }: Look): boolean => {
  if (isHidden || colour === "transparent") return false;
  return isOverPicture || !isSameColour(colour, background);
};

const declarationsOf = (
  name: string,
  attributes: Record<string, string>,
  styles: Styles,
): Map<string, string> => {
  const classes = (attributes["class"] ?? "").toLowerCase().split(/\s+/);
  const texts = [
    styles.get(name),
    ...classes.map((one) => styles.get(`.${one}`)),
    styles.get(`#${(attributes["id"] ?? "").toLowerCase()}`),
    attributes["style"],
  ];
  const declarations = new Map<string, string>();
  for (const one of texts.join(";").toLowerCase().split(";")) {
    const [property = "", ...value] = one.split(":");
    declarations.set(property.trim(), value.join(":").replace("!important", "").trim());
  }
  return declarations;
};

const TINY = /^(?:0*\.\d+|[0-2](?:\.\d+)?)(?:px|pt)$|^0+(?:\.0*)?[a-z%]*$|^0?\.[01]\d*r?em$/;
const NOTHING = /^0+(?:\.0*)?[a-z%]*$/;
/** So far left or above that it is off any page. */
const FAR = /^-\d{3,}/;

const SHIFTED = /(?:^(?:\S+\s+)?|translate\w*\([^)]{0,100}?)-\d{3,}/;

const isHiding = (css: Map<string, string>): boolean => {
  const is = (property: string, test: RegExp): boolean => test.test(css.get(property) ?? "");
  return (
    is("display", /^none$/) ||
    is("visibility", /^(?:hidden|collapse)$/) ||
    is("opacity", /^(?:0*\.0\d*|0+(?:\.0*)?%?)$/) ||
    is("font-size", TINY) ||
    ["left", "top", "right", "text-indent", "margin-left", "margin-top"].some((one) =>
      is(one, FAR),
    ) ||
    (is("overflow", /hidden/) &&
      (is("height", NOTHING) || is("width", NOTHING) || is("max-height", NOTHING))) ||
    is("filter", /opacity\((?:0*\.0\d*|0+(?:\.0*)?%?)\)/) ||
    ["transform", "translate"].some((one) => is(one, SHIFTED)) ||
    is("transform", /scale\(0(?:\.0\d*)?[),]/) ||
    is("clip", /rect\(0[a-z]*[, ]+0/) ||
    is("clip-path", /inset\((?:50|100)%/) ||
    is("mso-hide", /all/)
  );
};
