/** The register of breaches and of what people ask of their data: kept by admins, its words sealed, since they may name people. The
 * ledger has each entry by its id. */
import { z } from "zod";
import type { Database, Row, Tx } from "../db/port.ts";
import { AppError, unfitField } from "../domain/errors.ts";
import { type RegisterKind, dueOf } from "../domain/register.ts";
import { isoInstant } from "../domain/time.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";
import type { Texts } from "./texts.ts";

const line = z.string().regex(/\S/, "must not be blank").max(2_000);

/** What somebody wrote of it. */
export const RegisterWords = z.strictObject({
  what: line.describe("What happened, or what is asked for and by whom"),
  data: z.string().max(2_000).describe("What data, and of how many; may be blank"),
  notes: z
    .array(z.strictObject({ at: isoInstant, by: z.string(), text: line }))
    .describe("Who was told, what was decided and why; oldest first"),
});
export type RegisterWords = z.infer<typeof RegisterWords>;

export interface RegisterEntry {
  id: string;
  kind: RegisterKind;
  begunAt: Temporal.Instant;
  dueAt: Temporal.Instant;
  recordedBy: string;
  recordedAt: Temporal.Instant;
  settledAt: Temporal.Instant | null;
  settledBy: string | null;
  /** Null: it cannot be read any more. */
  words: RegisterWords | null;
}

interface Stored extends Omit<RegisterEntry, "words"> {
  textId: string | null;
}

interface RegisterDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  ids: Ids;
  companyZone: string;
}

const COLUMNS = `id, kind, begun_at as "begunAt", due_at as "dueAt", text_id as "textId", recorded_by as "recordedBy",
  recorded_at as "recordedAt", settled_at as "settledAt", settled_by as "settledBy"`;

/** Those that are not settled by what is due first, then the others, newest first. */
export const listRegister = async ({
  database,
  texts,
}: Pick<RegisterDeps, "database" | "texts">): Promise<RegisterEntry[]> => {
  const rows = await database.query<Stored & Row>(
    `select ${COLUMNS} from register_entries
     order by settled_at is not null, case when settled_at is null then due_at end, settled_at desc, id`,
  );
  const opened = await texts.openMany(
    database,
    rows.flatMap(({ textId }) => textId ?? []),
  );
  return rows.map(({ textId, ...entry }) => {
    const text = textId === null ? undefined : opened.get(textId);
    return { ...entry, words: text === undefined ? null : parseWords(text) };
  });
};

const parseWords = (text: string): RegisterWords => RegisterWords.parse(JSON.parse(text));

export interface NewRegisterEntry {
  kind: RegisterKind;
  begunAt: Temporal.Instant;
  what: string;
  data: string;
  by: string;
}

/** Opens one; its clock runs from when it became known. Shape: its id. Errors: `input_invalid` for a time that is still to come. */
export const openRegisterEntry = async (
  said: NewRegisterEntry,
  deps: RegisterDeps,
): Promise<string> => {
  const { kind, begunAt, what, data, by } = said;
  const at = deps.clock.now();
  refuseFuture("begunAt", begunAt, at);
  const id = deps.ids.next("reg");
  const dueAt = dueOf(kind, { begunAt, zone: deps.companyZone });
  await deps.database.transaction(async (tx) => {
    const textId = await sealWords(tx, { id, words: { what, data, notes: [] } }, deps);
    await tx.query(
      `insert into register_entries (id, kind, begun_at, due_at, text_id, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, kind, begunAt.toString(), dueAt.toString(), textId, by, at.toString()],
    );
    const kept = { entryId: id, kind, begunAt: begunAt.toString(), dueAt: dueAt.toString() };
    await appendLedger(tx, {
      type: "register.opened",
      actor: by,
      correlationId: id,
      data: kept,
      at,
    });
  });
  return id;
};

/** Adds who was told or what was decided. Errors: `not_found`; `conflict` where its words cannot be read any more. */
export const noteInRegister = async (
  { id, text, by }: { id: string; text: string; by: string },
  deps: RegisterDeps,
): Promise<void> =>
  await deps.database.transaction(async (tx) => {
    await addNote(tx, { id, text, by }, deps);
    const at = deps.clock.now();
    const data = { entryId: id };
    await appendLedger(tx, { type: "register.noted", actor: by, correlationId: id, data, at });
  });

export interface Settling {
  id: string;
  /** What was told, or why nobody had to be: becomes a note. */
  text: string;
  settledAt: Temporal.Instant;
  by: string;
}

/** Stops its clock. Errors: `not_found`; `conflict` when it is settled; `input_invalid` for a time before it began or still to come. */
export const settleRegisterEntry = async (
  { id, text, settledAt, by }: Settling,
  deps: RegisterDeps,
): Promise<void> =>
  await deps.database.transaction(async (tx) => {
    const at = deps.clock.now();
    const entry = await addNote(tx, { id, text, by }, deps);
    if (entry.settledAt !== null) throw refuse("conflict", "It is settled already.");
    refuseFuture("settledAt", settledAt, at);
    if (Temporal.Instant.compare(settledAt, entry.begunAt) < 0) {
      throw unfitField("settledAt", "It cannot be settled before it began.");
    }
    await tx.query("update register_entries set settled_at = $2, settled_by = $3 where id = $1", [
      id,
      settledAt.toString(),
      by,
    ]);
    const data = { entryId: id, kind: entry.kind, settledAt: settledAt.toString() };
    await appendLedger(tx, { type: "register.settled", actor: by, correlationId: id, data, at });
  });

const addNote = async (
  tx: Tx,
  { id, text, by }: { id: string; text: string; by: string },
  deps: RegisterDeps,
): Promise<Stored> => {
  const [entry] = await tx.query<Stored & Row>(
    `select ${COLUMNS} from register_entries where id = $1 for update`,
    [id],
  );
  if (!entry) throw refuse("not_found", "There is no such entry.");
  const opened = entry.textId === null ? null : await deps.texts.open(tx, entry.textId);
  if (opened === null) throw refuse("conflict", "Its words cannot be read any more.");
  const words = parseWords(opened);
  const note = { at: deps.clock.now().toString(), by, text };
  const more = { ...words, notes: [...words.notes, note] };
  await sealWords(tx, { id, words: more, textId: entry.textId }, deps);
  return entry;
};

/** A key of the entry's own: no candidate's erasure takes the record away that the law asks for. */
const sealWords = async (
  tx: Tx,
  { id, words, textId }: { id: string; words: RegisterWords; textId?: string | null },
  { texts }: Pick<RegisterDeps, "texts">,
): Promise<string> =>
  await texts.seal(tx, {
    candidate: `register:${id}`,
    kind: "register",
    text: JSON.stringify(words),
    ...(textId && { id: textId }),
  });

const refuseFuture = (path: string, said: Temporal.Instant, now: Temporal.Instant): void => {
  if (Temporal.Instant.compare(said, now) <= 0) return;
  throw unfitField(path, "It is recorded once it has happened: the time is still to come.");
};

const refuse = (code: "not_found" | "conflict", message: string): AppError =>
  new AppError({ code, fault: "caller", message });
