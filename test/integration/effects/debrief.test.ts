/** The first step of a debrief against a Lever on loopback: what it rests on may be otherwise by now, and then no calendar is asked and
 * nobody's time is taken. */
import { expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { EffectContext } from "../../../src/effects/kind.ts";
import { createDebriefSteps } from "../../../src/effects/kinds/debrief.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { DEBRIEF } from "../../support/debrief.ts";
import { openScriptedGoogle } from "../../support/google-client.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { openLoopbackServer } from "../../support/loopback-server.ts";

const NOW = Temporal.Instant.from("2026-11-23T12:00:00Z");
const at = (hours: number): number => NOW.add({ hours }).epochMilliseconds;

const interview = (id: string, who: string, hours: number) => ({
  id,
  date: at(hours),
  duration: 60,
  feedbackTemplate: "tpl",
  interviewers: [{ id: who }],
});
const form = (id: string, who: string, interviewId: string) => ({
  id,
  type: "interview",
  text: "Form",
  baseTemplateId: "tpl",
  user: who,
  panel: "p1",
  interview: interviewId,
  fields: [],
  createdAt: at(-1),
  completedAt: at(-1),
  deletedAt: null,
});
const person = (id: string, deactivatedAt: number | null = null) => ({
  id,
  name: id,
  email: `${id}@example.test`,
  deactivatedAt,
});
const LEVER = {
  opportunity: {
    id: "opp",
    contact: "c1",
    name: "Ada",
    emails: ["ada@example.test"],
    stage: "screen",
    applications: [{ id: "a1", posting: "post" }],
    archived: null as { reason: string; archivedAt: number } | null,
    confidentiality: "non-confidential",
  },
  panels: [{ id: "p1", stage: "screen", interviews: [interview("i1", "ann", -2)] }],
  forms: [form("f1", "ann", "i1")],
  users: [person("ann"), person("rec"), person("bob")],
};
type Lever = typeof LEVER;

// What it is refused by comes before anything that it is given is used.
const CONTEXT = {} as EffectContext;

describeOneDatabase("embedded", "a debrief that is about to be booked", (open) => {
  const refusal = async (change: Partial<Lever>, now = NOW): Promise<string> => {
    const lever: Lever = { ...LEVER, ...change };
    await using server = await openLoopbackServer(({ path }) => {
      if (path === "/opportunities/opp") return { body: { data: lever.opportunity } };
      if (path === "/postings/post") return { body: { data: { id: "post", text: "Engineer" } } };
      if (path.endsWith("/panels")) return { body: { data: lever.panels } };
      if (path.endsWith("/feedback")) return { body: { data: lever.forms } };
      if (path.startsWith("/users")) return { body: { data: lever.users } };
      return { status: 404, body: { code: "ResourceNotFound", message: path } };
    });
    await using google = await openScriptedGoogle(() => ({ status: 500, body: {} }));
    const { reader: fresh } = openLeverClient(server.url);
    const database = await open();
    const calendar = { reader: google.client.reader, writer: google.client.writer };
    const steps = createDebriefSteps({
      database,
      calendar,
      clock: createManualClock(now),
      lever: { fresh },
      missedOf: async () => await Promise.resolve([]),
    })(DEBRIEF);
    const error = await steps[0]?.send(CONTEXT).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof Error)) return "it was booked";
    // Only what nothing speaks against comes as far as the calendars.
    if (google.received.length > 0) return "the calendars were asked";
    return error.message;
  };

  it("is held against the candidacy, the round and its panel, each as it is by then", async () => {
    const { opportunity, panels, forms, users } = LEVER;
    const archived = { reason: "r", archivedAt: at(-1) };
    expect(await refusal({})).toBe("the calendars were asked");
    const cases: [Partial<Lever>, string][] = [
      [{ opportunity: { ...opportunity, archived } }, "archived"],
      [{ opportunity: { ...opportunity, confidentiality: "confidential" } }, "confidential"],
      [{ opportunity: { ...opportunity, stage: "onsite" } }, "at another stage"],
      [{ forms: [] }, "not over any more"],
      [
        {
          panels: [
            ...panels,
            { id: "p2", stage: "screen", interviews: [interview("i2", "bob", 5)] },
          ],
        },
        "not over any more",
      ],
      [{ users: [person("ann", at(-1)), ...users.slice(1)] }, "The panel is another one"],
      [
        {
          panels: [
            {
              id: "p1",
              stage: "screen",
              interviews: [interview("i1", "ann", -2), interview("i2", "bob", -2)],
            },
          ],
          forms: [...forms, form("f2", "bob", "i2")],
        },
        "The panel is another one",
      ],
    ];
    for (const [change, words] of cases) expect(await refusal(change)).toContain(words);
    const late = Temporal.Instant.from(DEBRIEF.startsAt);
    expect(await refusal({}, late)).toContain("That time has passed");
  });
});
