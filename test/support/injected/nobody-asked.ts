/** What the steps of a proposal are planned with while nobody is asked: each by itself, so that what a step needs anew is asked for here. */
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import type { createBundles } from "../../../src/effects/bundles.ts";
import { NOW } from "./written.ts";

/** What is touched of it throws, or is none. */
export const NOT_ASKED = Object.freeze({}) as never;

/** Of what is sent. */
export const LINKS = {
  page: "https://convene.example.com/c/token",
  mayMove: true,
  hasAssistant: true,
  stop: "https://convene.example.com/reminders/token",
  arrival: "https://convene.example.com/arrived/token",
  case_: "https://convene.example.com/cases/case_1",
  risk: "May not come: 18 %, booked 19 days ahead",
};

/** A database in which nothing is: a mail looks there for who worded it. */
export const NOTHING_KEPT = Object.freeze({
  query: async () => await Promise.resolve([]),
}) as unknown as Database;

export const NOBODY_ASKED: Parameters<typeof createBundles>[0] = {
  calendar: NOT_ASKED,
  video: NOT_ASKED,
  lever: NOT_ASKED,
  chat: NOT_ASKED,
  mailer: NOT_ASKED,
  database: NOT_ASKED,
  ids: NOT_ASKED,
  texts: NOT_ASKED,
  log: NOT_ASKED,
  plans: NOT_ASKED,
  briefUrl: NOT_ASKED,
  ownUrl: NOT_ASKED,
  stopUrl: NOT_ASKED,
  arrivalUrl: NOT_ASKED,
  publicUrl: "https://convene.example.com",
  clock: createManualClock(NOW),
  from: { email: "talent@company.test", name: "Acme" },
  messageIdDomain: "convene.example.com",
  pageUrl: async () => await Promise.resolve(LINKS.page),
  assistantUrl: async () => await Promise.resolve(`${LINKS.page}/assistant`),
};
