/** Decisions in Slack: whoever is asked is told, decides there, and sees what others decided; nobody else can. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { getDecision } from "../../src/cases/decisions.ts";
import type { PolicyRule } from "../../src/domain/policy.ts";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import {
  type SeenMessage,
  fillIn,
  lookInSlack,
  memberOf,
  messageWith,
  playSlack,
  press,
  signInAs,
  valueOf,
} from "../support/slack-hands.ts";
import { proposalFor, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "a decision in Slack", (open) => {
  let walk: Walk;
  let rita: { id: string; email: string };
  let omar: { id: string; email: string };
  let stranger: { id: string; email: string };
  beforeAll(async () => {
    walk = await startWalk(open);
    [rita, omar, stranger] = [
      await memberOf(walk, 0),
      await memberOf(walk, 1),
      await memberOf(walk, 2),
    ];
    await signInAs(walk, rita.email, "recruiter");
    await signInAs(walk, omar.email, "recruiter");
    await signInAs(walk, stranger.email, "interviewer");
  });
  afterAll(async () => await walk.close());

  const put = async (answer: PolicyRule["answer"]) => {
    const { body } = await walk.api.send("GET", "/api/policy");
    const rules = answer ? [{ answer }] : [];
    const policy = { ...(body as object), rules };
    const { status } = await walk.api.send("PUT", "/api/policy", policy);
    expect(status).toBe(200);
  };
  const ofRita = { do: "ask", people: [] as string[] } as const;
  const waiting = async () => {
    const proposal = await proposalFor(walk, walk.nextCandidate());
    const message = await walk.waitFor(
      "a question",
      async () => await messageWith(walk, proposal.id),
    );
    return { proposal, message };
  };
  const said = async ({ ts }: SeenMessage): Promise<string> => {
    const { messages } = await lookInSlack(walk);
    return JSON.stringify(messages.find((one) => one.ts === ts)?.blocks);
  };
  const untilSaid = async (message: SeenMessage, words: string): Promise<string> =>
    await walk.waitFor(words, async () => {
      const blocks = await said(message);
      return blocks.includes(words) && blocks;
    });

  it("shows slot, people and the very texts to whom a rule asks, and approves once", async () => {
    await put({ ...ofRita, people: [rita.email] });
    const { proposal, message } = await waiting();
    const shown = JSON.stringify(message.blocks);
    for (const text of [proposal.rendered.mail.subject, proposal.rendered.whenCandidate, "Risk:"]) {
      expect(shown).toContain(JSON.stringify(text).slice(1, -1));
    }
    const session = firstSession(proposal.payload);
    for (const { name } of session.panel) expect(shown).toContain(name);
    const { messages } = await lookInSlack(walk);
    expect(
      messages.filter(({ blocks }) => JSON.stringify(blocks).includes(proposal.id)),
    ).toHaveLength(1);

    expect(await press(walk, message, { action: "approve", email: rita.email })).toBe(200);
    const done = await untilProposal(walk, proposal, "done");
    expect(done.decision).toMatchObject({ by: rita.email, via: "slack", onBehalfOf: null });
    const after = await untilSaid(message, "Approved by");
    expect(after).not.toContain("approval_approve");
    // What is over says nothing of the candidate any more.
    expect(after).not.toContain(proposal.payload.candidate.name);
  });

  it("refuses whoever is not asked, may not decide or is unknown, and says so to them alone", async () => {
    const { proposal, message } = await waiting();
    for (const [email, words] of [
      [omar.email, "This waits for"],
      [stranger.email, "knows nobody with your address"],
    ] as const) {
      expect(await press(walk, message, { action: "approve", email })).toBe(200);
      await walk.waitFor(words, async () => {
        const { words: told } = await lookInSlack(walk);
        return told.some((one) => one.email === email && one.text?.includes(words));
      });
    }
    expect((await walk.api.proposal(proposal.id)).status).toBe("waiting");
  });

  it("believes no forged, old, repeated or foreign press, and none of another content", async () => {
    const { proposal, message } = await waiting();
    const TEAM = await teamOf(walk);
    const payload = (value: string, team = TEAM) => ({
      type: "block_actions",
      user: { id: rita.id },
      team: { id: team },
      trigger_id: "t",
      container: { channel_id: message.channel, message_ts: message.ts },
      actions: [{ action_id: "approval_approve", value }],
    });
    const { slack } = walk.running.deps.services.chat;
    const value = valueOf(message, "approval_approve");
    expect(value).toContain(proposal.digest);
    const old = walk.running.deps.clock.now().subtract({ minutes: 6 });
    const forged = [
      playSlack(walk, { payload: payload(value), signingSecret: "f".repeat(32) }),
      playSlack(walk, {
        payload: payload(value),
        timestamp: String(Math.floor(old.epochMilliseconds / 1_000)),
      }),
    ];
    for (const send of forged) expect((await send()).status).toBe(401);
    expect((await playSlack(walk, { payload: { type: "shortcut" } })()).status).toBe(400);
    expect(await slack?.reader.isOurTeam({ id: "T0ELSEWHERE", enterpriseId: null })).toBe(false);
    await playSlack(walk, { payload: payload(value, "T0ELSEWHERE") })();
    await playSlack(walk, { payload: payload(value.replace(proposal.digest, "0".repeat(64))) })();
    await playSlack(walk, { payload: payload("{}") })();
    expect((await walk.api.proposal(proposal.id)).status).toBe("waiting");

    const good = playSlack(walk, { payload: payload(value) });
    const answers = await Promise.all([good(), good(), good()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await untilProposal(walk, proposal, "done");
    expect(await getDecision(walk.running.deps.database, proposal.id)).toMatchObject({
      decidedBy: rita.email,
    });
  });

  it("rejects with a reason in a modal, which is good for three seconds and once", async () => {
    const { proposal, message } = await waiting();
    await press(walk, message, { action: "reject", email: rita.email });
    const [modal] = (await lookInSlack(walk)).modals;
    expect(modal).toMatchObject({ email: rita.email, view: { callback_id: "approval_reject" } });
    expect(await fillIn(walk, { reason: "  " })).toBe(200);
    expect((await lookInSlack(walk)).modals[0]?.errors["reason"]).toContain("needs its reason");
    expect(await fillIn(walk, { reason: "The candidate asked for later." })).toBe(200);
    const rejected = await untilProposal(walk, proposal, "rejected");
    expect(rejected.decision).toMatchObject({
      reason: "The candidate asked for later.",
      via: "slack",
    });
    expect((await lookInSlack(walk)).modals).toEqual([]);
    await untilSaid(message, "Rejected by");
  });

  it("edits time and text in a modal, which makes a new proposal with a question of its own", async () => {
    const { proposal, message } = await waiting();
    await press(walk, message, { action: "edit", email: rita.email });
    const other = proposal.alternatives[0]?.sessions[0]?.startsAt ?? "";
    const note = `${proposal.payload.texts.leverNote}\nRoom on the ground floor.`;
    expect(await fillIn(walk, { text_leverNote: "No facts." })).toBe(200);
    expect(JSON.stringify((await lookInSlack(walk)).modals[0]?.errors)).toContain("{{when}}");
    expect(await fillIn(walk, { time: other, text_leverNote: note })).toBe(200);
    await untilSaid(message, "Edited by");
    const edited = await untilProposal(walk, proposal, "superseded");
    const anew = await walk.api.proposal(edited.replacedBy ?? "");
    expect(firstSession(anew.payload).startsAt).toBe(other);
    expect(anew.payload.texts).toEqual({ ...proposal.payload.texts, leverNote: note });
    const question = await walk.waitFor(
      "its question",
      async () => await messageWith(walk, anew.id),
    );
    await press(walk, question, { action: "approve", email: rita.email });
    await untilProposal(walk, anew, "done");
  });

  it("follows what is decided elsewhere", async () => {
    const elsewhere = await waiting();
    const rejection = {
      decision: "reject",
      digest: elsewhere.proposal.digest,
      reason: "No.",
    } as const;
    await walk.api.decide(elsewhere.proposal.id, rejection);
    const after = await untilSaid(elsewhere.message, "Rejected by admin, by the API.");
    expect(after).not.toContain("approval_approve");
  });

  it("of two people shows who approved first, and asks the second", async () => {
    await put({ do: "ask", people: [rita.email, omar.email], fourEyes: true });
    const { proposal, message } = await waiting();
    const both = await walk.waitFor("both questions", async () => {
      const { messages } = await lookInSlack(walk);
      const found = messages.filter(({ blocks }) => JSON.stringify(blocks).includes(proposal.id));
      return found.length === 2 && found;
    });
    const second = both.find(({ channel }) => channel !== message.channel) ?? message;
    const isRitas = message.channel === (await channelOf(walk, rita.email));
    const [first, last] = isRitas ? [rita, omar] : [omar, rita];
    await press(walk, message, { action: "approve", email: first.email });
    expect(await untilSaid(second, `Approved by ${first.email}`)).toContain("approval_approve");
    expect(await untilSaid(message, "a second person")).not.toContain("approval_approve");
    await press(walk, second, { action: "approve", email: last.email });
    await untilProposal(walk, proposal, "done");
  });
});

const teamOf = async (walk: Walk): Promise<string> => {
  const answer = await fetch(new URL("auth.test", walk.company.slack?.apiUrl), {
    method: "POST",
    headers: { authorization: `Bearer ${walk.company.slack?.botToken}` },
  });
  return ((await answer.json()) as { team_id: string }).team_id;
};

const channelOf = async (walk: Walk, email: string): Promise<string> => {
  const { slack } = walk.running.deps.services.chat;
  const person = (await slack?.reader.findPerson(email)) ?? "";
  const answer = await fetch(new URL("conversations.open", walk.company.slack?.apiUrl), {
    method: "POST",
    headers: {
      authorization: `Bearer ${walk.company.slack?.botToken}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ users: person }),
  });
  const { channel } = (await answer.json()) as { channel: { id: string } };
  return channel.id;
};
