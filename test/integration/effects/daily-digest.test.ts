/** A digest that was held and leaves later: what is not to be told any more by then is not told. */
import pino from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { type SendDigest, streamOfDays } from "../../../src/domain/daily-digest.ts";
import { OpportunityId, UserId } from "../../../src/domain/ids.ts";
import type { EffectContext } from "../../../src/effects/kind.ts";
import { createDailyDigest } from "../../../src/effects/kinds/daily-digest.ts";
import type { Mail } from "../../../src/messaging/port.ts";
import { changePolicy, readPolicy } from "../../../src/policy/store.ts";
import { ASSESSMENT } from "../../support/assessment.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { type Desk, bookingOf, openDesk } from "../../support/waiting-proposal.ts";

const NOW = Temporal.Instant.from("2026-11-24T09:00:00Z");
const STARTS = NOW.add({ hours: 6 });

const RUTH = UserId.parse("ruth");
const of = (caseId: string, what: string) => ({ caseId, what, path: `/cases/${caseId}` });
const DIGEST: SendDigest = {
  kind: "send_digest",
  version: 1,
  stream: streamOfDays("ruth"),
  to: { userId: RUTH, email: "ruth@example.test", name: "Ruth" },
  channel: "mail",
  day: "2026-11-24",
  zone: "Europe/Lisbon",
  since: NOW.subtract({ hours: 24 }).toString(),
  until: NOW.toString(),
  parts: {
    waits: [],
    failed: [],
    risks: [
      { ...of("case_1", "first talk at risk"), startsAt: STARTS.toString() },
      { ...of("case_2", "second talk at risk"), startsAt: STARTS.toString() },
    ],
    owes: [of("case_1", "Ann owes a form"), of("case_2", "Bob owes a form")],
    done: [],
  },
  companyName: "Example",
};
const CONTEXT: EffectContext = {
  effectId: "ef_1",
  proposalId: "pr_1",
  caseId: null,
  earlier: {},
  lease: { opportunityId: OpportunityId.parse("day:ruth"), fence: 1, owner: "test" },
  signal: new AbortController().signal,
  recorded: null,
  messagesBefore: 0,
  startedAt: null,
  isHandedOver: false,
  handOver: async () => await Promise.resolve(),
};
const ALL = ["first talk at risk", "second talk at risk", "Ann owes", "Bob owes"];
const LAPSED = "a synthesis that expired";

