/** What a guide's Markdown can say, as a tree: headings, paragraphs, lists, quotes, code, and words with emphasis and links. */

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "break" }
  | { kind: "strong" | "emphasis"; inner: Inline[] }
  | { kind: "link"; url: string; inner: Inline[] };

export type Block =
  /** `line`: where it begins, from 1. */
  | { kind: "heading"; depth: number; line: number; inner: Inline[] }
  | { kind: "paragraph"; inner: Inline[] }
  /** `first`: the number that it begins with; null: without numbers. */
  | { kind: "list"; first: number | null; items: Block[][] }
  | { kind: "quote"; inner: Block[] }
  | { kind: "code"; text: string }
  | { kind: "rule" };

/** A block without marks, as a candidate reads it in a chat or a mail. Shape: lines; a list's begin with `- ` or their number. */
export const plainBlock = (block: Block): string => {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return plainWords(block.inner);
    case "code":
      return block.text.trimEnd();
    case "quote":
      return plainBlocks(block.inner, "\n\n");
    case "list":
      return block.items
        .map((item, index) => {
          const mark = block.first === null ? "- " : `${block.first + index}. `;
          return mark + plainBlocks(item, "\n").replaceAll("\n", `\n${" ".repeat(mark.length)}`);
        })
        .join("\n");
    case "rule":
      return "";
  }
};

const plainBlocks = (blocks: readonly Block[], between: string): string =>
  blocks
    .map(plainBlock)
    .filter((text) => text !== "")
    .join(between);

/** Words without marks; where a link goes stands behind it. */
export const plainWords = (inner: readonly Inline[]): string => inner.map(plainInline).join("");

/** A telephone number without what stands between its digits. */
const dialled = (number: string): string => number.replaceAll(/[\s().\-–/\u00a0]/g, "");

const plainInline = (part: Inline): string => {
  switch (part.kind) {
    case "text":
    case "code":
      return part.text;
    case "break":
      return "\n";
    case "strong":
    case "emphasis":
      return plainWords(part.inner);
    case "link": {
      const words = plainWords(part.inner);
      const bare = part.url.replace(/^(mailto|tel):/i, "");
      const isSame = /^tel:/i.test(part.url)
        ? dialled(words) === dialled(bare)
        : words === part.url || words === bare;
      return isSame ? words : `${words} (${bare})`;
    }
  }
};
