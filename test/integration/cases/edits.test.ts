/** Who changed what before it was decided: read from what is kept sealed, told where it was asked, and gone with the candidate's key. */
import { describe, expect, it } from "vitest";
import { decideProposal } from "../../../src/cases/decide-proposal.ts";
import { changedFrom, editAfter, editsBefore } from "../../../src/cases/edits-of.ts";
import type { ProposalRecord } from "../../../src/cases/records.ts";
import { renderSubject } from "../../../src/cases/subject-access-page.ts";
import { exportSubject } from "../../../src/cases/subject-access.ts";
import { openAsking } from "../../support/asking.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { bookingOf } from "../../support/waiting-proposal.ts";

type Asking = Awaited<ReturnType<typeof openAsking>>;

const nobody = "";

describeOneDatabase("embedded", "what people changed of a proposal", (open) => {
  const begin = async (options: Parameters<typeof openAsking>[1] = {}) => {
    const asking = await openAsking(await open(), options);
    const [rita = nobody, omar = nobody] = asking.people;
    await asking.signIn(rita);
    await asking.signIn(omar);
    return { asking, rita, omar };
  };

  const decide = async (
    asking: Asking,
    proposal: ProposalRecord,
    how: { by: string; edit?: Record<string, unknown> },
  ): Promise<ProposalRecord> => {
    const { proposal: present } = await decideProposal(
      {
        proposalId: proposal.id,
        digest: proposal.digest,
        decision: how.edit ? "edit" : "approve",
        by: how.by,
        role: "recruiter",
        via: "dashboard",
        ...(how.edit && { edit: how.edit }),
      },
      asking.deps,
    );
    return present;
  };

  const drafted = bookingOf("one").texts;
  const SUBJECT = { texts: { mailSubject: `${drafted.mailSubject}, Zanzibar` } };
  const TITLE = { texts: { invitationTitle: `${drafted.invitationTitle}, Zanzibar` } };

  it("is told edit by edit with who made each, and as a whole of what was approved", async () => {
    const { asking, rita, omar } = await begin();
    await using _ = asking;
    const { database, texts } = asking.deps;
    const first = await asking.desk.propose(bookingOf("one"));
    const second = await decide(asking, first, { by: rita, edit: SUBJECT });
    const third = await decide(asking, second, { by: omar, edit: TITLE });
    const told = (await editsBefore(database, third, texts)).map(({ decision, changes, from }) => ({
      by: decision.decidedBy,
      from: from.id,
      fields: changes.map(({ field }) => field),
    }));
    expect(told).toEqual([
      { by: rita, from: first.id, fields: ["subject of the mail"] },
      { by: omar, from: second.id, fields: ["title of the invitation"] },
    ]);
    expect((await editAfter(database, { ...second, replacedBy: third.id }, texts))?.to.id).toBe(
      third.id,
    );
    expect(await editsBefore(database, first, texts)).toEqual([]);
    expect(await changedFrom(database, first, texts)).toBeNull();
    expect((await changedFrom(database, third, texts))?.map(({ field }) => field)).toEqual([
      "subject of the mail",
      "title of the invitation",
    ]);
    const ledger = await database.query("select data from ledger");
    expect(JSON.stringify(ledger)).not.toContain("Zanzibar");
  });

  it("is erased with the candidate's key, and nobody can tell it any more", async () => {
    const { asking, rita } = await begin();
    await using _ = asking;
    const { database, texts } = asking.deps;
    const booking = bookingOf("one");
    const first = await asking.desk.propose(booking);
    const second = await decide(asking, first, { by: rita, edit: SUBJECT });
    await database.transaction(
      async (tx) => void (await texts.erase(tx, `contact of ${booking.opportunityId}`)),
    );
    expect(await editsBefore(database, second, texts)).toMatchObject([
      { state: "erased", changes: [], decision: { decidedBy: rita } },
    ]);
    expect(await changedFrom(database, second, texts)).toBeNull();
    const { caseId } = first;
    const exported = await exportSubject({ caseId, by: rita }, asking.deps);
    expect(exported.cases[0]?.steps[0]?.changed).toEqual({ state: "erased", changes: [] });
    expect(renderSubject(exported)).toContain("What was changed is erased.");
  });

  it("stands in what its candidate is given, word by word", async () => {
    const { asking, rita } = await begin();
    await using _ = asking;
    const first = await asking.desk.propose(bookingOf("one"));
    await decide(asking, first, { by: rita, edit: SUBJECT });
    const { caseId } = first;
    const exported = await exportSubject({ caseId, by: rita }, asking.deps);
    const [step, next] = exported.cases[0]?.steps ?? [];
    expect(step?.changed?.changes.map(({ field }) => field)).toEqual(["subject of the mail"]);
    expect(next?.changed).toBeNull();
    expect(renderSubject(exported)).toMatch(/subject of the mail: .*\[put in: .*Zanzibar/);
  });

  describe("is told where it was asked", () => {
    it("in Slack: which fields while it waits, and how many once it is approved", async () => {
      const { asking, rita, omar } = await begin({ slack: true });
      await using _ = asking;
      const first = await asking.desk.propose(bookingOf("one"));
      await asking.approvals.tell(null);
      const second = await decide(asking, first, {
        by: rita,
        edit: { texts: { ...SUBJECT.texts, ...TITLE.texts } },
      });
      await asking.approvals.tell(null);
      const said = (): string[] =>
        asking.company.slack.workspace.messages.map(({ blocks }) => JSON.stringify(blocks));
      expect(said().filter((one) => one.includes(`Edited by ${rita} with 2 changes`))).toHaveLength(
        2,
      );
      const fields = `Edited by ${rita}: subject of the mail, title of the invitation.`;
      expect(said().filter((one) => one.includes(fields))).toHaveLength(2);
      await decide(asking, second, { by: omar });
      await asking.approvals.tell(null);
      const over = said().filter((one) => one.includes(`Approved by ${omar} with 2 changes`));
      expect(over).toHaveLength(2);
      expect(over.join(" ")).not.toContain("Zanzibar");
    });

    it("by mail and in Teams once, to whoever did not approve it; without an edit not at all", async () => {
      const { asking, rita, omar } = await begin();
      await using _ = asking;
      const { mails } = asking.company;
      const plain = await asking.desk.propose(bookingOf("plain", 5));
      await asking.approvals.tell(null);
      await decide(asking, plain, { by: omar });
      await asking.approvals.tell(null);
      expect(mails).toHaveLength(2);
      const first = await asking.desk.propose(bookingOf("one"));
      const second = await decide(asking, first, { by: rita, edit: SUBJECT });
      await asking.approvals.tell(null);
      expect(mails).toHaveLength(4);
      await decide(asking, second, { by: omar });
      await asking.approvals.tell(null);
      await asking.approvals.tell(null);
      expect(mails).toHaveLength(5);
      expect(mails[4]?.envelope.to).toEqual([rita]);
      expect(mails[4]?.parsed.text).toContain(
        `Approved by ${omar} with 1 change, in the dashboard.`,
      );
    });
  });
});
