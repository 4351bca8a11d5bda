/** What people do in their calendars, and what Google itself can be made to do. */
import type { Router } from "express";
import { z } from "zod";
import { GoogleError } from "../google/errors.ts";
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

/** `/calendar` and `/google`. */
export const mountCalendars = (router: Router, { google }: ControlOptions): void => {
  router.post("/calendar/respond", (request, response) => {
    const body = bodyOf(request);
    const answer = ANSWERS.find((one) => one === body["responseStatus"]);
    if (!answer) throw badRequest(`responseStatus must be ${ANSWERS.join(", ")}`);
    asHand(() => google.respond(text(body, "eventId"), text(body, "email"), answer));
    done(request, response);
  });
  router.post("/calendar/move", (request, response) => {
    const body = bodyOf(request);
    const start = instantOf(body, "start");
    asHand(() => google.move(text(body, "eventId"), text(body, "email"), start));
    done(request, response);
  });
  router.post("/calendar/remove", (request, response) => {
    const body = bodyOf(request);
    asHand(() => google.remove(text(body, "eventId"), text(body, "email")));
    done(request, response);
  });
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

const asHand = (act: () => void): void => {
  try {
    act();
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    throw new LeverError(error.status, error.reason, error.message);
  }
};
