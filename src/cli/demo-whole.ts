/** The demo's story after the booking: reminder, brief, interview, feedback, synthesis, debrief, and the question whether the candidate
 * moves on. Time passes by the company's clock. */
import { z } from "zod";
import { listReminderRows } from "../cases/reminders.ts";
import { CANDIDATE } from "../domain/attendance-message.ts";
import type { Running } from "../start.ts";
import type { RunningCompany } from "../sandbox-company.ts";
import { PATIENCE_MS, type Detail, calendarsOf, missing, read } from "./demo-look.ts";
import type { DemoSteps } from "./demo-steps.ts";

/** Asks the product over its API. */
export type DemoApi = (
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: unknown,
) => Promise<unknown>;

interface Told {
  company: RunningCompany;
  running: Running;
  booked: Detail;
  steps: DemoSteps;
  api: DemoApi;
}

const MOVES_TO = "Technical Panel";

/** What the stage's plan is to say beside the interview: whether its panel meets, and when the candidate is to move on. */
const RULES = `
debrief:
  minutes: 30
  withinHours: 120
stageRule:
  when: all_forms_in
  scores: [{ field: Rating, atLeast: 3 }]
  moveTo: ${MOVES_TO}
`;

/** What an admin sets up first: features that help to judge people, and a rule for moving candidates on. */
export const setUpWhole = async (steps: DemoSteps, api: DemoApi): Promise<void> => {
  await steps.run(
    "an admin records an assessment, switches evaluative features on, and gives the plan a debrief and a rule",
    async () => {
      const policy = z.looseObject({}).parse(await api("GET", "/api/policy"));
      const assessment = {
        by: "Data protection officer",
        on: "2026-01-15",
        note: "A sandbox's own",
      };
      await api("PUT", "/api/policy", { ...policy, evaluative: "on", assessment });
      const plan = z.looseObject({ source: z.string() });
      const { source } = plan.parse(await api("GET", "/api/plans/phone-screen"));
      await api("PUT", "/api/plans/phone-screen", {
        source: `${source.trimEnd()}${RULES}`,
        basedOn: 0,
      });
    },
  );
};

/** Errors: what was not seen. */
export const tellOfTheRest = async (told: Told): Promise<void> => {
  await tellOfReminder(told);
  await tellOfBrief(told);
  await tellOfFeedback(told);
  await tellOfSynthesis(told);
  await tellOfDebrief(told);
  await tellOfMove(told);
};

const tellOfBrief = async ({ steps, ...told }: Told): Promise<void> => {
  await steps.run("time passes: its interviewers have their brief, sent by itself", async () => {
    await passTimeUntil(told.company, startOf(told.booked).subtract({ minutes: 90 }));
    await untilProposed(told, "send_brief", "done");
  });
};

const startOf = ({ payload }: Detail): Temporal.Instant =>
  Temporal.Instant.from(payload.sessions[0]?.startsAt ?? "");

const Message = z.object({
  digest: z.string(),
  rendered: z.object({ readers: z.array(z.object({ text: z.string() })) }),
});

const tellOfReminder = async ({ steps, ...told }: Told): Promise<void> => {
  const { company, api } = told;
  const id = await steps.run(
    "time passes: a reminder to the candidate waits for a person",
    async () => {
      await passTimeUntil(company, await firstReminderOf(told));
      return await untilProposed(told, "remind_candidate", "waiting");
    },
  );
  const { digest, rendered } = Message.parse(await api("GET", `/api/proposals/${id}`));
  say(steps, rendered.readers[0]?.text ?? "", 6);
  await steps.run("a person approves it, and the candidate has it once", async () => {
    await api("POST", `/api/proposals/${id}/decision`, { decision: "approve", digest });
    await untilProposed(told, "remind_candidate", "done");
    const mails = JSON.stringify(await read(company, "/control/mail"));
    if (!mails.includes("Reminder: ")) throw missing("the reminder in the candidate's mailbox");
  });
};

/** At its own time: one that is late waits for a decent hour. */
const firstReminderOf = async ({
  running,
  booked,
}: Omit<Told, "steps">): Promise<Temporal.Instant> => {
  const rows = await listReminderRows(running.deps.database, booked.caseId);
  const first = rows.find(({ reader }) => reader === CANDIDATE);
  if (!first) throw missing("a reminder to the candidate that is planned");
  return first.dueAt;
};

const Panels = z.object({
  data: z.array(
    z.object({
      interviews: z.array(
        z.object({ id: z.string(), interviewers: z.array(z.object({ id: z.string() })) }),
      ),
    }),
  ),
});

const SAID = [
  ["4 - Strong Hire", "Explained the cache clearly. Found the deadlock quickly."],
  ["3 - Hire", "Walked through the migration step by step. The load test was unclear."],
] as const;

const tellOfFeedback = async ({ steps, company, booked }: Told): Promise<void> => {
  await steps.run("the interview takes place, and each of the panel hands in a form", async () => {
    const startsAt = startOf(booked);
    await passTimeUntil(company, startsAt.add({ hours: 2 }));
    const path = `/opportunities/${booked.payload.opportunityId}/panels`;
    const answer = await fetch(`${company.leverUrl}${path}`, {
      headers: { authorization: `Basic ${btoa(`${company.leverApiKey}:`)}` },
    });
    const interviews = Panels.parse(await answer.json()).data.flatMap((panel) => panel.interviews);
    for (const { id, interviewers } of interviews) {
      for (const [index, { id: userId }] of interviewers.entries()) {
        const [rating, notes] = SAID[index % SAID.length] ?? SAID[0];
        await control(company, `/interviews/${id}/feedback`, { userId, rating, notes });
      }
    }
    // Lever sends no word of feedback: it is looked for every few minutes.
    await passTimeUntil(company, startsAt.add({ hours: 3 }));
  });
};

