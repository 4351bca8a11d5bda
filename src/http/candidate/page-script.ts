/** The scripts of the candidate's pages, as they stand in them. */
import { readFileSync } from "node:fs";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

/** Trusted text of ours: nothing is put into it. Each is a scope of its own. */
export const PAGE_SCRIPT = `${read("own-zone.mjs")}\n${read("page-script.mjs")}`;

/** The same for the page of the assistant. */
export const CHAT_SCRIPT = `${read("own-zone.mjs")}\n${read("chat/chat-script.mjs")}`;
