/** Runs of a Word document that nobody sees, cut out of its XML before anybody reads it. */
import { Parser } from "htmlparser2";
import { WHITE, type Colour, isSameColour, parseColour } from "./colours.ts";

/** In half points: below 3 points nobody reads. */
const TINY = 6;
/** As wide as this of what it should be, in percent, letters are lines. */
const FLAT = 10;
/** So far above or below its line, in half points, text is on no page. */
const FAR = 1_000;
/** Drawn together by this, in twentieths of a point, letters lie on each other. */
const COLLAPSED = -120;
/** Deeper than any honest document; the reader of paragraphs goes down as deep as the document does. */
export const DEEPEST = 400;

/** What refers to a picture or to another document. */
const REFERENCES = new Set(["a:blip", "v:imagedata", "w:altChunk"]);

interface Properties {
  isHidden: boolean;
  colour: Colour | null;
  shade: Colour | null;
  size: number | null;
  isInFill: boolean;
}

interface Run extends Properties {
  start: number;
  letters: number;
}

const NONE: Properties = {
  isHidden: false,
  colour: null,
  shade: null,
  size: null,
  isInFill: false,
};

/** What is left of the document, how many characters were cut, and how deep it goes. */
export interface SeenXml {
  xml: string;
  hidden: number;
  deepest: number;
}

/** Ids of styles under which nothing can be seen. */
export const hiddenStyles = (xml: string): Set<string> => {
  const hidden = new Set<string>();
  let style: { id: string; properties: Properties } | null = null;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === "w:style") {
          style = { id: attributes["w:styleId"] ?? "", properties: { ...NONE } };
        }
        if (style) noteProperty(name, attributes, style.properties);
      },
      onclosetag: (name) => {
        if (name !== "w:style" || !style) return;
        if (isUnseen(style.properties, WHITE)) hidden.add(style.id);
        style = null;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return hidden;
};

/** The document without what nobody sees, and without references to pictures and other documents. */
export const withoutHidden = (xml: string, styles: ReadonlySet<string>): SeenXml => {
  const walk = new RunWalk(styles);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => walk.open(name, attributes, parser.startIndex),
      ontext: (text) => walk.text(text),
      onclosetag: (name) => walk.close(name, parser.endIndex + 1),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { hidden: walk.hidden, deepest: walk.deepest, xml: cut(xml, walk.cuts) };
};

/** What paragraphs, cells and tables hand down to the runs in them. */
interface Block {
  shade: Colour | null;
  isHidden: boolean;
}

const BLOCKS = new Set(["w:p", "w:tc", "w:tbl"]);

class RunWalk {
  readonly cuts: [number, number][] = [];
  hidden = 0;
  deepest = 0;
  private readonly styles: ReadonlySet<string>;
  private readonly blocks: Block[] = [];
  /** A text box is a run with runs in it. */
  private readonly runs: Run[] = [];
  private depth = 0;
  private referenceStart = 0;
  private isInText = false;

  constructor(styles: ReadonlySet<string>) {
    this.styles = styles;
  }

  open(name: string, attributes: Record<string, string>, start: number): void {
    this.depth += 1;
    this.deepest = Math.max(this.deepest, this.depth);
    if (BLOCKS.has(name)) this.blocks.push({ shade: null, isHidden: false });
    if (name === "w:r") this.runs.push({ ...NONE, start, letters: 0 });
    if (name === "w:t") this.isInText = true;
    if (REFERENCES.has(name)) this.referenceStart = start;
    const isHiddenStyle = this.styles.has(attributes["w:val"] ?? "");
    const run = this.runs.at(-1);
    const block = this.blocks.at(-1);
    if (name === "w:pStyle" && block) block.isHidden = isHiddenStyle;
    if (run) {
      if (name === "w:rStyle" && isHiddenStyle) run.isHidden = true;
      noteProperty(name, attributes, run);
    } else if (name === "w:shd" && block) block.shade = shadeOf(attributes);
  }

