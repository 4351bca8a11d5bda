/** What CSS declares for one element, as far as plain rules say it: comments gone, escapes read, variables put in. */

export type Styles = ReadonlyMap<string, string>;
export type Declarations = ReadonlyMap<string, string>;

const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g;

/** Declarations by plain selector (`.name`, `#name`, `name`, `:root`). Whatever is more than that is not looked at. */
export const readStyleSheet = (css: string): Styles => {
  const styles = new Map<string, string>();
  const plain = css.replaceAll(COMMENT, "");
  for (const [, selectors = "", body = ""] of plain.matchAll(
    /([^{}]{1,500})\{([^{}]{0,5000})\}/g,
  )) {
    for (const selector of selectors.split(",")) {
      const name = selector.trim().toLowerCase();
      if (/^(?:[.#]?[\w-]+|:root)$/.test(name)) {
        styles.set(name, `${styles.get(name) ?? ""};${body}`);
      }
    }
  }
  return styles;
};

/** Of an element, its own style last. */
export const declarationsOf = (
  name: string,
  attributes: Record<string, string>,
  styles: Styles,
): Declarations => {
  const classes = (attributes["class"] ?? "").toLowerCase().split(/\s+/);
  const texts = [
    styles.get(name),
    ...classes.map((one) => styles.get(`.${one}`)),
    styles.get(`#${(attributes["id"] ?? "").toLowerCase()}`),
    attributes["style"],
  ];
  const declarations = new Map<string, string>();
  const important = new Set<string>();
  for (const one of texts.join(";").replaceAll(COMMENT, "").split(";")) {
    const [first = "", ...rest] = one.split(":");
    const property = unescape(first).trim().toLowerCase();
    const written = unescape(rest.join(":")).toLowerCase();
    const value = written.replace(/!\s{0,10}important/, "").trim();
    const isImportant = value.length < written.trim().length;
    if (important.has(property) && !isImportant) continue;
    if (isImportant) important.add(property);
    declarations.set(property, value);
  }
  return declarations;
};

const unescape = (css: string): string =>
  css.replaceAll(
    /\\(?:([0-9a-f]{1,6})\s?|(.))/gi,
    (_, code: string | undefined, one: string | undefined) =>
      code === undefined ? (one ?? "") : characterOf(Number.parseInt(code, 16)),
  );

const characterOf = (code: number): string =>
  code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : "\uFFFD";

/** More of them than any honest page hands down. */
const MOST_VARIABLES = 200;
const MOST_ROUNDS = 8;
const LONGEST = 500;

/** Those from outside and the element's own. */
export const variablesOf = (declared: Declarations, outer: Declarations): Declarations => {
  const own = [...declared]
    .filter(([property]) => property.startsWith("--"))
    .map(([property, value]) => [property, value.slice(0, LONGEST)] as const);
  return own.length === 0
    ? outer
    : new Map([...own, ...outer].slice(0, MOST_VARIABLES).toReversed());
};

/** The declarations with the variables' values in them. What has none keeps its `var()`, which no rule knows. */
export const resolved = (declared: Declarations, variables: Declarations): Declarations =>
  new Map([...declared].map(([property, value]) => [property, withValues(value, variables)]));

const withValues = (value: string, variables: Declarations): string => {
  let result = value;
  for (let round = 0; round < MOST_ROUNDS && result.includes("var("); round += 1) {
    if (result.length > LONGEST) return "";
    result = result.replaceAll(
      /var\(\s*(--[\w-]{1,100})\s*(?:,([^()]{0,200}(?:\([^()]{0,200}\)[^()]{0,200})?))?\)/g,
      (whole, name: string, fallback: string | undefined) =>
        variables.get(name) ?? fallback?.trim() ?? whole,
    );
  }
  return result;
};

/** Of one unit, in pixels; a point counts as one, for it is as hard to read. */
const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 1,
  q: 1,
  mm: 3.8,
  cm: 38,
  in: 96,
  pc: 16,
  rem: 16,
  vw: 10,
  vh: 7,
  vmin: 7,
  vmax: 10,
};

/** A length in pixels; null when it is none. `em` is what one of it is here. */
export const pixelsOf = (written: string | undefined, em: number): number | null => {
  const [, digits, unit = ""] = /^([+-]?\d{0,9}\.?\d{1,9})([a-z%]{0,5})$/.exec(written ?? "") ?? [];
  if (digits === undefined) return null;
  const amount = Number(digits);
  if (amount === 0) return 0;
  const one = { em, ex: em / 2, ch: em / 2, "%": em / 100 }[unit] ?? PIXELS[unit];
  return one === undefined ? null : amount * one;
};

const NAMED = /^(?:xx-small|x-small|small|medium|large|x-large|xx-large|xxx-large|initial)$/;
const SIZE = /(?:^|\s)(0|[\d.]+[a-z%]+)(?=\s|\/)/;

/** The size of letters, in pixels, inside ones of the size `outer`. */
export const sizeOf = (css: Declarations, outer: number): number => {
  const [, ofFont] = SIZE.exec(css.get("font") ?? "") ?? [];
  const written = css.get("font-size") ?? ofFont;
  if (NAMED.test(written ?? "")) return 12;
  return pixelsOf(written, outer) ?? outer;
};
