/** Which opportunities a list call asks for. */
import type { Request } from "express";
import { badRequest, listOf } from "./protocol.ts";
import type { LeverOpportunity, LeverState } from "./state.ts";

type Choice = (item: LeverOpportunity) => readonly (string | null)[];
type Moment = (item: LeverOpportunity) => number | null;

/** Repeatable; several values of one are a union. */
const CHOICES: Record<string, Choice> = {
  stage_id: (item) => [item.stageId],
  posting_id: (item) => [item.archived ? null : item.postingId],
  archived_posting_id: (item) => [item.archived ? item.postingId : null],
  archive_reason_id: (item) => [item.archived?.reason ?? null],
  contact_id: (item) => [item.contactId],
  email: (item) => [item.email],
  location: (item) => [item.location],
  origin: (item) => [item.origin],
  tag: (item) => item.tags,
  source: () => [],
};

/** `…_start` and `…_end`, epoch milliseconds, both inclusive. */
const MOMENTS: Record<string, Moment> = {
  created_at: (item) => item.createdAtMs,
  updated_at: (item) => item.updatedAtMs,
  advanced_at: (item) => item.stageChanges.at(-1)?.updatedAt ?? item.createdAtMs,
  archived_at: (item) => item.archived?.archivedAtMs ?? null,
};

/** Those that pass every filter of the query. Confidential ones are left out unless asked for. */
export const filterOpportunities = (request: Request, state: LeverState): LeverOpportunity[] => {
  const passes = [
    ...Object.entries(CHOICES).map(([name, choice]) => byChoice(listOf(request, name), choice)),
    ...Object.entries(MOMENTS).map(([name, moment]) => byMoment(request, name, moment)),
    byFlag(listOf(request, "archived")[0], (item) => item.archived !== null),
    byFlag(listOf(request, "snoozed")[0], () => false),
    byConfidentiality(listOf(request, "confidentiality")[0]),
  ];
  return [...state.opportunities.values()].filter((item) => passes.every((pass) => pass(item)));
};

const MONTH_MS = 30 * 86_400_000;

/** Deleted ones of a window, which must be named and may be 30 days at most. */
export const filterDeleted = (request: Request, state: LeverState): LeverState["deleted"] => {
  const start = momentOf(request, "deleted_at_start");
  const end = momentOf(request, "deleted_at_end");
  if (start === null || end === null) {
    throw badRequest("deleted_at_start and deleted_at_end are required");
  }
  if (end - start > MONTH_MS)
    throw badRequest("deleted_at_end is more than 30 days after the start");
  return state.deleted.filter(({ deletedAt }) => deletedAt >= start && deletedAt <= end);
};

type Pass = (item: LeverOpportunity) => boolean;

const byChoice = (wanted: string[], choice: Choice): Pass =>
  wanted.length === 0
    ? () => true
    : (item) => choice(item).some((value) => value !== null && wanted.includes(value));

const byMoment = (request: Request, name: string, moment: Moment): Pass => {
  const start = momentOf(request, `${name}_start`);
  const end = momentOf(request, `${name}_end`);
  if (start === null && end === null) return () => true;
  return (item) => {
    const at = moment(item);
    return at !== null && at >= (start ?? at) && at <= (end ?? at);
  };
};

const momentOf = (request: Request, name: string): number | null => {
  const text = listOf(request, name)[0];
  if (text === undefined) return null;
  const at = Number(text);
  if (Number.isInteger(at)) return at;
  throw badRequest(`${name} must be epoch milliseconds`);
};

const byFlag = (wanted: string | undefined, flag: Pass): Pass =>
  wanted === undefined ? () => true : (item) => String(flag(item)) === wanted;

const byConfidentiality = (wanted = "non-confidential"): Pass => {
  if (wanted === "all") return () => true;
  return (item) => item.confidential === (wanted === "confidential");
};
