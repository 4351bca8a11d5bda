/** HTML by template, escaped unless it is HTML already: nobody who writes a page can forget it. */

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

class Piece {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The HTML itself. */
  toString(): string {
    return this.#text;
  }
}

/** A piece of a page. Made here alone, so that text never passes for it. */
export type Html = Piece;

/** What may stand in a template: text and numbers are escaped, lists are joined, nothing is nothing. */
export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[];

/** A piece of a page. Values are escaped, in elements and in attributes that have quotation marks around them. */
export const html = (pieces: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
  new Piece(pieces.reduce((text, piece, index) => text + render(values[index - 1]) + piece));

/** The style or script of a page, which is not escaped. Only for constants of ours. */
export const inline = (element: "style" | "script", constant: string): Html =>
  new Piece(`<${element}>${constant}</${element}>`);

const render = (value: HtmlValue): string => {
  if (value instanceof Piece) return value.toString();
  if (value === false || value === null || value === undefined) return "";
  if (typeof value === "object") return value.map(render).join("");
  return String(value).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
};
