/** The walk in a company that lives partly in Microsoft 365: booked where the organiser lives, panels mixed, changes told. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { describeEachDatabase } from "../support/database.ts";
import {
  ONE_BOOKING,
  changesDuring,
  proposalFor,
  untilProposal,
  waitingProposal,
} from "../support/story.ts";
import { type Walk, ordinaryCandidates, startWalk } from "../support/walk.ts";
import { firstSession } from "../support/booking.ts";

describeEachDatabase("an interview in a company that is partly at Microsoft", (open) => {
  let walk: Walk;
  const taken = new Set<string>();
  beforeAll(async () => {
    walk = await startWalk(open, { microsoft: true, candidates: 200 });
  });
  afterAll(async () => {
    await walk.close();
  });

  const candidateOf = (team: string): string => {
    const postings = walk.world.postings.filter((one) => one.team === team).map(({ id }) => id);
    const found = ordinaryCandidates(walk.world).find((id) => {
      const one = walk.world.opportunities.find((each) => each.id === id);
      return !taken.has(id) && postings.includes(one?.postingId ?? "");
    });
    if (found === undefined) throw new Error(`no candidate of ${team} is left`);
    taken.add(found);
    return found;
  };
  const homeOf = (email: string) =>
    walk.world.people.find((person) => person.email === email)?.mailbox ?? "google";
  const inserted = async (proposal: ProposalDetail) => {
    const ref = proposal.effects.find(({ kind }) => kind === "calendar_event");
    const entries = await walk.eyes.journal();
    return entries
      .filter(({ kind, ids }) => kind === "event.inserted" && ids["conveneEffect"] === ref?.id)
      .map(({ service, ids }) => ({ service, organizer: ids["organizer"] }));
  };
  const book = async (waiting: ProposalDetail): Promise<ProposalDetail> => {
    await walk.api.approve(waiting);
    return await untilProposal(walk, waiting, "done");
  };

  it("is put on its organiser's calendar there, with a Teams room, once", async () => {
    let booked: ProposalDetail | undefined;
    const changes = await changesDuring(walk, async () => {
      booked = await book(await proposalFor(walk, candidateOf("Data")));
    });
    expect(changes).toEqual(ONE_BOOKING);
    if (!booked) throw new Error("nothing was booked");
    const { organizer } = firstSession(booked.payload);
    expect(homeOf(organizer)).toBe("microsoft");
    expect(await inserted(booked)).toEqual([{ service: "microsoft", organizer }]);
    const ref = booked.effects.find(({ kind }) => kind === "calendar_event")?.externalRef;
    expect(ref?.["videoUrl"]).toMatch(/^https:\/\/teams\.microsoft\.test\//);
  });

  it("with a mixed panel is found in both services' free time, and booked where its organiser lives", async () => {
    const opportunityId = candidateOf("Platform");
    await walk.moveStage(opportunityId, "technicalPanel");
    const booked = await book(await waitingProposal(walk, opportunityId));
    const { organizer, panel } = firstSession(booked.payload);
    expect(await inserted(booked)).toEqual([{ service: homeOf(organizer), organizer }]);
    expect(new Set(panel.map(({ email }) => homeOf(email)))).toEqual(
      new Set(["google", "microsoft"]),
    );
  });

  it("that its organiser moves or deletes in Outlook is put to a person", async () => {
    const booked = await book(await proposalFor(walk, candidateOf("Data")));
    const email = firstSession(booked.payload).organizer;
    const ref = booked.effects.find(({ kind }) => kind === "calendar_event")?.externalRef;
    const eventId = ref?.["eventId"];
    const Subscriptions = z.object({ subscriptions: z.array(z.object({ resource: z.string() })) });
    await walk.waitFor("its mailbox to be watched", async () => {
      const [row] = await walk.running.deps.database.query<{ n: number }>(
        "select count(*)::int as n from calendar_watches where mailbox = $1 and synced_at is not null and channel_id is not null",
        [email],
      );
      return row?.n === 1;
    });
    const { subscriptions } = Subscriptions.parse(await walk.eyes.control("GET", "/microsoft"));
    expect(subscriptions.map(({ resource }) => resource)).toContain(`/users/${email}/events`);
    const says = async (words: string) =>
      await walk.waitFor(`the case to say ${words}`, async () => {
        const case_ = await walk.api.case(booked.caseId);
        return case_.status === "blocked" && case_.problem?.message.includes(words) === true;
      });
    const start = Temporal.Instant.from(firstSession(booked.payload).startsAt)
      .add({ hours: 24 })
      .toString();
    await walk.eyes.control("POST", "/calendar/move", { eventId, email, start });
    await says("The calendar event was moved to");
    await walk.eyes.control("POST", "/calendar/remove", { eventId, email });
    await says("The calendar event was deleted.");
  });

  it("takes no message whose state is not ours, and gives a validation back as it came", async () => {
    const door = `${walk.url}/webhooks/microsoft`;
    const post = async (body: string) =>
      (await fetch(door, { method: "POST", headers: { "content-type": "application/json" }, body }))
        .status;
    expect(await post('{"value":[{"clientState":"forged.token"}]}')).toBe(401);
    expect(await post('{"value":[{}]}')).toBe(401);
    expect(await post('{"value":[]}')).toBe(400);
    expect(await post("not JSON")).toBe(400);
    const token = "Validation: <b>æ</b> & more";
    const query = new URLSearchParams({ validationToken: token }).toString();
    const echoed = await fetch(`${door}?${query}`, { method: "POST" });
    expect(echoed.status).toBe(200);
    expect(echoed.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await echoed.text()).toBe(token);
  });

  it("has its subscription opened anew when Microsoft ends it", async () => {
    const Subscriptions = z.object({ subscriptions: z.array(z.object({ id: z.string() })) });
    const ids = async () =>
      Subscriptions.parse(await walk.eyes.control("GET", "/microsoft")).subscriptions.map(
        ({ id }) => id,
      );
    const [subscriptionId] = await ids();
    expect(subscriptionId).toBeDefined();
    const before = (await ids()).length;
    const lifecycle = { subscriptionId, event: "subscriptionRemoved" };
    await walk.eyes.control("POST", "/microsoft", { lifecycle });
    await walk.waitFor("another subscription", async () => {
      const now = await ids();
      return now.length === before && !now.includes(subscriptionId ?? "");
    });
  });
});
