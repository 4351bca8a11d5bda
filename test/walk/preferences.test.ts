import { afterAll, beforeAll, expect, it } from "vitest";
import { NO_PREFERENCES, type Preferences } from "../../src/domain/preferences.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { readPreferencesOf } from "../../src/people/preferences-store.ts";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { proposalFor, waitingProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "what an interviewer sets", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 900 });
  });
  afterAll(async () => await walk.close());

  /** As the person does it: by the form of their page. */
  const setByLink = async (userId: string, fields: Record<string, string>): Promise<void> => {
    const { links, database } = walk.running.deps;
    const until = walk.company.clock.now().add({ hours: 1 });
    const { version } = await readPreferencesOf(database, userId);
    const response = await fetch(
      `${walk.url}/me/${await links.make("interviewer", userId, until)}`,
      {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ version: String(version), hours: "calendar", ...fields }),
      },
    );
    expect(response.status).toBe(303);
  };
  const setForThem = async (userId: string, changes: Partial<Preferences>): Promise<void> => {
    const path = `/api/people/${userId}/preferences`;
    const { version } = await readPreferencesOf(walk.running.deps.database, userId);
    const body = { version, ...NO_PREFERENCES, ...changes };
    expect((await walk.api.send("PUT", path, body)).status).toBe(200);
  };
  const emails = ({ payload }: ProposalDetail) =>
    firstSession(payload).panel.map(({ email }) => email);
  const reject = async ({ id, digest }: ProposalDetail): Promise<void> => {
    await walk.api.decide(id, { decision: "reject", digest, reason: "Later." });
  };
  const technicalPanel = async (): Promise<ProposalDetail> => {
    const platform = new Set(
      walk.world.postings.filter(({ team }) => team === "Platform").map(({ id }) => id),
    );
    for (;;) {
      const candidate = walk.nextCandidate();
      const { postingId = "" } = walk.world.opportunities.find(({ id }) => id === candidate) ?? {};
      if (!platform.has(postingId)) continue;
      await walk.moveStage(candidate, "technicalPanel");
      return await waitingProposal(walk, candidate);
    }
  };
  const pooled = ({ payload }: ProposalDetail) =>
    firstSession(payload).panel.filter(({ role }) => role === "pool engineers");

  it("counts from the next proposal: during a break somebody else is asked", async () => {
    const first = await technicalPanel();
    const [one] = pooled(first);
    const userId = one?.userId ?? "";
    await setByLink(userId, { pausedUntil: "2027-03-01" });
    const second = await technicalPanel();
    expect(pooled(second)).toHaveLength(2);
    expect(emails(second)).not.toContain(one?.email);
    expect(second.evidence.map(({ what }) => what).join(" ")).toContain(
      `${one?.name} takes no interviews before`,
    );
    expect(await walk.api.proposal(first.id)).toMatchObject({ status: "waiting" });
    await setByLink(userId, {});
    await Promise.all([reject(first), reject(second)]);
  });

  it("lets a hiring manager be spared, and the others meet", async () => {
    const first = await technicalPanel();
    const manager = firstSession(first.payload).panel.find(({ role }) => role === "hiring manager");
    await setByLink(manager?.userId ?? "", {
      notAsHiringManagerIn: "platform-technical-panel/technical-panel",
    });
    const second = await technicalPanel();
    expect(emails(second)).not.toContain(manager?.email);
    expect(pooled(second)).toHaveLength(2);
    expect(second.evidence).toContainEqual(
      expect.objectContaining({
        kind: "left_out",
        what: expect.stringContaining("not to be needed"),
      }),
    );
    await setByLink(manager?.userId ?? "", {});
  });

  it("moves the interview into the person's own hours, on the clock of their zone", async () => {
    const candidate = walk.nextCandidate();
    const first = await proposalFor(walk, candidate);
    const [person] = firstSession(first.payload).panel;
    const userId = person?.userId ?? "";
    await reject(first);
    const from = Temporal.Instant.from(firstSession(first.payload).startsAt).toZonedDateTimeISO(
      "Europe/Madrid",
    );
    // An hour and a half that does not hold the time that was best before.
    const start = from.add({ hours: from.hour < 14 ? 2 : -4 }).round({ smallestUnit: "hour" });
    const span = {
      start: start.toPlainTime().toString({ smallestUnit: "minute" }),
      end: start.add({ minutes: 90 }).toPlainTime().toString({ smallestUnit: "minute" }),
    };
    const hours = { mon: [span], tue: [span], wed: [span], thu: [span], fri: [span] };
    await setForThem(userId, { zone: "Europe/Madrid", hours });
    const second = await proposalFor(walk, rivalOf(candidate));
    expect(emails(second)).toContain(person?.email);
    const local = Temporal.Instant.from(firstSession(second.payload).startsAt).toZonedDateTimeISO(
      "Europe/Madrid",
    );
    const clock = local.toPlainTime().toString({ smallestUnit: "minute" });
    expect(clock >= span.start && clock < span.end).toBe(true);
    expect(
      firstSession(second.payload).panel.find(({ email }) => email === person?.email)?.zone,
    ).toBe("Europe/Madrid");
    await setForThem(userId, {});
  });

  it("leaves a place with nobody when it must, and says so in words", async () => {
    const candidate = walk.nextCandidate();
    const first = await proposalFor(walk, candidate);
    const [person] = firstSession(first.payload).panel;
    await setByLink(person?.userId ?? "", { takesNoInterviews: "yes" });
    const next = rivalOf(candidate);
    await walk.moveStage(next, "phoneScreen");
    const stuck = await walk.waitFor("a case that is stuck", async () => {
      const found = await walk.api.caseOf(next);
      return found?.status === "blocked" ? found : null;
    });
    expect(stuck.problem?.message).toContain(`${person?.name} takes no interviews.`);
    await setByLink(person?.userId ?? "", {});
  });

  /** Another candidate with the same people. */
  const rivalOf = (candidate: string): string => {
    const of = (id: string) => walk.world.opportunities.find((one) => one.id === id);
    for (;;) {
      const other = walk.nextCandidate();
      const [a, b] = [of(candidate), of(other)];
      if (a?.postingId === b?.postingId && a?.ownerId === b?.ownerId) return other;
    }
  };
});
