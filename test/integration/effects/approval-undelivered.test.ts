/** A question for a decision that its channel refuses for good: by mail instead, once; and where that is refused too, a person sees it. */
import { expect, it } from "vitest";
import { getCase } from "../../../src/cases/cases.ts";
import { endProblemsOver } from "../../../src/cases/problems-over.ts";
import { toldProblems } from "../../../src/cases/problems.ts";
import { createApprovals } from "../../../src/effects/approvals/approvals.ts";
import { addMessage } from "../../../src/effects/approvals/rows.ts";
import { createMailer } from "../../../src/messaging/mailer.ts";
import { openAsking } from "../../support/asking.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { openFailingMailServer } from "../../support/failing-mail-server.ts";
import { bookingOf } from "../../support/waiting-proposal.ts";

describeOneDatabase("embedded", "a question for a decision that Slack refuses for good", (open) => {
  /** Rita was there when it was chosen where to tell her, and is gone when it is told. */
  const begin = async () => {
    const asking = await openAsking(await open(), { slack: true });
    const { members, messages } = asking.company.slack.workspace;
    const [rita] = members;
    if (!rita) throw new Error("nobody is in Slack");
    await asking.signIn(rita.email);
    await asking.askOf({ do: "ask", people: [rita.email] });
    const proposal = await asking.desk.propose(bookingOf("one"));
    const message = { proposalId: proposal.id, reader: rita.email, email: rita.email };
    const { database, clock } = asking.deps;
    await addMessage(database, { ...message, channel: "slack" }, clock.now());
    const gone = members.splice(0, 1);
    const trail = async () =>
      await database.query<{ type: string; data: Record<string, unknown> }>(
        "select type, data from ledger where type in ('approval.asked', 'approval.undelivered') order by seq",
      );
    const putRight = () => void members.unshift(...gone);
    return { asking, rita, proposal, messages, trail, putRight };
  };

  it("goes to the same person by mail, once, says so in the trail, and stays there when Slack is put right", async () => {
    const { asking, rita, messages, trail, putRight } = await begin();
    await using _ = asking;
    await asking.approvals.tell(null);
    const { mails } = asking.company;
    expect(mails.map(({ envelope }) => envelope.to)).toEqual([[rita.email]]);
    expect(mails[0]?.parsed.text).toContain("so this comes by mail");
    expect(mails[0]?.parsed.text).toContain("/decide/");
    expect(await trail()).toMatchObject([
      { type: "approval.undelivered", data: { of: rita.email, via: "slack", next: "mail" } },
      { type: "approval.asked", data: { of: rita.email, via: "mail", insteadOf: "slack" } },
    ]);
    putRight();
    await asking.approvals.tell(null);
    await asking.approvals.tell(null);
    expect([messages.length, mails.length]).toEqual([0, 1]);
  });

  it("is a problem of its case where the mail is refused too, until nothing waits any more", async () => {
    const { asking, rita, proposal, trail } = await begin();
    await using _ = asking;
    await using server = await openFailingMailServer({ recipient: 550 });
    const from = { email: "interviews@example.com", name: "Example Works" };
    const mailer = createMailer({ smtpUrl: server.url, from });
    const approvals = createApprovals({ ...asking.deps, mailer });
    await approvals.tell(null);
    await approvals.tell(null);
    const { database } = asking.deps;
    const said = async (): Promise<string[]> =>
      toldProblems((await getCase(database, proposal.caseId))?.problems ?? []).map(
        ({ message }) => message,
      );
    expect(await said()).toEqual([
      `A decision waits here, and ${rita.email} could not be told: neither Slack nor mail reaches them. Tell them, or decide in the inbox.`,
    ]);
    expect((await trail()).map(({ type, data }) => [type, data["via"], data["next"]])).toEqual([
      ["approval.undelivered", "slack", "mail"],
      ["approval.undelivered", "mail", undefined],
    ]);
    const now = asking.clock.now();
    await endProblemsOver(database, { now });
    expect(await said()).toHaveLength(1);
    await database.query("update proposals set status = 'rejected' where id = $1", [proposal.id]);
    await endProblemsOver(database, { now });
    expect(await said()).toEqual([]);
  });
});
