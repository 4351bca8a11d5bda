/** Who is asked for a decision and is out of office by their calendar in Outlook, told by mail; and what a channel in Teams is told of it. */
import { expect, it } from "vitest";
import type { Person } from "../../../sandbox/worlds/types.ts";
import { decideProposal } from "../../../src/cases/decide-proposal.ts";
import { delegate } from "../../../src/cases/delegations.ts";
import { openAsking } from "../../support/asking.ts";
import { openCompanyMicrosoft } from "../../support/company-microsoft.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { openMicrosoftClient } from "../../support/microsoft-client.ts";
import { bookingOf } from "../../support/waiting-proposal.ts";

const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");
const LEAVE = { showAs: "oof", from: "2026-11-23T00:00:00", until: "2026-11-28T00:00:00" };

const isNeverOff = ({ events }: Person): boolean =>
  events.every(({ eventType }) => eventType !== "outOfOffice");

describeOneDatabase(
  "embedded",
  "a decision asked of somebody with a mailbox at Microsoft",
  (open) => {
    /** Rita is asked, and after four hours admins are: Ada. Omar is somebody else. Nobody of them is out of office but as a test says. */
    const begin = async (teams: boolean) => {
      await using undo = new AsyncDisposableStack();
      const microsoft = undo.use(await openCompanyMicrosoft(NOW));
      const { url, people } = microsoft;
      const { reader } = openMicrosoftClient({
        graphUrl: `${url}/graph`,
        loginUrl: `${url}/login`,
        application: microsoft.microsoft.application,
      });
      const asking = undo.use(await openAsking(await open(), { teams, calendar: reader }));
      const [rita = "", ada = ""] = people.filter(isNeverOff).map(({ email }) => email);
      const omar = asking.people.find((email) => email !== rita && email !== ada) ?? "";
      await asking.signIn(rita);
      await asking.signIn(omar);
      await asking.signIn(ada, "admin");
      await asking.askOf({ do: "ask", people: [rita], hours: 4, afterwards: "ask_admins" });
      const put = async ({ showAs, from, until }: typeof LEAVE): Promise<void> => {
        const body = {
          subject: "Surgery",
          showAs,
          isAllDay: false,
          start: { dateTime: from, timeZone: "UTC" },
          end: { dateTime: until, timeZone: "UTC" },
        };
        const { status } = await microsoft.ask("POST", `/users/${rita}/events`, { body });
        expect(status).toBe(201);
      };
      /** One that waits for eight hours. */
      const propose = async () => {
        const proposal = await asking.desk.propose(bookingOf("one"));
        await asking.deps.database.query(
          "update proposals set expires_at = created_at + interval '8 hours' where id = $1",
          [proposal.id],
        );
        return proposal;
      };
      const mails = () =>
        asking.company.mails.map(({ envelope, parsed }) => ({
          to: envelope.to[0],
          why: /^.*out of office.*$/m.exec(parsed.text ?? "")?.[0] ?? null,
        }));
      const cards = () => asking.company.teams.cards.map(({ texts }) => texts.join("\n"));
      const approve = async (proposal: { id: string; digest: string }, by: string) => {
        const how = { proposalId: proposal.id, digest: proposal.digest, by };
        const role = by === ada ? ("admin" as const) : ("recruiter" as const);
        const approval = { ...how, role, decision: "approve" as const, via: "dashboard" as const };
        return await decideProposal(approval, asking.deps).then(
          (decided) => decided.proposal.status,
          () => "refused",
        );
      };
      const owned = undo.move();
      return {
        asking,
        rita,
        ada,
        omar,
        propose,
        put,
        mails,
        cards,
        approve,
        [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
      };
    };
    const isAway = (who: string) => `${who} is out of office until this is due, by the calendar`;

    it("goes to the admins who come next at once, where Outlook shows them out of office", async () => {
      await using house = await begin(false);
      const { asking, rita, ada, omar } = house;
      await house.put(LEAVE);
      const proposal = await house.propose();
      await asking.approvals.tell(null);
      await asking.approvals.tell(null);
      expect(house.mails()).toHaveLength(2);
      expect(house.mails()).toEqual(
        expect.arrayContaining([
          { to: rita, why: null },
          { to: ada, why: `${isAway(rita)}, so you are asked now.` },
        ]),
      );
      expect(JSON.stringify(asking.company.mails.map(({ raw }) => String(raw)))).not.toContain(
        "Surgery",
      );
      expect(await house.approve(proposal, omar)).toBe("refused");
      expect(await house.approve(proposal, ada)).toBe("approved");
    });

    it.each([
      ["busy all week", { ...LEAVE, showAs: "busy" }],
      ["working elsewhere", { ...LEAVE, showAs: "workingElsewhere" }],
      ["out of office until noon", { ...LEAVE, until: "2026-11-23T12:00:00" }],
      ["out of office from tomorrow on", { ...LEAVE, from: "2026-11-24T00:00:00" }],
    ])("waits as always for somebody who is %s", async (_, event) => {
      await using house = await begin(false);
      const { asking, rita, ada } = house;
      await house.put(event);
      const proposal = await house.propose();
      await asking.approvals.tell(null);
      expect(house.mails()).toEqual([{ to: rita, why: null }]);
      expect(await house.approve(proposal, ada)).toBe("refused");
    });

    it("is one card in Teams, which says who is away and who is asked now", async () => {
      await using house = await begin(true);
      const { asking, rita, ada } = house;
      await house.put(LEAVE);
      const proposal = await house.propose();
      await asking.approvals.tell(null);
      await asking.approvals.tell(null);
      expect(house.cards()).toEqual([
        expect.stringContaining(`${isAway(rita)}, so any admin is asked now.`),
      ]);
      expect(house.mails()).toEqual([]);
      expect(await house.approve(proposal, ada)).toBe("approved");
    });

    it("names the delegate in Teams who is asked in their place", async () => {
      await using house = await begin(true);
      const { asking, rita, ada, omar } = house;
      const from = asking.clock.now();
      const until = from.add({ hours: 48 });
      await delegate({ person: rita, delegate: omar, from, until, saidBy: rita }, asking.deps);
      await house.put(LEAVE);
      const proposal = await house.propose();
      await asking.approvals.tell(null);
      expect(house.cards()).toEqual([
        expect.stringContaining(`${isAway(rita)}, so ${omar} is asked in their place.`),
      ]);
      expect(await house.approve(proposal, ada)).toBe("refused");
      expect(await house.approve(proposal, omar)).toBe("approved");
    });

    it("is told again in Teams, once, when whoever is asked falls ill afterwards", async () => {
      await using house = await begin(true);
      const { asking, rita } = house;
      await house.propose();
      await asking.approvals.tell(null);
      expect(house.cards()).toEqual([expect.not.stringContaining("out of office")]);
      await house.put(LEAVE);
      asking.clock.advance({ hours: 1, minutes: 1 });
      await asking.approvals.tell(null);
      await asking.approvals.tell(null);
      expect(house.cards()).toHaveLength(2);
      expect(house.cards()[1]).toContain("A decision still waits");
      expect(house.cards()[1]).toContain(`${isAway(rita)}, so any admin is asked now.`);
    });

    it("is told again in Teams, once, when admins may decide as well", async () => {
      await using house = await begin(true);
      const { asking } = house;
      await house.propose();
      await asking.approvals.tell(null);
      asking.clock.advance({ hours: 4 });
      await asking.approvals.tell(null);
      await asking.approvals.tell(null);
      expect(house.cards()).toHaveLength(2);
      expect(house.cards()[1]).toContain("and by now any admin");
    });
  },
);
