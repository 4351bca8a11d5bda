/** Events to routes: does the table send each event where somebody who knows hiring would send it. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type Route, routeEvent, type RouteInput, SPECIALISTS } from "../../graphs/routes.ts";
import { plainReason } from "../scorers/plain-reason.ts";
import { sameRoute } from "../scorers/same-route.ts";
import { defineTask, type Sample, type Solver, type Task } from "../task.ts";

/** The part of a route that has a right answer. */
export type RouteTarget = Pick<Route, "action" | "specialists">;

const RoutingSample = z.strictObject({
  id: z.string(),
  input: z.strictObject({
    source: z.string(),
    kind: z.string(),
    facts: z.strictObject({
      exists: z.boolean(),
      archived: z.boolean(),
      hasPlan: z.boolean(),
      standing: z.enum(["nothing", "waiting", "booked", "blocked"]),
      outdated: z.boolean(),
      isEvaluativeOn: z.literal(true).exactOptional(),
    }),
  }),
  target: z.strictObject({
    action: z.enum([
      "coordinate",
      "brief",
      "questions",
      "synthesis",
      "message",
      "nudge",
      "stage_rule",
      "debrief",
      "chat",
      "close",
      "keep",
    ]),
    specialists: z.array(z.enum(SPECIALISTS)),
  }),
  tags: z.array(z.string()).min(1),
});

const DATASET = new URL("../datasets/routing.json", import.meta.url);

const readSamples = async (): Promise<Sample<RouteInput, RouteTarget>[]> =>
  z.array(RoutingSample).parse(JSON.parse(await readFile(DATASET, "utf8")));

/** The task, for the table of the product or for another solver. */
export const createRoutingTask = (solver: Solver<RouteInput, Route> = routeEvent): Task =>
  defineTask({
    name: "routing",
    about: "Each event goes to the specialists that it concerns, and to none that it does not.",
    samples: readSamples,
    solver,
    scorers: [sameRoute, plainReason],
  });

/** Wrong on purpose: starts on every event that names a stage or an application, whatever the facts say. */
export const careless: Solver<RouteInput, Route> = ({ kind }) =>
  /stage|application/i.test(kind)
    ? { action: "coordinate", specialists: ["scheduling"], reason: kind }
    : { action: "keep", specialists: [], reason: "" };
