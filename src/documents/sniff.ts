/** What a file is, by its first bytes. Names and declared types are only compared with it. */

/** `ole` is what old Word and locked Word files are; `other` is nothing that is read. */
export type Sniffed =
  | "pdf"
  | "zip"
  | "ole"
  | "rtf"
  | "picture"
  | "html"
  | "text"
  | "empty"
  | "other";

const startsWith = (bytes: Uint8Array, hex: string): boolean =>
  Buffer.from(bytes.subarray(0, hex.length / 2)).toString("hex") === hex;

const PICTURES = [
  "89504e47",
  "ffd8ff",
  "47494638",
  "49492a00",
  "4d4d002a",
  "424d",
  "38425053",
  "00000100",
];

const HTML =
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|div|p|table|meta|style|script|h[1-6]|ul|span)\b/i;

/** What the bytes are. */
export const sniff = (bytes: Uint8Array): Sniffed => {
  if (bytes.length === 0) return "empty";
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  // Readers accept a PDF that begins a little later.
  if (head.includes("%PDF-")) return "pdf";
  if (startsWith(bytes, "504b0304") || startsWith(bytes, "504b0506")) return "zip";
  if (startsWith(bytes, "d0cf11e0a1b11ae1")) return "ole";
  if (head.startsWith("{\\rtf")) return "rtf";
  if (PICTURES.some((hex) => startsWith(bytes, hex)) || isWebp(head)) return "picture";
  if (isBinary(bytes)) return "other";
  const begin = head
    .replaceAll("\u0000", "")
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "");
  return HTML.test(begin) ? "html" : "text";
};

const isWebp = (head: string): boolean => head.startsWith("RIFF") && head.slice(8, 12) === "WEBP";

/** Text has no control characters; UTF-16 has a mark at its beginning. */
const isBinary = (bytes: Uint8Array): boolean => {
  if (startsWith(bytes, "fffe") || startsWith(bytes, "feff")) return false;
  const looked = bytes.subarray(0, 65_536);
  let odd = 0;
  for (const byte of looked) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27)
      odd += 1;
  }
  return odd > looked.length / 100;
};

const EXTENSIONS: Record<string, readonly Sniffed[]> = {
  pdf: ["pdf"],
  docx: ["zip"],
  doc: ["ole"],
  rtf: ["rtf"],
  html: ["html"],
  htm: ["html"],
  txt: ["text"],
  md: ["text"],
  png: ["picture"],
  jpg: ["picture"],
  jpeg: ["picture"],
};

/** Whether the name says something else than the content. */
export const isOtherThanNamed = (name: string, sniffed: Sniffed): boolean => {
  const extension = /\.([a-z]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const expected = EXTENSIONS[extension];
  return expected !== undefined && !expected.includes(sniffed);
};
