/** A PDF page's drawing commands as runs of text, each with where and how it is painted. The library's own text has no
 * colours, and joins what can be seen with what cannot. Source: ISO 32000, 8.4 and 9.3; pdf.js, `OPS`. */
import { z } from "zod";
import { parseColour } from "./colours.ts";
import {
  type DrawingState,
  FIRST_STATE,
  type Fragment,
  IDENTITY,
  type Matrix,
  Paint,
  boxOf,
  multiply,
} from "./pdf-paint.ts";

export interface Drawing {
  /** Names of commands, as pdf.js numbers them. */
  names: ReadonlyMap<number, string>;
  commands: readonly number[];
  args: readonly unknown[];
  /** Whether a picture is known to be opaque. */
  isOpaque(picture: string): boolean;
  isLayerShown(properties: unknown): boolean;
}

const number = z.number();
const numbers = z.array(z.number());
const matrixOf = (value: unknown): Matrix | null => {
  const list = ArrayBuffer.isView(value) ? z.instanceof(Float32Array).safeParse(value).data : value;
  const parsed = z
    .tuple([number, number, number, number, number, number])
    .safeParse(list instanceof Float32Array ? [...list] : list);
  return parsed.success ? parsed.data : null;
};
const Glyph = z.object({ unicode: z.string(), width: z.number(), isSpace: z.boolean().optional() });
const Extent = z.custom<ArrayLike<number>>(
  (value) => Array.isArray(value) || ArrayBuffer.isView(value),
);

/** Wider than this between two letters is a space that nobody wrote. In ems. */
const GAP = 0.2;
const UNIT = { left: 0, bottom: 0, right: 1, top: 1 };

/** All runs of text in the order of painting, and what else was painted. */
export const fragmentsOf = (drawing: Drawing): { fragments: Fragment[]; paint: Paint } => {
  const page = new PageWalk(drawing);
  for (const [index, command] of drawing.commands.entries()) {
    const args = drawing.args[index];
    page.step(drawing.names.get(command) ?? "", Array.isArray(args) ? args : []);
  }
  return { fragments: page.fragments, paint: page.paint };
};

class PageWalk {
  readonly fragments: Fragment[] = [];
  readonly paint = new Paint();
  private readonly drawing: Drawing;
  private state: DrawingState = { ...FIRST_STATE };
  private readonly saved: DrawingState[] = [];
  private line: Matrix = IDENTITY;
  private text: Matrix = IDENTITY;
  /** Of each marked part we are in: whether it is shown. */
  private readonly layers: boolean[] = [];
  private at = 0;

  constructor(drawing: Drawing) {
    this.drawing = drawing;
  }

  step(name: string, args: readonly unknown[]): void {
    this.at += 1;
    if (this.stepState(name, args)) return;
    if (this.stepText(name, args)) return;
    this.stepPaint(name, args);
  }

  /** Whether it was a command of this group; so are the next two. */
  private stepState(name: string, args: readonly unknown[]): boolean {
    switch (name) {
      case "save":
        if (this.saved.length < 1000) this.saved.push({ ...this.state });
        return true;
      case "restore":
        this.state = this.saved.pop() ?? this.state;
        return true;
      case "transform":
        this.transform(matrixOf(args));
        return true;
      case "paintFormXObjectBegin":
        this.saved.push({ ...this.state });
        this.transform(matrixOf(args[0]));
        return true;
      case "paintFormXObjectEnd":
        this.state = this.saved.pop() ?? this.state;
        return true;
      case "setFillRGBColor":
        this.state.fill = toColour(args);
        return true;
      case "setStrokeRGBColor":
        this.state.stroke = toColour(args);
        return true;
      case "setFillColorN":
        this.state.fill = null;
        return true;
      case "setGState":
        this.setAlpha(args[0]);
        return true;
      case "beginMarkedContent":
        this.layers.push(true);
        return true;
      case "beginMarkedContentProps":
        this.layers.push(args[0] !== "OC" || this.drawing.isLayerShown(args[1]));
        return true;
      case "endMarkedContent":
        this.layers.pop();
        return true;
      default:
        return false;
    }
  }

