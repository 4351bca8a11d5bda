/** Whoever a proposal is asked of is told: by a link in a mail, by a card in Teams, in somebody's place; and what they were told stays true. */
import { Router } from "express";
import { describe, expect, it } from "vitest";
import { delegate, endDelegation } from "../../../src/cases/delegations.ts";
import { decideProposal } from "../../../src/cases/decide-proposal.ts";
import { getDecision } from "../../../src/cases/decisions.ts";
import { getProposal } from "../../../src/cases/proposals.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { approvalPages } from "../../../src/http/approvals/routes.ts";
import { expireProposals } from "../../../src/worker/tick.ts";
import { openAsking } from "../../support/asking.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { openApp } from "../../support/loopback-app.ts";
import { bookingOf } from "../../support/waiting-proposal.ts";

type Asking = Awaited<ReturnType<typeof openAsking>>;

const refusal = async (work: Promise<unknown>): Promise<AppError["code"]> => {
  const thrown: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof AppError) return thrown.code;
  throw new Error("it was not refused");
};

const linkIn = (text: string | undefined): string =>
  /http:\/\/convene\.test(\/decide\/\S+)/.exec(text ?? "")?.[1] ?? "";

describeOneDatabase("embedded", "a question for a decision", (open) => {
  const nobody = "";
  const pagesOf = async ({ deps, approvals }: Asking) => {
    const pages = approvalPages({ ...deps, approvals, pagesPerMinute: 1_000 });
    return await openApp(Router().use("/decide", pages));
  };

  it("comes by mail with a link of its reader's own, which changes nothing by being opened", async () => {
    await using asking = await openAsking(await open());
    const [rita = nobody] = asking.people;
    await asking.signIn(rita);
    await asking.askOf({ do: "ask", people: [rita] });
    const proposal = await asking.desk.propose(bookingOf("one"));
    await asking.approvals.tell(null);
    await asking.approvals.tell(null);
    const { mails } = asking.company;
    expect(mails).toHaveLength(1);
    const text = mails[0]?.parsed.text;
    expect(text).toContain("Please decide");
    expect(text).toContain("Invitation to");
    const path = linkIn(text);
    await using app = await pagesOf(asking);
    const get = async (): Promise<string> => await (await fetch(`${app.url}${path}`)).text();
    const page = await get();
    expect(page).toContain("I have read what will be");
    expect(page).toContain("Note in Lever");
    await fetch(`${app.url}${path}`, { method: "HEAD" });
    expect((await getProposal(asking.deps.database, proposal.id))?.status).toBe("waiting");

    const post = async (what: string, fields: Record<string, string>) =>
      (
        await fetch(`${app.url}${path}/${what}`, {
          method: "POST",
          redirect: "manual",
          body: new URLSearchParams(fields),
        })
      ).status;
    expect(await post("approve", { digest: proposal.digest })).toBe(400);
    expect(await post("approve", { read: "yes", digest: "0".repeat(64) })).toBe(409);
    expect(await post("reject", { digest: proposal.digest, reason: " " })).toBe(400);
    expect((await fetch(`${app.url}${path}x`)).status).toBeGreaterThanOrEqual(400);
    expect(await post("approve", { read: "yes", digest: proposal.digest })).toBe(303);
    expect(await getDecision(asking.deps.database, proposal.id)).toMatchObject({
      decision: "approve",
      decidedBy: rita,
      via: "mail",
    });
    expect(await get()).toContain("Approved by");
    expect(await get()).not.toContain("Note in Lever");
    expect(await post("approve", { read: "yes", digest: proposal.digest })).toBe(409);
    asking.clock.set(proposal.expiresAt);
    expect(await get()).toContain("has expired");
  });

  it("opens nothing any more for whom it was, once they may not decide", async () => {
    await using asking = await openAsking(await open());
    const [rita = nobody, omar = nobody] = asking.people;
    await asking.signIn(rita);
    await asking.signIn(omar);
    await asking.askOf({ do: "ask", people: [rita] });
    await asking.desk.propose(bookingOf("one"));
    await asking.approvals.tell(null);
    const path = linkIn(asking.company.mails[0]?.parsed.text);
    await asking.deps.database.query("update api_tokens set revoked_at = now() where name = $1", [
      rita,
    ]);
    await using app = await pagesOf(asking);
    const answer = await fetch(`${app.url}${path}`);
    expect([answer.status, await answer.text()]).toEqual([
      404,
      expect.stringContaining("may not decide any more"),
    ]);
  });

  it("is a card in Teams, which names no candidate; there it is told too that nobody decided", async () => {
    await using asking = await openAsking(await open(), { teams: true });
    const [rita = nobody, omar = nobody] = asking.people;
    await asking.signIn(rita);
    await asking.signIn(omar);
    const booking = bookingOf("one");
    const proposal = await asking.desk.propose(booking);
    await asking.approvals.tell(null);
    await asking.approvals.tell(null);
    const { cards } = asking.company.teams;
    expect(cards).toHaveLength(1);
    expect(JSON.stringify(cards)).not.toContain(booking.candidate.name);
    expect(cards[0]?.links).toEqual([
      { label: "Open in Convene", url: `http://convene.test/proposals/${proposal.id}` },
    ]);
    asking.clock.set(proposal.expiresAt);
    await expireProposals(asking.deps);
    await asking.approvals.tell(null);
    await asking.approvals.tell(null);
    expect(cards).toHaveLength(2);
    expect(cards[1]?.texts.join(" ")).toContain("Nobody decided in time");
    expect(asking.company.mails).toEqual([]);
  });

  it("goes on to admins and ends in Slack, where it was asked", async () => {
    await using asking = await openAsking(await open(), { slack: true });
    const [rita = nobody, ada = nobody] = asking.people;
    await asking.signIn(rita);
    await asking.signIn(ada, "admin");
    await asking.askOf({ do: "ask", people: [rita], hours: 1, afterwards: "ask_admins" });
    const proposal = await asking.desk.propose(bookingOf("one"));
    await asking.deps.database.query(
      "update proposals set expires_at = created_at + interval '3 hours' where id = $1",
      [proposal.id],
    );
    await asking.approvals.tell(null);
    const { messages } = asking.company.slack.workspace;
    expect(messages).toHaveLength(1);
    asking.clock.advance({ hours: 1 });
    await asking.approvals.tell(null);
    expect(messages).toHaveLength(2);
    expect(JSON.stringify(messages[0]?.blocks)).toContain("and by now any admin");
    asking.clock.advance({ hours: 2 });
    await expireProposals(asking.deps);
    await asking.approvals.tell(null);
    for (const { blocks } of messages) {
      expect(JSON.stringify(blocks)).toContain("Nobody decided in time");
      expect(JSON.stringify(blocks)).not.toContain("approval_approve");
    }
  });

  it("waits while all is paused, and is asked once by however many processes", async () => {
    await using asking = await openAsking(await open(), { slack: true });
    const [rita = nobody] = asking.people;
    await asking.signIn(rita);
    await asking.desk.propose(bookingOf("one"));
    const { messages } = asking.company.slack.workspace;
    await asking.pause(true);
    await asking.approvals.tell(null);
    expect(messages).toEqual([]);
    await asking.pause(false);
    await Promise.all([1, 2, 3].map(async () => await asking.approvals.tell(null)));
    expect(messages).toHaveLength(1);
  });

  describe("of somebody who is away", () => {
    const away = async () => {
      const asking = await openAsking(await open(), { slack: true });
      const [rita = nobody, omar = nobody, vera = nobody] = asking.people;
      for (const name of [rita, omar]) await asking.signIn(name);
      await asking.signIn(vera, "interviewer");
      const from = asking.clock.now();
      const until = from.add({ hours: 48 });
      const say = async (person: string, to: string) =>
        await delegate({ person, delegate: to, from, until, saidBy: person }, asking.deps);
      return { asking, rita, omar, vera, say };
    };

    it("goes to their delegate too, and the ledger says in whose place was decided", async () => {
      const { asking, rita, omar, say } = await away();
      await using _ = asking;
      const { database } = asking.deps;
      await asking.askOf({ do: "ask", people: [rita] });
      const proposal = await asking.desk.propose(bookingOf("one"));
      const decide = async (by: string, role: "recruiter" | "admin" = "recruiter") =>
        await decideProposal(
          {
            proposalId: proposal.id,
            digest: proposal.digest,
            decision: "approve",
            by,
            role,
            via: "slack",
          },
          asking.deps,
        );
      await asking.approvals.tell(null);
      expect(await refusal(decide(omar))).toBe("forbidden");
      const { id } = await say(rita, omar);
      await asking.approvals.tell(null);
      const { messages } = asking.company.slack.workspace;
      expect(messages).toHaveLength(2);
      expect(JSON.stringify(messages[1]?.blocks)).toContain(`You are asked in place of ${rita}.`);
      await endDelegation({ id, by: { name: rita }, isAdmin: false }, asking.deps);
      expect(await refusal(decide(omar))).toBe("forbidden");
      await asking.approvals.tell(null);
      expect(JSON.stringify(messages[1]?.blocks)).toContain(`This waits for ${rita}: a rule`);
      await say(rita, omar);
      await decide(omar);
      expect(await getDecision(database, proposal.id)).toMatchObject({
        decidedBy: omar,
        onBehalfOf: rita,
      });
      const [entry] = await database.query<{ data: unknown }>(
        "select data from ledger where type = 'decision.made'",
      );
      expect(entry?.data).toMatchObject({ via: "slack", onBehalfOf: rita });
    });

    it("never counts twice where two people have to agree", async () => {
      const { asking, rita, omar, say } = await away();
      await using _ = asking;
      const third = asking.people[3] ?? "";
      await asking.signIn(third);
      await asking.askOf({ do: "ask", people: [rita, omar], fourEyes: true });
      await say(rita, third);
      const proposal = await asking.desk.propose(bookingOf("one"));
      const decide = async (by: string) =>
        await decideProposal(
          {
            proposalId: proposal.id,
            digest: proposal.digest,
            decision: "approve",
            by,
            role: "recruiter",
            via: "dashboard",
          },
          asking.deps,
        );
      await decide(third);
      expect(await refusal(decide(rita))).toBe("conflict");
      expect((await getProposal(asking.deps.database, proposal.id))?.status).toBe("waiting");
      await decide(omar);
      expect((await getProposal(asking.deps.database, proposal.id))?.status).toBe("approved");
    });

    it("is passed on once: not to who may not decide, not in a circle, not further, not for ever", async () => {
      const { asking, rita, omar, vera, say } = await away();
      await using _ = asking;
      const third = asking.people[3] ?? "";
      await asking.signIn(third);
      expect(await refusal(say(rita, rita))).toBe("input_invalid");
      expect(await refusal(say(rita, vera))).toBe("input_invalid");
      expect(await refusal(say(rita, "nobody@example.com"))).toBe("input_invalid");
      const { id } = await say(rita, omar);
      expect(await refusal(say(omar, rita))).toBe("conflict");
      expect(await refusal(say(omar, third))).toBe("conflict");
      expect(await refusal(say(third, rita))).toBe("conflict");
      expect(await refusal(say(rita, third))).toBe("conflict");
      expect(
        await refusal(endDelegation({ id, by: { name: third }, isAdmin: false }, asking.deps)),
      ).toBe("forbidden");
      const from = asking.clock.now();
      const long = {
        person: third,
        delegate: omar,
        from,
        until: from.add({ hours: 24 * 91 }),
        saidBy: third,
      };
      expect(await refusal(delegate(long, asking.deps))).toBe("input_invalid");
      const past = {
        ...long,
        from: from.subtract({ hours: 2 }),
        until: from.subtract({ hours: 1 }),
      };
      expect(await refusal(delegate(past, asking.deps))).toBe("input_invalid");
    });
  });
});
