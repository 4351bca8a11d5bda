/** What people do in their calendars, and what Google and Microsoft can be made to do. */
import type { Router } from "express";
import { z } from "zod";
import { GoogleError } from "../google/errors.ts";
import { GraphRefusal } from "../microsoft/errors.ts";
import { LeverError, badRequest } from "../lever/protocol.ts";
import { type ControlOptions, bodyOf, done, instantOf, text } from "./parts.ts";

const ANSWERS = ["accepted", "declined", "tentative"] as const;

const Switches = z.strictObject({
  quota: z
    .strictObject({ perMinute: z.int().min(1), perMinutePerUser: z.int().min(1) })
    .nullable()
    .optional(),
  /** By address: what free/busy says instead of times; null takes it away. */
  calendarErrors: z.record(z.string(), z.string().nullable()).optional(),
  silentChannels: z.boolean().optional(),
  expireSyncTokens: z.literal(true).optional(),
  expireTokens: z.literal(true).optional(),
});

/** `/calendar`, `/google` and `/microsoft`. */
export const mountCalendars = (router: Router, options: ControlOptions): void => {
  mountHands(router, options);
  mountGoogle(router, options);
  mountMicrosoft(router, options);
};

const mountHands = (router: Router, { google, microsoft }: ControlOptions): void => {
  const homeOf = (email: string) => (microsoft.store.owner(email) ? microsoft : google);
  router.post("/calendar/respond", (request, response) => {
    const body = bodyOf(request);
    const answer = ANSWERS.find((one) => one === body["responseStatus"]);
    if (!answer) throw badRequest(`responseStatus must be ${ANSWERS.join(", ")}`);
    const email = text(body, "email");
    asHand(() => homeOf(email).respond(text(body, "eventId"), email, answer));
    done(request, response);
  });
  router.post("/calendar/move", (request, response) => {
    const body = bodyOf(request);
    const start = instantOf(body, "start");
    const email = text(body, "email");
    asHand(() => homeOf(email).move(text(body, "eventId"), email, start));
    done(request, response);
  });
  router.post("/calendar/remove", (request, response) => {
    const body = bodyOf(request);
    const email = text(body, "email");
    asHand(() => homeOf(email).remove(text(body, "eventId"), email));
    done(request, response);
  });
};

const mountGoogle = (router: Router, { google }: ControlOptions): void => {
  router.get("/google", (_request, response) => {
    response.json({ channels: google.channels.list() });
  });
  router.post("/google", (request, response) => {
    const parsed = Switches.safeParse(bodyOf(request));
    if (!parsed.success) {
      throw badRequest(`${parsed.error.issues[0]?.path.join(".") ?? "the body"} is no such switch`);
    }
    const { quota, calendarErrors, silentChannels, ...expire } = parsed.data;
    if (quota !== undefined) google.quota.set(quota);
    for (const [email, reason] of Object.entries(calendarErrors ?? {})) {
      if (reason === null) google.calendarErrors.delete(email);
      else google.calendarErrors.set(email, reason);
    }
    if (silentChannels !== undefined) google.channels.setSilent(silentChannels);
    if (expire.expireSyncTokens) google.syncTokens.expireAll();
    if (expire.expireTokens) google.expireTokens();
    done(request, response);
  });
};

const MicrosoftSwitches = z.strictObject({
  /** Requests to one mailbox in ten minutes. */
  throttle: z.int().min(1).nullable().optional(),
  /** By address: the response code that `getSchedule` gives instead of times; null takes it away. */
  scheduleErrors: z.record(z.string(), z.string().nullable()).optional(),
  /** By address: whether the access policy keeps the application out. */
  denied: z.record(z.string(), z.boolean()).optional(),
  silentSubscriptions: z.boolean().optional(),
  expireDeltaTokens: z.literal(true).optional(),
  expireTokens: z.literal(true).optional(),
  /** Tells a subscriber something about the subscription itself. */
  lifecycle: z
    .strictObject({
      subscriptionId: z.string(),
      event: z.enum(["missed", "reauthorizationRequired", "subscriptionRemoved"]),
    })
    .optional(),
});

const mountMicrosoft = (router: Router, { microsoft }: ControlOptions): void => {
  router.get("/microsoft", (_request, response) => {
    response.json({ subscriptions: microsoft.subscriptions.list() });
  });
  router.post("/microsoft", (request, response) => {
    const parsed = MicrosoftSwitches.safeParse(bodyOf(request));
    if (!parsed.success) {
      throw badRequest(`${parsed.error.issues[0]?.path.join(".") ?? "the body"} is no such switch`);
    }
    const { throttle, scheduleErrors, denied, lifecycle, ...rest } = parsed.data;
    if (throttle !== undefined) microsoft.throttle.set(throttle);
    for (const [email, code] of Object.entries(scheduleErrors ?? {})) {
      if (code === null) microsoft.scheduleErrors.delete(email);
      else microsoft.scheduleErrors.set(email, code);
    }
    for (const [email, isDenied] of Object.entries(denied ?? {})) {
      if (isDenied) microsoft.denied.add(email);
      else microsoft.denied.delete(email);
    }
    if (rest.silentSubscriptions !== undefined) {
      microsoft.subscriptions.setSilent(rest.silentSubscriptions);
    }
    if (rest.expireDeltaTokens) microsoft.deltaTokens.expireAll();
    if (rest.expireTokens) microsoft.expireTokens();
    if (lifecycle) {
      const { subscriptionId, event } = lifecycle;
      asHand(() => microsoft.subscriptions.tellLifecycle(subscriptionId, event));
    }
    done(request, response);
  });
};

const asHand = (act: () => void): void => {
  try {
    act();
  } catch (error) {
    if (error instanceof GoogleError) {
      throw new LeverError(error.status, error.reason, error.message);
    }
    if (!(error instanceof GraphRefusal)) throw error;
    throw new LeverError(error.status, error.code, error.message);
  }
};
