import type { RegisterList } from "../../../src/http/api/register-routes.ts";

/** How a clock stands, in words. */
export const CLOCKS: Record<RegisterList["items"][number]["state"], string> = {
  running: "Clock runs",
  soon: "Due soon",
  over: "Overdue",
  settled: "Settled in time",
  settled_late: "Settled late",
};

/** What is typed as a date and time here, as an instant; blank stays blank. */
export const hereAsInstant = (typed: string): string =>
  typed === "" ? "" : new Date(typed).toISOString();