  private stepText(name: string, args: readonly unknown[]): boolean {
    const [first, second] = numbersAt(args);
    switch (name) {
      case "beginText":
        this.setText(IDENTITY);
        return true;
      case "setTextMatrix":
        this.setText(matrixOf(args[0]) ?? matrixOf(args) ?? this.line);
        return true;
      case "setFont":
        this.state.size = second;
        return true;
      case "setTextRenderingMode":
        this.state.mode = first;
        return true;
      case "setCharSpacing":
        this.state.letterSpace = first;
        return true;
      case "setWordSpacing":
        this.state.wordSpace = first;
        return true;
      case "setHScale":
        this.state.stretch = first / 100;
        return true;
      case "setLeading":
        this.state.leading = first;
        return true;
      case "setTextRise":
        this.state.rise = first;
        return true;
      case "moveText":
        this.move(first, second);
        return true;
      case "setLeadingMoveText":
        this.state.leading = -second;
        this.move(first, second);
        return true;
      case "nextLine":
        this.move(0, -this.state.leading);
        return true;
      case "showText":
      case "showSpacedText":
        this.show(args[0]);
        return true;
      case "nextLineShowText":
        this.move(0, -this.state.leading);
        this.show(args[0]);
        return true;
      default:
        return false;
    }
  }

  private stepPaint(name: string, args: readonly unknown[]): void {
    if (name === "paintImageXObject" && typeof args[0] === "string") {
      if (this.state.alpha < 1 || !this.drawing.isOpaque(args[0])) return;
      this.paint.add({ box: boxOf(this.state.matrix, UNIT), colour: null, at: this.at });
    }
    if (name !== "constructPath") return;
    const painting = this.drawing.names.get(Number(args[0])) ?? "";
    const extent = Extent.safeParse(args[2]).data;
    if (!/fill/i.test(painting) || !extent || this.state.alpha < 1) return;
    const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(extent);
    const box = boxOf(this.state.matrix, { left, bottom, right, top });
    this.paint.add({ box, colour: this.state.fill, at: this.at });
  }

  private transform(matrix: Matrix | null): void {
    if (matrix) this.state.matrix = multiply(this.state.matrix, matrix);
  }

  private setText(matrix: Matrix): void {
    this.line = matrix;
    this.text = matrix;
  }

  private move(x: number, y: number): void {
    this.setText(multiply(this.line, [1, 0, 0, 1, x, y]));
  }

  private setAlpha(value: unknown): void {
    const pairs = z.array(z.tuple([z.string(), z.unknown()])).safeParse(value).data ?? [];
    for (const [key, set] of pairs) {
      if (key === "ca" && typeof set === "number") this.state.alpha = set;
    }
  }

  private show(glyphs: unknown): void {
    const { size, stretch, mode, rise } = this.state;
    let text = "";
    let advance = 0;
    for (const one of Array.isArray(glyphs) ? glyphs : []) {
      if (typeof one === "number") {
        advance -= (one / 1000) * size * stretch;
        if (-one / 1000 > GAP && text !== "" && !text.endsWith(" ")) text += " ";
        continue;
      }
      const glyph = Glyph.safeParse(one).data;
      if (!glyph) continue;
      text += glyph.unicode;
      advance += this.widthOf(glyph);
    }
    const placed = multiply(this.state.matrix, this.text);
    const scale = Math.sqrt(Math.abs(placed[0] * placed[3] - placed[1] * placed[2]));
    const [, , , , x, y] = multiply(placed, [1, 0, 0, 1, 0, rise]);
    this.fragments.push({
      text,
      x,
      y,
      width: advance * Math.hypot(placed[0], placed[1]),
      size: Math.abs(size) * scale,
      stretch,
      colour: mode === 1 || mode === 5 ? this.state.stroke : this.state.fill,
      alpha: this.state.alpha,
      mode,
      isInHiddenLayer: this.layers.includes(false),
      at: this.at,
    });
    this.text = multiply(this.text, [1, 0, 0, 1, advance, 0]);
  }

  private widthOf({ width, isSpace }: z.infer<typeof Glyph>): number {
    const { size, stretch, letterSpace, wordSpace } = this.state;
    return ((width / 1000) * size + letterSpace + (isSpace === true ? wordSpace : 0)) * stretch;
  }
}

const numbersAt = (args: readonly unknown[]): [number, number] => {
  const read = numbers.safeParse(args.filter((one) => typeof one === "number")).data ?? [];
  return args.length > 1 && typeof args[0] !== "number"
    ? [0, read[0] ?? 0]
    : [read[0] ?? 0, read[1] ?? 0];
};

const toColour = (args: readonly unknown[]) => {
  const [first] = args;
  if (typeof first !== "string") return null;
  const colour = parseColour(first);
  return colour === "transparent" ? null : colour;
};
