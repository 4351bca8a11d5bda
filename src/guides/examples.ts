/** The guides of the company that we play: a new dashboard shows what a good one looks like, and the chat has something to say. */
import { readFile } from "node:fs/promises";
import type { Database } from "../db/port.ts";
import { plainWords } from "../domain/markdown.ts";
import { readMarkdown } from "../domain/read-markdown.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import type { LeverReader } from "../lever/port.ts";
import type { GuideScope } from "./passage.ts";
import { createGuide, listGuides } from "./saved.ts";

const EXAMPLES = [
  { file: "sandbox-visit.md", posting: null },
  { file: "sandbox-backend-engineer.md", posting: "Backend Engineer" },
];

export interface ExampleDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
  tools: { lever: Pick<LeverReader, "listPostings"> };
}

/** Begins them, unless there is a guide already. Each is named by its first heading. */
export const putExampleGuides = async (deps: ExampleDeps): Promise<void> => {
  if ((await listGuides(deps.database)).length > 0) return;
  for (const { file, posting } of EXAMPLES) {
    const scope = await scopeOf(posting, deps);
    if (!scope) continue;
    const source = await readFile(new URL(`../../guides/${file}`, import.meta.url), "utf8");
    const [heading] = readMarkdown(source).blocks ?? [];
    const title = heading?.kind === "heading" ? plainWords(heading.inner) : file;
    const text = source.replace(/^#[^\n]*\n+/, "");
    const saving = {
      by: "example",
      at: deps.clock.now(),
      correlationId: deps.ids.next("co"),
    };
    const guide = { guideId: deps.ids.next("gd"), scope, title, text };
    await deps.database.transaction(async (tx) => await createGuide(tx, guide, saving));
  }
};

/** Null where no such posting is open. */
const scopeOf = async (
  posting: string | null,
  { tools }: ExampleDeps,
): Promise<GuideScope | null> => {
  if (posting === null) return { kind: "company" };
  const found = (await tools.lever.listPostings()).find(({ title }) => title === posting);
  return found ? { kind: "posting", postingId: found.id } : null;
};
