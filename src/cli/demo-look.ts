/** A look at what the company itself has after the demo's booking: its calendars, Lever, its mailbox. */
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import type { RunningCompany } from "../sandbox-company.ts";
import type { DemoSteps } from "./demo-steps.ts";

/** A proposal as the demo reads it from the API. */
export const Detail = z.object({
  id: z.string(),
  digest: z.string(),
  status: z.string(),
  summary: z.string(),
  caseId: z.string(),
  effects: z.array(
    z.object({
      kind: z.string(),
      status: z.string(),
      externalRef: z.record(z.string(), z.string()).nullable(),
    }),
  ),
  payload: z.object({
    opportunityId: z.string(),
    candidate: z.object({ email: z.string() }),
    sessions: z.array(
      z.object({
        name: z.string(),
        organizer: z.string(),
        startsAt: z.string(),
        panel: z.array(z.object({ email: z.string() })),
      }),
    ),
  }),
});
export type Detail = z.infer<typeof Detail>;

/** How long the demo waits for one thing: on a machine that does much else that may be minutes. */
export const PATIENCE_MS = 180_000;

/** What should have been there. */
export const missing = (what: string): AppError =>
  new AppError({ code: "internal", fault: "bug", message: `Not seen: ${what}.` });

interface Around {
  company: RunningCompany;
  proposal: Detail;
  steps: DemoSteps;
  /** How many interviews the story is about. */
  sessions: number;
}

/** Looks at each of them, a step each. Errors: what is not there. */
export const lookAround = async ({ company, proposal, steps, sessions }: Around): Promise<void> => {
  const isOne = sessions === 1;
  await steps.run(
    isOne
      ? "the calendar has one event with a video link, the panel invited"
      : `the calendars have ${sessions} events, each with its own video link and its own panel`,
    async () => await lookAtCalendars(company, proposal, sessions),
  );
  await steps.run(
    isOne
      ? "Lever has one panel with the interview"
      : `Lever has one panel with ${sessions} interviews`,
    async () => await lookAtPanel(company, proposal),
  );
  await steps.run("Lever has one note", async () => {
    await seenTimes(company, { kind: "note.created", times: 1 });
  });
  await steps.run(
    isOne
      ? "the candidate has one confirmation with a calendar file"
      : "the candidate has one confirmation of all, with a calendar file",
    async () => await lookAtMail(company, proposal),
  );
};

/** How often Lever was called so far. */
export const countLeverCalls = async (company: RunningCompany): Promise<number> =>
  z.object({ calls: z.int() }).parse(await read(company, "/control/lever")).calls;

/** What the company itself says there. */
export const read = async (company: RunningCompany, path: string): Promise<unknown> => {
  const response = await fetch(`${company.url}${path}`);
  return (await response.json()) as unknown;
};

const Journal = z.object({
  items: z.array(z.object({ kind: z.string(), ids: z.record(z.string(), z.string()) })),
});
const Panels = z.object({
  data: z.array(z.object({ interviews: z.array(z.object({ date: z.number() })) })),
});
const Mails = z.object({
  items: z.array(z.object({ to: z.unknown(), text: z.string(), calendar: z.unknown() })),
});

const seenTimes = async (
  company: RunningCompany,
  { kind, times }: { kind: string; times: number },
): Promise<void> => {
  const { items } = Journal.parse(await read(company, "/control/journal"));
  const count = items.filter((entry) => entry.kind === kind).length;
  if (count !== times) throw missing(`${kind} ${times} times (it was there ${count} times)`);
};

const lookAtCalendars = async (
  company: RunningCompany,
  { payload, effects }: Detail,
  sessions: number,
): Promise<void> => {
  await seenTimes(company, { kind: "event.inserted", times: sessions });
  if (payload.sessions.length !== sessions) throw missing(`${sessions} sessions`);
  const events = effects.filter(({ kind }) => kind === "calendar_event");
  const links = events.map(({ externalRef }) => externalRef?.["videoUrl"] ?? "");
  if (new Set(links).size !== sessions) throw missing("a video link for each");
  for (const [index, { name, organizer, panel }] of payload.sessions.entries()) {
    const link = links[index] ?? "";
    for (const email of new Set([organizer, ...panel.map((member) => member.email)])) {
      if (link === "" || !(await calendarsOf(company, email)).includes(link)) {
        throw missing(`${name} with its video link on the calendar of ${email}`);
      }
    }
  }
};

/** Wherever it is: the page of a calendar that is not there has no link either. */
export const calendarsOf = async (company: RunningCompany, email: string): Promise<string> => {
  const pages = ["google", "microsoft"].map(async (home) => {
    const page = await fetch(`${company.url}/${home}/calendars/${encodeURIComponent(email)}`);
    return await page.text();
  });
  return (await Promise.all(pages)).join("\n");
};

const lookAtPanel = async (company: RunningCompany, { payload }: Detail): Promise<void> => {
  await seenTimes(company, { kind: "panel.created", times: 1 });
  const answer = await fetch(`${company.leverUrl}/opportunities/${payload.opportunityId}/panels`, {
    headers: { authorization: `Basic ${btoa(`${company.leverApiKey}:`)}` },
  });
  const { data } = Panels.parse(await answer.json());
  const inLever = data.flatMap(({ interviews }) => interviews.map(({ date }) => date));
  const proposed = payload.sessions.map(
    ({ startsAt }) => Temporal.Instant.from(startsAt).epochMilliseconds,
  );
  const isTheSame =
    data.length === 1 &&
    inLever.toSorted((a, b) => a - b).join() === proposed.toSorted((a, b) => a - b).join();
  if (!isTheSame) throw missing("one panel in Lever with an interview at each proposed time");
};

const lookAtMail = async (company: RunningCompany, { payload }: Detail): Promise<void> => {
  const { items } = Mails.parse(await read(company, "/control/mail"));
  const [mail] = items;
  const entries = JSON.stringify(mail?.calendar ?? "").match(/BEGIN:VEVENT/g) ?? [];
  const isRight =
    items.length === 1 &&
    JSON.stringify(mail?.to).includes(payload.candidate.email) &&
    payload.sessions.every(({ name }) => mail?.text.includes(name)) &&
    entries.length === payload.sessions.length;
  if (!isRight) throw missing("one confirmation to the candidate");
};
