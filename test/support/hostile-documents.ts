/** Files that are broken, locked, empty, huge or made to harm, each with what has to be found in it. All made by code. */
import type { FindingCode } from "../../src/documents/findings.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { hostileDocx } from "./hostile-docx.ts";
import { hostilePdfs } from "./hostile-pdfs.ts";

export interface HostileDocument {
  name: string;
  bytes: Uint8Array;
  /** Findings that must be there. */
  finds: FindingCode[];
  /** Words that must be in the text, and words that must not. */
  keeps?: string;
  leaves?: string;
}

/** More than sixty of them. */
export const hostileDocuments = async (): Promise<HostileDocument[]> => [
  ...hostilePdfs(),
  ...(await hostileDocx()),
  ...hostileTexts(),
];
