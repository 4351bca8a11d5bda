/** Any file as a document, in the thread where this may take its time. */
import { finding } from "./findings.ts";
import { guessLanguage } from "./guess-language.ts";
import { type RawDocument, unread } from "./raw.ts";
import { readDocx } from "./read-docx.ts";
import { readHtml } from "./read-html.ts";
import { readPdf } from "./read-pdf.ts";
import { readPlain } from "./read-plain.ts";
import type { ReadDocument } from "./shape.ts";
import { type Sniffed, isOtherThanNamed, sniff } from "./sniff.ts";
import { understand } from "./understand.ts";

/** The document. Never throws for what is in the bytes. */
export const readBytes = async (bytes: Uint8Array, name: string): Promise<ReadDocument> => {
  const sniffed = sniff(bytes);
  const document = understand(await readAs(sniffed, bytes), guessLanguage);
  if (bytes.length === 0 || !isOtherThanNamed(name, sniffed)) return document;
  return { ...document, findings: [finding("other_type"), ...document.findings] };
};

const readAs = async (sniffed: Sniffed, bytes: Uint8Array): Promise<RawDocument> => {
  switch (sniffed) {
    case "pdf":
      return await readPdf(bytes);
    case "zip":
      return await readDocx(bytes);
    case "html":
      return readHtml(bytes);
    case "text":
      return readPlain(bytes);
    case "empty":
      return unread("unknown", [finding("empty")]);
    case "picture":
      return unread("unknown", [finding("picture")]);
    case "ole":
      return unread("unknown", [finding(isLockedWord(bytes) ? "encrypted" : "unsupported_type")]);
    case "rtf":
    case "other":
      return unread("unknown", [finding("unsupported_type")]);
  }
};

/** Word locks a file by putting it into another under this name. */
const isLockedWord = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
