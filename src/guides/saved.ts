/** Candidate guides as people write them: every version with who and when. Nothing is changed or deleted here, only added. */
import type { Database, Queryable, Tx } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import { readMarkdown, tidyMarkdown } from "../domain/read-markdown.ts";
import { staleVersion } from "../domain/stale-version.ts";
import { appendLedger } from "../ledger/append.ts";
import type { GuideScope } from "./passage.ts";

/** on: its passages are found. off: none is. */
export type GuideState = "on" | "off";

/** The last version of a guide, without its text. */
export interface GuideHead {
  guideId: string;
  version: number;
  scope: GuideScope;
  state: GuideState;
  title: string;
  savedBy: string;
  savedAt: Temporal.Instant;
}

/** One version of a guide. */
export interface GuideVersion extends GuideHead {
  text: string;
  restoredFrom: number | null;
}

/** So many guides are kept at most. */
export const MOST_GUIDES = 500;
/** Guides for everybody, and those of one posting, have together at most so many characters: they are searched at once. */
export const MOST_TOGETHER = 1_000_000;
/** A guide's title has at most so many characters. */
export const MOST_IN_TITLE = 120;

type Reads = Database | Queryable;

type HeadRow = Omit<GuideHead, "scope"> & { postingId: string | null } & Record<string, unknown>;
type VersionRow = HeadRow & Pick<GuideVersion, "text" | "restoredFrom">;

const HEAD = `guide_id as "guideId", version, posting_id as "postingId", state, title, saved_by as "savedBy",
  saved_at as "savedAt"`;

const scopeOf = (postingId: string | null): GuideScope =>
  postingId === null ? { kind: "company" } : { kind: "posting", postingId };

const postingOf = (scope: GuideScope): string | null =>
  scope.kind === "posting" ? scope.postingId : null;

const fromHead = ({ guideId, version, postingId, state, title, ...saved }: HeadRow): GuideHead => ({
  guideId,
  version,
  scope: scopeOf(postingId),
  state,
  title,
  savedBy: saved.savedBy,
  savedAt: saved.savedAt,
});

const fromVersion = (row: VersionRow): GuideVersion => ({
  ...fromHead(row),
  text: row.text,
  restoredFrom: row.restoredFrom,
});

/** Every guide, the company's first, by title. */
export const listGuides = async (reads: Reads): Promise<GuideHead[]> =>
  (
    await reads.query<HeadRow>(
      `select * from (select distinct on (guide_id) ${HEAD} from guide_versions order by guide_id, version desc) as heads
       order by "postingId" nulls first, title, "guideId"`,
    )
  ).map(fromHead);

/** Guides that are on, of a posting and of the company. Shape: the posting's first, each by title. */
export const listGuidesFor = async (reads: Reads, postingId: string | null): Promise<GuideHead[]> =>
  (
    await reads.query<HeadRow>(
      `select * from (
         select distinct on (guide_id) ${HEAD} from guide_versions
         where posting_id is null or posting_id = $1 order by guide_id, version desc
       ) as heads
       where state = 'on' order by "postingId" nulls last, title, "guideId"`,
      [postingId],
    )
  ).map(fromHead);

/** Versions of one guide, the newest first. Shape: empty when there is no such guide. */
export const listGuideVersions = async (
  reads: Reads,
  { guideId, limit }: { guideId: string; limit: number },
): Promise<GuideVersion[]> =>
  (
    await reads.query<VersionRow>(
      `select ${HEAD}, text, restored_from as "restoredFrom" from guide_versions
       where guide_id = $1 order by version desc limit $2`,
      [guideId, limit],
    )
  ).map(fromVersion);

/** Who saves, when, and in the course of what. */
export interface Saving {
  by: string;
  at: Temporal.Instant;
  correlationId: string;
}

/** A guide to be begun. */
export interface NewGuide {
  guideId: string;
  scope: GuideScope;
  title: string;
  text: string;
}

/** Begins a guide. Errors: `guide_invalid` with the lines of its faults; `conflict` when there are as many as can be kept, or
 * one of this id. */
export const createGuide = async (
  tx: Tx,
  guide: NewGuide,
  saving: Saving,
): Promise<GuideVersion> => {
  await lockGuides(tx);
  const [present] = await listGuideVersions(tx, { guideId: guide.guideId, limit: 1 });
  if (present) throw stale({ guideId: guide.guideId, basedOn: 0 }, present.version);
  if ((await listGuides(tx)).length >= MOST_GUIDES) throw tooMany();
  return await append(tx, { ...guide, version: 1, state: "on", restoredFrom: null }, saving);
};

