/** Requests in plain words to intents and slots: does the router understand what recruiters write, ask where it is unclear, and never take
 * one for something that nobody asked for. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { readRequest } from "../../src/requests/read-request.ts";
import { Intent, type Understanding } from "../../src/requests/understanding.ts";
import {
  type RequestInput,
  type RequestTarget,
  nothingUnasked,
  understoodAsMeant,
} from "../scorers/request-understood.ts";
import { defineTask, type Sample, type Task } from "../task.ts";

const Data = z.strictObject({
  now: z.string(),
  zone: z.string(),
  directory: z.strictObject({
    cases: z.array(
      z.strictObject({
        caseId: z.string(),
        name: z.string(),
        postingId: z.string(),
        postingTitle: z.string(),
        stageName: z.string(),
      }),
    ),
    users: z.array(z.strictObject({ userId: z.string(), name: z.string(), email: z.string() })),
    stages: z.array(z.string()),
  }),
  samples: z.array(
    z.strictObject({
      id: z.string(),
      input: z.strictObject({ text: z.string() }),
      target: z.discriminatedUnion("is", [
        z.strictObject({
          is: z.literal("intent"),
          intent: Intent,
          slots: z.record(z.string(), z.string()),
        }),
        z.strictObject({ is: z.literal("asks") }),
        z.strictObject({ is: z.literal("cannot") }),
      ]),
      tags: z.array(z.string()).min(1),
    }),
  ),
});

const DATASET = new URL("../datasets/requests.json", import.meta.url);

/** Reads one request in the world of the samples. */
export type RequestSolver = (asked: RequestInput) => Understanding;

const byGrammar: RequestSolver = ({ directory, ...asked }) => readRequest(asked, directory);

const readSamples = async (): Promise<Sample<RequestInput, RequestTarget>[]> => {
  const { samples, directory, now, zone } = Data.parse(JSON.parse(await readFile(DATASET, "utf8")));
  const world = { directory, now: Temporal.Instant.from(now), zone };
  return samples.map(({ input, ...sample }) => ({ ...sample, input: { ...input, ...world } }));
};

/** The task, for the router of the product or for another one. */
export const createRequestsTask = (solver: RequestSolver = byGrammar): Task =>
  defineTask<RequestInput, Understanding, RequestTarget>({
    name: "requests",
    about:
      "Each request is understood as it is meant, asked about, or refused; none becomes what nobody asked for.",
    samples: readSamples,
    solver,
    scorers: [understoodAsMeant, nothingUnasked],
  });

/** Wrong on purpose: takes the first verb and the first name for the whole of it. */
export const eager: RequestSolver = ({ text, directory }) => {
  const known = directory.cases.find(({ name }) =>
    name.split(" ").some((part) => text.toLowerCase().includes(part.toLowerCase())),
  );
  const slots = known ? { caseId: known.caseId } : {};
  const intent = /cancel|reject|off/iu.test(text) ? "cancel" : "reschedule";
  return { is: "intent", intent, slots, assumed: [] };
};
