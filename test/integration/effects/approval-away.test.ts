/** Who is asked for a decision and is out of office until it is due: the next whom the rule names are asked at once, and told why. */
import { describe, expect, it } from "vitest";
import type { CalendarReader } from "../../../src/calendar/port.ts";
import { decideProposal } from "../../../src/cases/decide-proposal.ts";
import { delegate } from "../../../src/cases/delegations.ts";
import { isAwayUntil } from "../../../src/effects/approvals/look-for-absence.ts";
import { openAsking } from "../../support/asking.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { openScriptedGoogle } from "../../support/google-client.ts";
import { bookingOf } from "../../support/waiting-proposal.ts";

const nobody = "";
const LEAVE = {
  id: "leave",
  summary: "Surgery",
  eventType: "outOfOffice",
  start: { dateTime: "2026-11-23T00:00:00Z" },
  end: { dateTime: "2026-11-28T00:00:00Z" },
};

describeOneDatabase("embedded", "a decision asked of somebody who is out of office", (open) => {
  /** Rita is asked, has such an event, and after four hours admins are asked. `off`: who else has it. */
  const begin = async (event: object | null, hours: number | null = 4) => {
    const off = new Set<string>();
    const google = await openScriptedGoogle(({ path }) =>
      path.includes("/events")
        ? { body: { timeZone: "Europe/Lisbon", items: event ? [event] : [] } }
        : { body: { calendars: {} } },
    );
    const readBusy: CalendarReader["readBusy"] = async (emails, from, until) =>
      (await google.client.reader.readBusy(emails, from, until)).map((reading, index) =>
        reading.readable && !off.has(emails[index] ?? nobody)
          ? { ...reading, blocks: [] }
          : reading,
      );
    const asking = await openAsking(await open(), { calendar: { readBusy } });
    const [rita = nobody, ada = nobody, omar = nobody] = asking.people;
    off.add(rita);
    await asking.signIn(rita);
    await asking.signIn(omar);
    await asking.signIn(ada, "admin");
    const next = hours === null ? {} : { hours, afterwards: "ask_admins" as const };
    await asking.askOf({ do: "ask", people: [rita], ...next });
    const close = async (): Promise<void> => {
      await asking[Symbol.asyncDispose]();
      await google[Symbol.asyncDispose]();
    };
    const told = () =>
      asking.company.mails.map(({ envelope, parsed }) => ({
        to: envelope.to[0],
        why: /^.*out of office.*$/m.exec(parsed.text ?? "")?.[0] ?? null,
      }));
    const approve = async (
      proposal: Awaited<ReturnType<typeof asking.desk.propose>>,
      by: string,
      role: "admin" | "recruiter",
    ): Promise<string> => {
      const how = { proposalId: proposal.id, digest: proposal.digest, by, role };
      const approval = { ...how, decision: "approve" as const, via: "dashboard" as const };
      return await decideProposal(approval, asking.deps).then(
        (decided) => decided.proposal.status,
        (thrown: unknown) => (thrown instanceof Error ? "refused" : "thrown"),
      );
    };
    return { asking, google, off, rita, ada, omar, told, approve, [Symbol.asyncDispose]: close };
  };

  it("goes to the admins who come next, at once, who are told why and may decide; to nobody else", async () => {
    await using away = await begin(LEAVE);
    const { asking, google, rita, ada, omar } = away;
    const proposal = await asking.desk.propose(bookingOf("one"));
    await asking.approvals.tell(null);
    await asking.approvals.tell(null);
    const why = `${rita} is out of office until this is due, by the calendar, so you are asked now.`;
    expect(away.told()).toEqual(
      expect.arrayContaining([
        { to: rita, why: null },
        { to: ada, why },
      ]),
    );
    expect(away.told()).toHaveLength(2);
    const ledger = await asking.deps.database.query(
      "select data from ledger where type = 'approval.away'",
    );
    expect(ledger).toEqual([{ data: { proposalId: proposal.id, of: rita } }]);
    expect(
      JSON.stringify([asking.company.mails.map(({ raw }) => String(raw)), ledger]),
    ).not.toContain("Surgery");
    expect(google.received.filter(({ path }) => path.includes("/events"))).toHaveLength(1);
    expect(await away.approve(proposal, omar, "recruiter")).toBe("refused");
    expect(await away.approve(proposal, ada, "admin")).toBe("approved");
  });

  it.each([
    ["who is back before it is due", { ...LEAVE, end: { dateTime: "2026-11-23T12:30:00Z" } }, 4],
    [
      "who is only away for an hour",
      {
        ...LEAVE,
        start: { dateTime: "2026-11-23T08:30:00Z" },
        end: { dateTime: "2026-11-23T10:30:00Z" },
      },
      1,
    ],
    ["who is busy all week", { ...LEAVE, eventType: "default" }, 4],
    ["whose calendar is empty", null, 4],
    ["after whom nobody comes", LEAVE, null],
  ])("waits as always for somebody %s", async (_who, event, hours) => {
    await using away = await begin(event, hours);
    const { asking, rita, ada } = away;
    const proposal = await asking.desk.propose(bookingOf("one"));
    await asking.approvals.tell(null);
    expect(away.told()).toEqual([{ to: rita, why: null }]);
    expect(await away.approve(proposal, ada, "admin")).toBe("refused");
  });

  it("goes to their delegate, who is told why, and to no admin before the time", async () => {
    await using away = await begin(LEAVE);
    const { asking, rita, ada, omar } = away;
    const from = asking.clock.now();
    const said = { person: rita, delegate: omar, from, until: from.add({ hours: 48 }) };
    await delegate({ ...said, saidBy: rita }, asking.deps);
    const proposal = await asking.desk.propose(bookingOf("one"));
    await asking.approvals.tell(null);
    const why = `${rita} is out of office until this is due, by the calendar, so you are asked now.`;
    expect(away.told()).toContainEqual({ to: omar, why });
    expect(away.told().map(({ to }) => to)).not.toContain(ada);
    expect(await away.approve(proposal, ada, "admin")).toBe("refused");
    expect(await away.approve(proposal, omar, "recruiter")).toBe("approved");
  });

  it("goes past a delegate who is out of office too, to admins and their delegates, who are told why", async () => {
    await using away = await begin(LEAVE);
    const { asking, off, rita, ada, omar } = away;
    const paula = asking.people[3] ?? nobody;
    off.add(omar);
    await asking.signIn(paula);
    const from = asking.clock.now();
    const until = from.add({ hours: 48 });
    for (const [person, other] of [
      [rita, omar],
      [ada, paula],
    ] as const) {
      await delegate({ person, delegate: other, from, until, saidBy: person }, asking.deps);
    }
    const proposal = await asking.desk.propose(bookingOf("one"));
    await asking.approvals.tell(null);
    const why = `${rita} is out of office until this is due, by the calendar, so you are asked now.`;
    expect(away.told()).toEqual(
      expect.arrayContaining([
        { to: ada, why },
        { to: paula, why },
      ]),
    );
    expect(await away.approve(proposal, paula, "recruiter")).toBe("approved");
  });
});

describe("being away", () => {
  const at = (time: string) => Temporal.Instant.from(`2026-11-${time}:00Z`);
  const off = (start: string, end: string) => ({
    kind: "out_of_office" as const,
    start: at(start),
    end: at(end),
  });
  const window = { now: at("23T09:00"), due: at("24T09:00") };

  it("may be days one after the other, and ends with the first gap", () => {
    const days = [off("23T00:00", "24T00:00"), off("24T00:00", "25T00:00")];
    expect(isAwayUntil(days, window)).toBe(true);
    expect(isAwayUntil([off("23T00:00", "24T00:00"), off("24T01:00", "25T00:00")], window)).toBe(
      false,
    );
    expect(isAwayUntil([], window)).toBe(false);
  });
});
