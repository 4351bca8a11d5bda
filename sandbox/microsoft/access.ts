/** Who asks, and whether they may: bearer tokens, the application's access policy, and the load on a mailbox. */
import type { Request } from "express";
import type { Mailbox } from "../worlds/types.ts";
import { refusals } from "./errors.ts";
import type { EventStore } from "./event-store.ts";

export interface Access {
  /** Refuses whoever has no valid token. Errors: 401. */
  application(request: Request): void;
  /** The owner of the mailbox in the path. Errors: 401, 403 where the policy says so, 404, 429. */
  mailbox(request: Request): Mailbox;
}

export interface AccessOptions {
  store: EventStore;
  isValid(token: string): boolean;
  /** Addresses that the access policy keeps the application from. */
  denied: ReadonlySet<string>;
  throttle: Throttle;
}

export interface Throttle {
  /** Counts one request to a mailbox. Errors: 429. */
  take(email: string): void;
  /** Null: none. */
  set(perTenMinutes: number | null): void;
}

/** Of one application and one mailbox. */
export const USUAL_THROTTLE = 10_000;
const WINDOW_MS = 600_000;

/** Counts over the last ten minutes of real time. */
export const createThrottle = (initial: number | null): Throttle => {
  let limit = initial;
  let windowStart = performance.now();
  let used = new Map<string, number>();
  return {
    take: (email) => {
      if (limit === null) return;
      if (performance.now() - windowStart >= WINDOW_MS) {
        windowStart = performance.now();
        used = new Map();
      }
      const own = (used.get(email) ?? 0) + 1;
      if (own > limit) throw refusals.throttled();
      used.set(email, own);
    },
    set: (next) => {
      limit = next;
      used = new Map();
    },
  };
};

/** The checks before each route. */
export const createAccess = ({ store, isValid, denied, throttle }: AccessOptions): Access => {
  const application: Access["application"] = (request) => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
    if (token === undefined || !isValid(token)) throw refusals.unauthorized();
  };
  return {
    application,
    mailbox(request) {
      application(request);
      const owner = store.owner(String(request.params["user"]));
      if (!owner) throw refusals.noMailbox();
      if (owner.calendar === "denied" || denied.has(owner.email)) throw refusals.denied();
      throttle.take(owner.email);
      return owner;
    },
  };
};
