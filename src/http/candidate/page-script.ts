/** The script of the candidate's page, as it stands in the page. */
import { readFileSync } from "node:fs";

/** Trusted text of ours: nothing is put into it. */
export const PAGE_SCRIPT: string = readFileSync(
  new URL("page-script.mjs", import.meta.url),
  "utf8",
);