  text(text: string): void {
    const run = this.runs.at(-1);
    if (run && this.isInText) run.letters += text.trim().length;
  }

  close(name: string, end: number): void {
    this.depth -= 1;
    if (name === "w:t") this.isInText = false;
    if (REFERENCES.has(name)) this.cuts.push([this.referenceStart, end]);
    const run = name === "w:r" ? this.runs.pop() : undefined;
    if (run) this.judge(run, end);
    if (BLOCKS.has(name)) this.blocks.pop();
  }

  private judge(run: Run, end: number): void {
    const inherited = this.blocks.findLast(({ shade }) => shade !== null)?.shade;
    const isHidden = this.blocks.some((block) => block.isHidden);
    if (!isHidden && !isUnseen(run, run.shade ?? inherited ?? WHITE)) return;
    this.cuts.push([run.start, end]);
    this.hidden += run.letters;
  }
}

const noteProperty = (
  name: string,
  attributes: Record<string, string>,
  properties: Properties,
): void => {
  const value = attributes["w:val"] ?? "";
  const isOn = !/^(?:0|false|off|none)$/.test(value);
  if (["w:vanish", "w:specVanish", "w:webHidden"].includes(name) && isOn)
    properties.isHidden = true;
  if (name === "w:color") properties.colour = themed(attributes) ?? toColour(value);
  if (name === "w:sz") properties.size = Number(value);
  noteFill(name, attributes, properties);
  if (name === "w:w" && value !== "" && Number(value.replace("%", "")) <= FLAT)
    properties.isHidden = true;
  if (name === "w:position" && Math.abs(Number(value)) >= FAR) properties.isHidden = true;
  if (name === "w:spacing" && Number(value) <= COLLAPSED) properties.isHidden = true;
  if (name === "w:shd") properties.shade = shadeOf(attributes);
  if (name === "w:highlight" && value !== "none")
    properties.shade = toColour(value) ?? [255, 255, 0];
};

/** What Word paints letters with in place of their colour; their outline has the same words. */
const noteFill = (
  name: string,
  attributes: Record<string, string>,
  properties: Properties,
): void => {
  if (/^w14:(?:textFill|textOutline)$/.test(name)) properties.isInFill = name === "w14:textFill";
  if (!properties.isInFill) return;
  const value = attributes["w14:val"] ?? "";
  if (name === "w14:noFill") properties.isHidden = true;
  if (name === "w14:srgbClr") properties.colour = toColour(value);
  if (name === "w14:schemeClr") properties.colour = value === "bg1" ? WHITE : null;
  // A shade of it, which only Word can tell.
  if (/^w14:(?:lumMod|shade)$/.test(name)) properties.colour = null;
};

/** The paper's colour in every theme that Word brings. */
const themed = (attributes: Record<string, string>): Colour | null => {
  const name = attributes["w:themeColor"] ?? "";
  const isChanged = "w:themeShade" in attributes;
  return /^(?:background1|light1)$/.test(name) && !isChanged ? WHITE : null;
};

const toColour = (written: string): Colour | null => {
  const colour = parseColour(written);
  return colour === "transparent" ? null : colour;
};

const shadeOf = (attributes: Record<string, string>): Colour | null =>
  toColour(attributes["w:fill"] ?? "");

const isUnseen = ({ isHidden, colour, size }: Properties, behind: Colour): boolean =>
  isHidden || (size !== null && size < TINY) || (colour !== null && isSameColour(colour, behind));

/** One cut may lie within another. */
const cut = (xml: string, cuts: readonly [number, number][]): string => {
  let from = 0;
  let kept = "";
  for (const [start, end] of cuts.toSorted(([one], [other]) => one - other)) {
    if (start >= from) kept += xml.slice(from, start);
    from = Math.max(from, end);
  }
  return kept + xml.slice(from);
};
