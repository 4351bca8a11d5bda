/** What of a day that was composed earlier may still be told as it leaves: it may have been held for long. By the rules that it was
 * composed by, asked again. */
import type { CompanyItem, DayParts, DigestItem, SendDigest } from "../domain/daily-digest.ts";
import type { Clock } from "../domain/time.ts";
import { readClocks } from "./company-day.ts";
import { listShown, MOST_ROWS, readRisks } from "./day-rows.ts";
import { listLapsed } from "./lapsed.ts";
import type { People } from "./named-people.ts";
import { readShortRules } from "./two-people.ts";
import { type ToldDeps, risksToldTo } from "./risk-readers.ts";

interface TellableDeps extends ToldDeps {
  clock: Clock;
}

/** Of the company's things without clocks that were settled meanwhile, and rules that were mended. */
export const keepOpen = async (
  company: readonly CompanyItem[],
  { database, clock, people }: Pick<TellableDeps, "database" | "clock"> & { people: People },
): Promise<CompanyItem[]> => {
  if (company.length === 0) return [];
  const now = clock.now();
  const open = new Set((await readClocks(database, now)).map(({ id }) => id));
  const short = new Set((await readShortRules(database, { now, people })).map(({ what }) => what));
  return company.filter(({ about, id, what }) => {
    if (about === "two_people") return short.has(what);
    return about === "two_people_ended" || about === "step_back" || open.has(id);
  });
};

/** Without what is of who is for few by now, archived or gone, of risks without what they may not be told any more, and of what expired
 * without what nobody is to propose again. Errors: those of Lever that pass. */
export const keepTellable = async (
  { to, parts }: Pick<SendDigest, "to" | "parts">,
  deps: TellableDeps,
): Promise<DayParts> => {
  const { database } = deps;
  const shown = await listShown(
    database,
    parts.owes.map(({ caseId }) => caseId),
  );
  return {
    ...parts,
    waits: await keepLapsed({ to, parts }, deps),
    risks: await keepRisks({ to, parts }, deps),
    owes: parts.owes.filter(({ caseId }) => shown.has(caseId)),
  };
};

type Held = Pick<SendDigest, "to" | "parts">;

const keepRisks = async ({ to, parts }: Held, deps: TellableDeps): Promise<DigestItem[]> => {
  if (parts.risks.length === 0) return [];
  const held = new Set(parts.risks.map(keyOf));
  const now = deps.clock.now();
  const known = await readRisks(deps.database, { recruiterId: to.userId, now });
  const told = await risksToldTo(
    to.userId,
    known.filter((risk) => held.has(keyOf(risk))),
    deps,
  );
  const kept = new Set(told.map(keyOf));
  return parts.risks.filter((item) => kept.has(keyOf(item)));
};

/** Of a digest of an earlier release it is not known when the interview begins: it is none that is found. */
const keyOf = ({
  caseId,
  startsAt,
}: {
  caseId: string;
  startsAt?: Temporal.Instant | string | undefined;
}): string => `${caseId} ${startsAt?.toString() ?? "?"}`;

const keepLapsed = async (
  { to, parts }: Held,
  { database }: TellableDeps,
): Promise<DigestItem[]> => {
  const caseIds = parts.waits.flatMap(({ caseId, again }) => (again ? [caseId] : []));
  if (caseIds.length === 0) return parts.waits;
  const lapsed = await listLapsed(database, {
    recruiterId: to.userId,
    caseIds,
    most: MOST_ROWS,
  });
  return parts.waits.filter(
    ({ caseId, again }) =>
      again === undefined || lapsed.some((one) => one.caseId === caseId && one.kind === again),
  );
};
