/** Who asks, and whether they may: bearer tokens, scopes, and whose calendar it is. */
import type { Request } from "express";
import type { Mailbox } from "../worlds/types.ts";
import { refusals } from "./errors.ts";
import type { EventStore } from "./event-store.ts";
import type { QuotaKeeper } from "./quota.ts";
import type { Grant } from "./token-endpoint.ts";

const SCOPE = "https://www.googleapis.com/auth/calendar";

/** Scopes that open each kind of access; any one is enough. */
const OPENING = {
  readEvents: [SCOPE, `${SCOPE}.readonly`, `${SCOPE}.events`, `${SCOPE}.events.readonly`],
  writeEvents: [SCOPE, `${SCOPE}.events`],
  readCalendar: [SCOPE, `${SCOPE}.readonly`],
  readBusy: [SCOPE, `${SCOPE}.readonly`, `${SCOPE}.freebusy`],
} as const;

export interface Access {
  /** The person that the token acts as. */
  person(request: Request, kind: keyof typeof OPENING): Mailbox;
  /** The owner of the calendar in the path, who must be that person. */
  ownCalendar(request: Request, kind: keyof typeof OPENING): Mailbox;
}

/** The checks before each route. */
export const createAccess = (
  store: EventStore,
  { grantOf, quota }: { grantOf: (token: string) => Grant | undefined; quota: QuotaKeeper },
): Access => {
  const person: Access["person"] = (request, kind) => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
    const grant = token === undefined ? undefined : grantOf(token);
    if (!grant) throw refusals.unauthorized();
    if (!OPENING[kind].some((scope) => grant.scopes.includes(scope))) {
      throw refusals.insufficientScope();
    }
    const found = grant.sub === null ? undefined : store.owner(grant.sub);
    if (!found) throw refusals.notFound();
    if (found.calendar === "denied") throw refusals.notACalendarUser();
    quota.take(found.email);
    return found;
  };
  return {
    person,
    ownCalendar(request, kind) {
      const found = person(request, kind);
      const calendarId = String(request.params["calendarId"]);
      // Colleagues share free/busy alone, as is the default of a domain.
      if (calendarId !== "primary" && calendarId !== found.email) throw refusals.notFound();
      return found;
    },
  };
};