describeOneDatabase("embedded", "a digest that was held", (open) => {
  let database: Database;
  let desk: Desk;
  let bookingId: string;
  /** In Lever, of the opportunity and of its posting. */
  let [ownerId, hiringManagerId]: [UserId, UserId | null] = [RUTH, null];
  const clock = createManualClock(NOW);
  beforeEach(async () => {
    database = await open();
    desk = await openDesk(database);
    bookingId = (await desk.propose(bookingOf("ada"))).id;
    [ownerId, hiringManagerId] = [RUTH, null];
    clock.set(NOW);
    await setEvaluative("on");
    for (const id of ["case_1", "case_2"]) {
      await database.query(
        `insert into cases (id, opportunity_id, stage_id, stage_name, posting_title, candidate, status, mode,
           next_step, created_at, updated_at, recruiter_id)
         values ($1, $1, 'screen', 'Screen', 'Engineer', 'contact', 'booked', 'managed', '', $2, $2, 'ruth')`,
        [id, NOW.toString()],
      );
      await putAtRisk(id, STARTS);
    }
  });
  afterEach(async () => await desk[Symbol.asyncDispose]());

  const putAtRisk = async (caseId: string, startsAt: Temporal.Instant): Promise<void> => {
    await database.query(
      `insert into attendances (case_id, session_id, starts_at, ends_at, proposal_id, booked_at)
       values ($1, 'talk', $2, $2, $4, $3)`,
      [caseId, startsAt.toString(), NOW.toString(), bookingId],
    );
    await database.query(
      `insert into no_show_risks (case_id, session_id, starts_at, risk, reasons, model_version, told_at)
       values ($1, 'talk', $2, 0.4, '{not confirmed}', 'v1', $3)`,
      [caseId, startsAt.toString(), NOW.toString()],
    );
  };

  const setEvaluative = async (evaluative: "on" | "off"): Promise<void> => {
    const { policy, version: basedOn } = await readPolicy(database);
    const changed = { ...policy, evaluative, assessment: ASSESSMENT };
    await changePolicy(database, clock, {
      policy: changed,
      basedOn,
      by: "admin",
      correlationId: "co",
    });
  };
  /** What of it is told. */
  const leave = async (digest = DIGEST): Promise<string[]> => {
    const text = await textOf(digest);
    return [...ALL, LAPSED].filter((words) => text.includes(words));
  };
  const textOf = async (digest: SendDigest): Promise<string> => {
    const mails: Mail[] = [];
    const step = createDailyDigest({
      database,
      clock,
      texts: desk.deps.texts,
      log: pino({ level: "silent" }),
      lever: {
        fresh: {
          getOpportunity: async () => await Promise.resolve({ ownerId }),
          getPosting: async () => await Promise.resolve({ ownerId: null, hiringManagerId }),
          listUsers: async () => await Promise.resolve([]),
        },
      },
      chat: { slack: null },
      mailer: {
        send: async (mail) => {
          mails.push(mail);
          return await Promise.resolve({ messageId: mail.messageId, response: "ok" });
        },
      },
      messageIdDomain: "convene.test",
      publicUrl: "https://convene.test",
    })(digest);
    await step.send(CONTEXT);
    return mails[0]?.text ?? "";
  };

  it("tells nothing of who is for few by now, archived or gone, and no risk of what is over", async () => {
    const isShown =
      "is_confidential = false, in_lever = 'active', closed_at = null, status = 'booked'";
    const after = async (change: string): Promise<string[]> => {
      await database.query(`update cases set ${change} where id = 'case_1'`);
      const told = await leave();
      await database.query(`update cases set ${isShown} where id = 'case_1'`);
      return told;
    };
    const second = ["second talk at risk", "Bob owes"];
    expect(await after("is_confidential = true")).toEqual(second);
    expect(await after("in_lever = 'archived'")).toEqual(second);
    // Its forms are still owed.
    expect(await after("closed_at = now(), status = 'closed'")).toEqual(ALL.slice(1));
    expect(await leave()).toEqual(ALL);

    await setEvaluative("off");
    expect(await leave()).toEqual(ALL.slice(2));
    await setEvaluative("on");
    await database.query("delete from no_show_risks where case_id = 'case_1'");
    expect(await leave()).toEqual(ALL.slice(1));
    clock.set(STARTS);
    expect(await leave()).toEqual(ALL.slice(2));
    // Nothing of it is left.
    await database.query("update cases set is_confidential = true");
    await expect(leave()).rejects.toMatchObject({ code: "stale_proposal" });
  });

  it("calls a case by names that lead nowhere", async () => {
    await database.query("update cases set posting_title = 'Engineer www.evil.example'");
    expect(await textOf(DIGEST)).toContain("A candidate, Screen (Engineer (link left out)): Ann");
  });

  it("tells a risk by the rules of the day: to who may still hear it, and of an interview to come itself", async () => {
    const [first, , ...owes] = ALL;
    hiringManagerId = RUTH;
    expect(await leave()).toEqual(owes);
    hiringManagerId = null;
    // Of the panel.
    ownerId = UserId.parse("user-ines");
    await database.query("update cases set recruiter_id = 'user-ines' where recruiter_id = 'ruth'");
    expect(await leave({ ...DIGEST, to: { ...DIGEST.to, userId: ownerId } })).toEqual(owes);
    ownerId = RUTH;
    await database.query("update cases set recruiter_id = 'ruth' where recruiter_id = 'user-ines'");
    expect(await leave()).toEqual(ALL);
    await database.query("update cases set recruiter_id = 'pat' where id = 'case_2'");
    expect(await leave()).toEqual([first, ...owes]);
    // Another interview of the case is still to come.
    await putAtRisk("case_1", STARTS.add({ hours: 3 }));
    clock.set(STARTS);
    expect(await leave()).toEqual(owes);
  });

  it("tells what expired only while it is to be proposed again", async () => {
    await database.query(
      `insert into proposals select (jsonb_populate_record(p, '{"id": "pr_z", "case_id": "case_1",
         "kind": "post_synthesis", "status": "expired"}')).* from proposals p where p.id = $1`,
      [bookingId],
    );
    const waits = [{ ...of("case_1", LAPSED), again: "post_synthesis" as const }];
    const digest = { ...DIGEST, parts: { ...DIGEST.parts, waits } };
    expect(await leave(digest)).toEqual([...ALL, LAPSED]);
    await setEvaluative("off");
    expect(await leave(digest)).toEqual(ALL.slice(2));
  });
});
