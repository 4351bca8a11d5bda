/** What a request in plain words comes to, whatever stands in it or in the names that it is read by. */
import { createRequest } from "../../../graphs/nodes/request.ts";
import type { SlackAnswer } from "../../../src/messaging/slack-command.ts";
import {
  PLAIN_REQUEST,
  type RequestDoor,
  getRequest,
  openRequest,
  storeRequest,
} from "../../../src/cases/plain-requests.ts";
import { showAnswer } from "../../../src/cases/show-answer.ts";
import type { Database } from "../../../src/db/port.ts";
import type { ChatModels } from "../../../src/models/port.ts";
import { standBooked } from "./booked-there.ts";
import { type Standee, eventOf, runNode } from "./desk.ts";
import type { Written } from "./written.ts";

/** Two candidates: Ada, whose interview is booked, and Bo. */
export interface Requested {
  /** What is handed on, and to whom it is told to be about. */
  control: string;
  kind: string;
  /** What is handed on alone. */
  handed: readonly unknown[];
  shown: string[];
}

interface Request {
  written: Written;
  text: string;
  via: RequestDoor;
}

/** Asks. */
export const request = async (
  { written, text, via }: Request,
  { database, models }: { database: Database; models?: ChatModels | undefined },
): Promise<Requested> => {
  const standee = await standBooked(written, database);
  const { desk, deps } = standee;
  const replies: SlackAnswer[] = [];
  const slackCommand = {
    emailOf: async () => await Promise.resolve("rosa@company.test"),
    reply: async (_: string, answer: SlackAnswer) => {
      replies.push(answer);
      await Promise.resolve();
    },
  };
  const id = await ask(standee, { written, text, via });
  const event = await eventOf(standee, PLAIN_REQUEST);
  const asking = { ...standee, deps: { ...deps, slackCommand, models: models ?? desk.models } };
  await runNode(asking, { event, node: createRequest, isOfCase: false });
  return await readOutcome(standee, { id, replies });
};

const ask = async ({ desk }: Standee, { written, text, via }: Request): Promise<string> =>
  await desk.database.transaction(async (tx) => {
    await tx.query("delete from api_tokens");
    if (via === "slack") {
      // In the name that Lever has for the address that Slack tells.
      await tx.query(
        `insert into api_tokens (id, name, role, secret_hash, kind, created_at)
         values ('tk_1', $1, 'recruiter', 'hash', 'token', $2)`,
        [written.recruiterName, desk.clock.now().toString()],
      );
    }
    return await storeRequest(
      tx,
      {
        text,
        by: { name: via === "slack" ? "U0ROSA" : written.askerName },
        via,
        mayPropose: true,
        caseId: null,
        zone: "Europe/Lisbon",
        ...(via === "slack" && {
          slack: { userId: "U0ROSA", responseUrl: "https://hooks.slack.test/1" },
        }),
      },
      desk,
    );
  });

const readOutcome = async (
  { desk: { database, texts } }: Standee,
  { id, replies }: { id: string; replies: readonly SlackAnswer[] },
): Promise<Requested> => {
  const settled = await getRequest(database, id);
  if (!settled) throw new Error("a request is gone");
  const { answer } = await openRequest(database, settled, texts);
  if (!answer) throw new Error("a request was not answered");
  const shown = await showAnswer(answer, settled, { database, texts });
  const handed = await database.query<{ data: Record<string, unknown> }>(
    `select source, kind, opportunity_id, delivery_key, data - 'by' as data from inbox
     where source = 'person' and kind <> $1 order by kind, id`,
    [PLAIN_REQUEST],
  );
  const { kind, intent, caseId, mayPropose } = settled;
  return {
    control: JSON.stringify({ kind, intent, caseId, mayPropose, handed, links: shown.links }),
    kind: String(kind),
    handed,
    shown: [
      ...shown.words,
      ...shown.items.map(({ what }) => what),
      ...shown.links.map(({ label, path }) => `${label} ${path}`),
      ...shown.choices.flatMap(({ label, text }) => [label, text]),
      ...replies.map((reply) => JSON.stringify(reply)),
    ],
  };
};