const Synthesis = z.object({ digest: z.string(), rendered: z.object({ note: z.string() }) });

const tellOfSynthesis = async ({ steps, ...told }: Told): Promise<void> => {
  const { api, company } = told;
  const id = await steps.run(
    "what the forms say, beside each other, waits for a person",
    async () => await untilProposed(told, "post_synthesis", "waiting"),
  );
  const { digest, rendered } = Synthesis.parse(await api("GET", `/api/proposals/${id}`));
  say(steps, rendered.note, 14);
  await steps.run("a person approves it: Lever has it as a note", async () => {
    await api("POST", `/api/proposals/${id}/decision`, { decision: "approve", digest });
    await untilProposed(told, "post_synthesis", "done");
    const journal = JSON.stringify(await read(company, "/control/journal"));
    if ((journal.match(/note\.created/g) ?? []).length < 2) throw missing("the note in Lever");
  });
};

const Debrief = z.object({
  payload: z.object({
    caseUrl: z.string(),
    people: z.array(z.object({ email: z.string() })),
  }),
  rendered: z.object({ title: z.string(), description: z.string() }),
});

const tellOfDebrief = async ({ steps, ...told }: Told): Promise<void> => {
  const { api, company } = told;
  const id = await steps.run(
    "the panel's debrief is booked by itself, now that all forms are in",
    async () => await untilProposed(told, "book_debrief", "done"),
  );
  const { payload, rendered } = Debrief.parse(await api("GET", `/api/proposals/${id}`));
  say(steps, `${rendered.title}\n${rendered.description}`, 4);
  await steps.run("everybody has it on their calendar, with the way to the synthesis", async () => {
    for (const { email } of payload.people) {
      const page = await calendarsOf(company, email);
      if (!page.includes(rendered.title)) throw missing(`the debrief on the calendar of ${email}`);
    }
    if (!rendered.description.includes(payload.caseUrl)) {
      throw missing("the way to the synthesis in the debrief");
    }
    const { proposals } = Case.parse(await api("GET", `/api${new URL(payload.caseUrl).pathname}`));
    if (!proposals.some(({ kind, status }) => kind === "post_synthesis" && status === "done")) {
      throw missing("the synthesis where the debrief leads to");
    }
  });
};

const Move = z.object({
  summary: z.string(),
  payload: z.object({
    scores: z.array(
      z.object({
        field: z.string(),
        atLeast: z.int(),
        of: z.int(),
        given: z.array(z.object({ given: z.string() })),
      }),
    ),
  }),
});

const tellOfMove = async ({ steps, ...told }: Told): Promise<void> => {
  const { api, company, booked } = told;
  const id = await steps.run(
    `the plan's rule holds: the move to ${MOVES_TO} waits, as it does in every mode`,
    async () => await untilProposed(told, "move_stage", "waiting"),
  );
  const { summary, payload } = Move.parse(await api("GET", `/api/proposals/${id}`));
  const ratings = payload.scores.map(
    ({ field, atLeast, of, given }) =>
      `${field}: ${given.map((one) => one.given).join(", ")} (the rule asks for ${atLeast} of ${of})`,
  );
  say(steps, [summary, ...ratings].join("\n"), 4);
  await steps.run("nobody was moved by it", async () => {
    const journal = JSON.stringify(await read(company, "/control/journal"));
    const moves = journal.match(/stage\.changed/g) ?? [];
    if (moves.length !== 1) throw missing(`${booked.payload.opportunityId} where it was`);
  });
};

/** The first lines of a text, as they are sent. */
const say = (steps: DemoSteps, text: string, most: number): void => {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  for (const line of lines.slice(0, most)) steps.say(`│ ${line}`);
  if (lines.length > most) steps.say("│ …");
};

const control = async (company: RunningCompany, path: string, body: unknown): Promise<void> => {
  const response = await fetch(`${company.url}/control${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw missing(`the company doing ${path.split("/")[1] ?? ""}`);
};

const passTimeUntil = async (company: RunningCompany, at: Temporal.Instant): Promise<void> => {
  const isLater = Temporal.Instant.compare(at, company.clock.now()) > 0;
  if (isLater) await control(company, "/clock", { set: at.toString() });
};

const Case = z.object({
  proposals: z.array(z.object({ id: z.string(), kind: z.string(), status: z.string() })),
});

/** Waits until a proposal of that kind is so. Shape: its id. */
const untilProposed = async (
  { running, api, booked }: Omit<Told, "steps">,
  kind: string,
  status: string,
): Promise<string> => {
  const late = AbortSignal.timeout(PATIENCE_MS);
  let wake = (): void => {};
  const stop = await running.deps.database.listen("convene", () => wake());
  try {
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
        late.addEventListener("abort", () => resolve(), { once: true });
      });
      const { proposals } = Case.parse(await api("GET", `/api/cases/${booked.caseId}`));
      const found = proposals.find((one) => one.kind === kind && one.status === status);
      if (found) return found.id;
      if (late.aborted) throw missing(`a proposal (${kind}) that is ${status}`);
      await woken;
    }
  } finally {
    await stop();
  }
};
