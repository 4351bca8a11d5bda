/** Whether a credential may what the product needs. Of an OAuth token Lever says what was granted; of an API key it says nothing, so one
 * harmless GET is sent for each area, whose answer is not looked into: 403 means that the area is off. Whether a key may write is seen at
 * no GET. Source: Lever API v1, authentication and scopes; docs/lever-setup.md. */
import { z } from "zod";
import { AppError, isForbidden } from "../domain/errors.ts";
import type { LeverHttp } from "./http.ts";

/** Something that is wrong with what was granted. `area`: as in the scope. */
export interface AccessFinding {
  area: string;
  kind: "missing" | "too_many";
  message: string;
}

interface Area {
  area: string;
  /** In scopes, where writing includes reading. */
  level: "read" | "write";
  /** Of an API key, as Lever calls it. */
  permission: string;
  without: string;
  /** Below the opportunity; absent: by the name of the area. */
  of?: "opportunity" | "contact";
}

const AREAS: readonly Area[] = [
  {
    area: "opportunities",
    level: "read",
    permission: "Opportunities",
    without: "no candidacy can be read, and nothing is coordinated",
  },
  {
    area: "stages",
    level: "read",
    permission: "Stages",
    without: "plans cannot be checked against the stages",
  },
  {
    area: "postings",
    level: "read",
    permission: "Postings",
    without: "no job text, team or place is known",
  },
  { area: "users", level: "read", permission: "Users", without: "nobody of a panel can be found" },
  {
    area: "feedback_templates",
    level: "read",
    permission: "Feedback templates",
    without: "no form can be found by its name",
  },
  {
    area: "requisitions",
    level: "read",
    permission: "Requisitions",
    without: "briefs say that headcount and team are missing",
  },
  {
    area: "contact",
    level: "read",
    permission: "Contacts",
    without: "no candidate can be written to",
    of: "contact",
  },
  {
    area: "applications",
    level: "read",
    permission: "Applications",
    without: "the time zone that a candidate gave is not known",
    of: "opportunity",
  },
  {
    area: "panels",
    level: "write",
    permission: "Panels",
    without: "no booked interview stands in Lever",
    of: "opportunity",
  },
  {
    area: "interviews",
    level: "write",
    permission: "Interviews",
    without: "no booked interview stands in Lever",
    of: "opportunity",
  },
  {
    area: "feedback",
    level: "read",
    permission: "Feedback",
    without: "nobody is reminded of feedback, and there is no synthesis",
    of: "opportunity",
  },
  {
    area: "resumes",
    level: "read",
    permission: "Resumes",
    without: "briefs rest on no resume",
    of: "opportunity",
  },
  {
    area: "files",
    level: "read",
    permission: "Files",
    without: "briefs rest on no file",
    of: "opportunity",
  },
  {
    area: "notes",
    level: "write",
    permission: "Notes",
    without: "no note is left or found again",
    of: "opportunity",
  },
];

/** Of use to some: renewing the token, moving somebody on by a rule, registering webhooks. */
const MAY_HAVE: ReadonlySet<string> = new Set([
  "offline_access",
  "opportunities:write:admin",
  "webhooks:read:admin",
  "webhooks:write:admin",
]);
const PROTECTED = /^(?:eeo|diversity_surveys|offers|confidential)/;

const needed = ({ area, level }: Area): string => `${area}:${level}:admin`;

/** Of the scopes of a token: those that are missing, then those that nothing needs. */
export const findingsOfScopes = (granted: readonly string[]): AccessFinding[] => {
  const has = new Set(granted);
  const useful = new Set([
    ...MAY_HAVE,
    ...AREAS.flatMap((each) => [needed(each), `${each.area}:read:admin`]),
  ]);
  const isThere = (each: Area): boolean =>
    has.has(needed(each)) || has.has(`${each.area}:write:admin`);
  return [
    ...AREAS.filter((each) => !isThere(each)).map((each) => ({
      area: each.area,
      kind: "missing" as const,
      message: `Lever's token lacks the scope "${needed(each)}", so ${each.without}: add it to the app, and connect the account again.`,
    })),
    ...[...has]
      .filter((scope) => !useful.has(scope))
      .map((scope) => ({
        area: scope.split(":")[0] ?? scope,
        kind: "too_many" as const,
        message: `Lever's token also has the scope "${scope}", which Convene never uses${PROTECTED.test(scope) ? " and which opens protected or confidential data" : ""}: take it away from the app, and connect the account again.`,
      })),
  ];
};

const First = z.object({
  data: z.array(z.object({ id: z.string(), contact: z.string().nullish() })),
});

/** Of an API key, or a token of which Lever has not said what was granted: the areas that may not even be read. What lies below an
 * opportunity is left out where there is none. Errors: those of `LeverHttp.read` but 403. */
export const findingsOfReads = async (read: LeverHttp["read"]): Promise<AccessFinding[]> => {
  const listed = First.safeParse(await orForbidden(read, "/opportunities"));
  const first = listed.success ? listed.data.data[0] : undefined;
  const findings: AccessFinding[] = [];
  for (const each of AREAS) {
    const path = pathOf(each, first);
    if (path === null || (await orForbidden(read, path)) !== FORBIDDEN) continue;
    const write = each.level === "write" ? " and write" : "";
    findings.push({
      area: each.area,
      kind: "missing",
      message: `Lever answers 403 to GET ${plain(each)}: the credential lacks the permission "${each.permission}: read${write}", so ${each.without}. Access of a key cannot be changed later: make another one.`,
    });
  }
  return findings;
};

const plain = ({ area, of }: Area): string =>
  of === undefined ? `/${area}` : of === "contact" ? "/contacts/:id" : `/opportunities/:id/${area}`;

/** Null where there is nothing to ask it of. */
const pathOf = (
  { area, of }: Area,
  first: { id: string; contact?: string | null | undefined } | undefined,
): string | null => {
  if (of === undefined) return `/${area}`;
  if (of === "opportunity") {
    return first ? `/opportunities/${encodeURIComponent(first.id)}/${area}` : null;
  }
  return first?.contact ? `/contacts/${encodeURIComponent(first.contact)}` : null;
};

const FORBIDDEN = Symbol("forbidden");

const orForbidden = async (read: LeverHttp["read"], path: string): Promise<unknown> => {
  try {
    return await read(path, path.startsWith("/contacts/") ? {} : { limit: 1 });
  } catch (thrown) {
    if (isForbidden(thrown)) return FORBIDDEN;
    if (thrown instanceof AppError && NOT_OF_ACCESS.has(thrown.code)) return null;
    throw thrown;
  }
};

/** It was let in, and had nothing to show, or took another question. */
const NOT_OF_ACCESS: ReadonlySet<string> = new Set(["lever_not_found", "lever_rejected"]);
