/** Plain text: UTF-8, UTF-16 with its mark, or else Windows-1252. */
import type { RawDocument } from "./raw.ts";

/** The bytes as text. */
export const decodeText = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

/** A text file, as it is. */
export const readPlain = (bytes: Uint8Array): RawDocument => ({
  kind: "text",
  text: decodeText(bytes).replaceAll(/\r\n?/g, "\n").replaceAll("\f", "\n"),
  pageStarts: [],
  urls: [],
  findings: [],
});