/** A version to be added; what is absent stays as it is. */
export interface GuideChange {
  guideId: string;
  title?: string;
  text?: string;
  state?: GuideState;
  restoredFrom?: number;
  /** The version that the person saw. Another by now is a conflict. */
  basedOn: number;
}

/** Adds a version. What changes nothing adds nothing. Errors: `guide_invalid` with the lines of its faults; `conflict` when
 * somebody else was faster; `not_found`. */
export const saveGuide = async (
  tx: Tx,
  change: GuideChange,
  saving: Saving,
): Promise<GuideVersion> => {
  await lockGuides(tx);
  const present = await presentGuide(tx, change.guideId);
  if (present.version !== change.basedOn) throw stale(change, present.version);
  const { title = present.title, state = present.state } = change;
  const text = tidyMarkdown(change.text ?? present.text);
  if (title === present.title && text === present.text && state === present.state) return present;
  const { guideId, scope } = present;
  const restoredFrom = change.restoredFrom ?? null;
  const version = present.version + 1;
  return await append(tx, { guideId, scope, version, title, text, state, restoredFrom }, saving);
};

/** The guide as it is. Errors: `not_found`. */
export const presentGuide = async (reads: Reads, guideId: string): Promise<GuideVersion> => {
  const [present] = await listGuideVersions(reads, { guideId, limit: 1 });
  if (present) return present;
  throw new AppError({
    code: "not_found",
    fault: "caller",
    message: "There is no such guide.",
  });
};

/** One at a time adds a version. */
export const lockGuides = async (tx: Tx): Promise<void> => {
  await tx.query("select pg_advisory_xact_lock(hashtext('convene.guides'))");
};

const stale = (
  { guideId, basedOn }: Pick<GuideChange, "guideId" | "basedOn">,
  present: number,
): AppError => staleVersion({ done: `saved the guide ${guideId}`, present, basedOn });

const tooMany = (): AppError =>
  new AppError({
    code: "conflict",
    fault: "caller",
    message: `There are ${MOST_GUIDES} guides, and no more can be kept. Write it into one of them. Nothing was changed.`,
  });

const append = async (
  tx: Tx,
  added: Omit<GuideVersion, "savedBy" | "savedAt">,
  { by, at, correlationId }: Saving,
): Promise<GuideVersion> => {
  const text = tidyMarkdown(added.text);
  const { faults } = readMarkdown(text);
  if (faults.length > 0) throw faulty(faults);
  if (text.length + (await lengthOfOthers(tx, added)) > MOST_TOGETHER) throw faulty([TOO_MANY]);
  const { guideId, version, scope, state, title, restoredFrom } = added;
  const postingId = postingOf(scope);
  await tx.query(
    `insert into guide_versions
       (guide_id, version, posting_id, state, title, text, restored_from, saved_by, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [guideId, version, postingId, state, title, text, restoredFrom, by, at.toString()],
  );
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "guides" })]);
  await appendLedger(tx, {
    type: state === "on" ? "guide.saved" : "guide.disabled",
    actor: by,
    correlationId,
    data: { guideId, version, postingId, restoredFrom, digest: digestOf(text) },
    at,
  });
  return { ...added, text, savedBy: by, savedAt: at };
};

const TOO_MANY = {
  line: 1,
  message: `with this, the guides of the same candidates have more than ${MOST_TOGETHER} characters. Shorten one of them.`,
};

/** Characters of the other guides for the same candidates. */
const lengthOfOthers = async (
  tx: Tx,
  { guideId, scope }: Pick<GuideVersion, "guideId" | "scope">,
): Promise<number> => {
  const postingId = postingOf(scope);
  const [row] = await tx.query<{ characters: number }>(
    `select coalesce(sum(length(text)), 0)::int as characters from (
       select distinct on (guide_id) text from guide_versions
       where posting_id is not distinct from $1 and guide_id <> $2 order by guide_id, version desc
     ) as others`,
    [postingId, guideId],
  );
  return row?.characters ?? 0;
};

/** The faults of a text, for whoever sent it. */
const faulty = (faults: readonly { line: number; message: string }[]): AppError =>
  new AppError({
    code: "guide_invalid",
    fault: "caller",
    message: "The guide has faults. Nothing was changed.",
    data: { faults: faults.map(({ line, message }) => ({ path: `line ${line}`, message })) },
  });
