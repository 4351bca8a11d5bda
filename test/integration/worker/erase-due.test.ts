import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { ContactId, OpportunityId } from "../../../src/domain/ids.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { openTrail } from "../../../src/ledger/trail.ts";
import { createLog } from "../../../src/log.ts";
import { askErasure, listErasures } from "../../../src/privacy/erasures.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { createTexts } from "../../../src/privacy/texts.ts";
import { eraseDue } from "../../../src/worker/erase-due.ts";
import { describeOneDatabase } from "../../support/database.ts";

describeOneDatabase("embedded", "erasing beside a trail that cannot be read", (open) => {
  let database: Database;
  let folder: string;
  const clock = createManualClock(Temporal.Instant.from("2026-11-23T10:00:00Z"));
  const keyring = parseKeyring(`k1:${randomBytes(32).toString("base64")}`);
  const texts = createTexts({ keyring, clock, ids: randomIds });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-trail-"));
    database = await open();
  });
  afterEach(async () => await rm(folder, { recursive: true, force: true }));

  const seal = async (candidate: string): Promise<string> =>
    await database.transaction(
      async (tx) => await texts.seal(tx, { candidate, kind: "note", text: "of them" }),
    );

  it("is done all the same, and whom the trail has is taken up once it can be", async () => {
    const [ada, grace] = [await seal("ada"), await seal("grace")];
    const lines: string[] = [];
    const log = createLog({ level: "error", to: { write: (line: string) => lines.push(line) } });
    const trail = openTrail(folder);
    // Neither has an event in a calendar.
    const freeCalendars = async () => await Promise.resolve();
    const deps = { database, clock, texts, trail, log, ids: randomIds, freeCalendars };
    // A folder stands where the file should.
    await mkdir(join(folder, "erasures.jsonl"));
    const why = { cause: "person", reason: "other", by: "somebody" } as const;
    await database.transaction(
      async (tx) =>
        await askErasure(
          tx,
          { candidate: "ada", opportunityIds: ["of-ada"], ...why },
          { clock, ids: randomIds },
        ),
    );
    await eraseDue(deps);
    expect([await texts.open(database, ada), await texts.open(database, grace)]).toEqual([
      null,
      "of them",
    ]);
    expect(lines.join("")).toContain("the erased in TRAIL_DIR could not be taken up");

    await rmdir(join(folder, "erasures.jsonl"));
    await openTrail(folder).addErasure({
      id: "er_before",
      candidate: ContactId.parse("grace"),
      opportunityIds: [OpportunityId.parse("of-grace")],
      cause: "person",
      reason: "other",
      reference: null,
      by: "somebody",
      erasedAt: clock.now().add({ hours: 1 }).toString(),
    });
    await eraseDue(deps);
    expect(await texts.open(database, grace)).toBeNull();
    const done = await listErasures(database, { limit: 10 });
    expect(done.map(({ id }) => id)).toContain("er_before");
  });
});
