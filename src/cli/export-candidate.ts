/** `convene export-candidate`: what is held on a candidate, for a request of access. */
import { exportSubject } from "../cases/subject-access.ts";
import { renderSubject } from "../cases/subject-access-page.ts";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { randomIds } from "../identifiers.ts";
import { openKeyring } from "../privacy/open-keyring.ts";
import { createTexts } from "../privacy/texts.ts";
import { withDatabase } from "./database-commands.ts";

/** Prints it. Errors: `not_found`; `data_dir_locked`. */
export const runExportCandidate = async (
  caseId: string,
  { markdown }: { markdown?: boolean },
): Promise<void> => {
  await withDatabase(async (database) => {
    const keyring = await openKeyring(readConfig(), database);
    const base = { clock: systemClock, ids: randomIds };
    const texts = createTexts({ keyring, ...base });
    const made = await exportSubject({ caseId, by: "command line" }, { database, texts, ...base });
    console.log(markdown ? renderSubject(made) : JSON.stringify(made, null, 1));
  });
};
