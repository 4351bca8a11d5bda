/** A debrief that is booked, put into the books without a company, whose event stands in a Google on loopback where a test says. */
import type { RunDeps } from "../../graphs/deps.ts";
import { createCheck } from "../../graphs/nodes/check.ts";
import { checkDebriefs } from "../../graphs/nodes/check-debrief.ts";
import type { RunState } from "../../graphs/state.ts";
import { takeTime } from "../../src/cases/holds.ts";
import { takeLease } from "../../src/cases/lease.ts";
import { storeProposals } from "../../src/cases/proposals.ts";
import { createManualClock } from "../../src/clock.ts";
import type { Database } from "../../src/db/port.ts";
import { debriefSession } from "../../src/domain/debrief.ts";
import { ContactId, StageId } from "../../src/domain/ids.ts";
import { createLog } from "../../src/log.ts";
import { watchCalendars } from "../../src/worker/watch-calendars.ts";
import { DEBRIEF } from "./debrief.ts";
import { openScriptedGoogle } from "./google-client.ts";
import { openLeverClient } from "./lever-client.ts";
import { openLoopbackServer } from "./loopback-server.ts";
import { type Desk, bookingOf, openDesk } from "./waiting-proposal.ts";

const NOW = Temporal.Instant.from("2026-11-23T12:00:00Z");

/** From when to when, in UTC, on the day of the debrief: `10:00 10:30`. Null: it was deleted. */
type Stands = string | null;

const timesOf = (stands: string) => {
  const [from = "", until = ""] = stands.split(" ");
  return { startsAt: `2026-11-24T${from}:00Z`, endsAt: `2026-11-24T${until}:00Z` };
};

const personOf = ({ userId: id, email, name }: (typeof DEBRIEF)["people"][number]) => ({
  id,
  name,
  email,
  deactivatedAt: null,
});

/** Its books, and what is done about them. */
export const openBookedDebrief = async (database: Database) => {
  let stands: Stands = "10:00 10:30";
  let declined: string[] = [];
  await using stack = new AsyncDisposableStack();
  const desk = stack.use(await openDesk(database));
  const google = stack.use(
    await openScriptedGoogle(({ path }) => {
      if (path.endsWith("/events")) {
        return { body: { items: [], timeZone: "UTC", nextSyncToken: "s1" } };
      }
      if (!path.endsWith("/events/ev_1") || stands === null) return { status: 404, body: {} };
      const { startsAt, endsAt } = timesOf(stands);
      const [start, end] = [{ dateTime: startsAt }, { dateTime: endsAt }];
      const attendees = declined.map((email) => ({ email, responseStatus: "declined" }));
      return { body: { id: "ev_1", etag: "2", status: "confirmed", start, end, attendees } };
    }),
  );
  const server = stack.use(
    await openLoopbackServer(() => ({ body: { data: DEBRIEF.people.map(personOf) } })),
  );
  const { caseId, otherId, proposalId } = await book(database, desk);
  const lease = await takeLease(database, DEBRIEF.opportunityId, "test");
  if (!lease) throw new Error("the stream is somebody else's");
  const clock = createManualClock(NOW);
  const tools = { calendar: google.client.reader };
  const deps = { ...desk.deps, clock, lease, tools, lever: openLeverClient(server.url).reader };
  const state = { opportunityId: DEBRIEF.opportunityId, correlationId: "co_1" };
  const all = stack.move();
  return {
    caseId,
    proposalId,
    clock,
    /** What a check says where its event stands so. */
    check: async (to: Stands): Promise<string> => {
      stands = to;
      return (await checkDebriefs(state, deps)).flatMap(({ words }) => words).join(" ");
    },
    /** What a run says of the candidacy that hears of its calendar, and what it asks Lever for. */
    run: async (): Promise<{ says: string | null | undefined; asks: string[] }> => {
      const before = server.received.length;
      const facts = { exists: true, archived: false, hasPlan: true, standing: "nothing" };
      const run = { ...state, eventKind: "calendar_changed", caseId, facts };
      const check = createCheck(deps as unknown as RunDeps);
      const { checked } = await check(run as unknown as RunState);
      const asks = server.received.slice(before).map(({ path }) => path);
      return { says: checked, asks };
    },
    /** Another panel of the candidacy has one, of which the calendar knows nothing. */
    bookAnother: async (): Promise<void> => {
      await book(database, desk, "_2");
    },
    /** They, and nobody else, decline it in the calendar. */
    decline: (...emails: string[]): void => {
      declined = emails;
    },
    /** How many changes a look at the organizer's calendar tells, which has no event any more. */
    look: async (): Promise<number> => {
      const { watcher } = google.client;
      const log = createLog({ level: "silent" });
      await watchCalendars({ ...desk.deps, clock, log, watcher, channelAddress: null });
      const told = await database.query("select from inbox where kind = 'calendar_changed'");
      return told.length;
    },
    /** Somebody of the panel is booked for something else then. */
    take: async (email: string, time: string): Promise<void> => {
      const sessions = [{ panel: [{ email }], ...timesOf(time) }];
      const by = { effectId: "ef_other", proposalId: otherId, isWithoutCandidate: true as const };
      await database.transaction(async (tx) => await takeTime(tx, { ...by, sessions }));
    },
    /** They are not any more. */
    free: async (): Promise<void> => {
      await database.query(
        "update reservations set released_at = $1 where effect_id = 'ef_other'",
        [NOW.toString()],
      );
    },
    /** Whose time is kept for it, and when. */
    kept: async (): Promise<string[]> => {
      const rows = await database.query<{ kept: string }>(
        `select person || ' ' || to_char(lower(during) at time zone 'UTC', 'HH24:MI') || ' '
           || to_char(upper(during) at time zone 'UTC', 'HH24:MI') as kept
         from reservations where effect_id = 'ef_time' and released_at is null order by person`,
      );
      return rows.map(({ kept }) => kept);
    },
    /** What the ledger has of it, in order. */
    told: async (): Promise<string[]> => {
      const rows = await database.query<{ type: string }>(
        "select type from ledger where type like 'debrief.%' order by seq",
      );
      return rows.map(({ type }) => type);
    },
    [Symbol.asyncDispose]: async () => await all.disposeAsync(),
  };
};

/** Its effects are done; beside them stands one of another proposal that may take time. */
const book = async (database: Database, desk: Desk, no: "" | "_2" = "") => {
  const stageId = StageId.parse(`${DEBRIEF.stageId}${no}`);
  const other = await desk.propose({ ...bookingOf(DEBRIEF.opportunityId, no ? 24 : 0), stageId });
  const time = no === "" ? {} : DEBRIEF.alternatives[0];
  const payload = { ...DEBRIEF, ...time, stageId, caseId: other.caseId };
  const proposalId = await database.transaction(async (tx) => {
    const [id = ""] = await storeProposals(
      tx,
      [
        {
          caseId: other.caseId,
          runId: other.runId,
          candidate: ContactId.parse(`contact of ${DEBRIEF.opportunityId}`),
          correlationId: "co_1",
          key: "debrief",
          class: "logistics",
          audience: "internal",
          risk: "low",
          refined: "draft",
          warnings: 0,
          payload,
          context: { summary: "", reason: "", evidence: [] },
          policyVersion: 0,
          expiresAt: desk.deps.clock.now().add({ hours: 1 }),
          by: "convene",
        },
      ],
      desk.deps,
    );
    await tx.query("update proposals set status = 'done' where id = $1", [id]);
    const ref = { eventId: `ev${no || "_1"}`, organizer: DEBRIEF.organizer, etag: "1" };
    await tx.query(
      `insert into effects (id, proposal_id, proposal_digest, step, kind, label, audience, status, external_ref)
       values ('ef_time' || $4, $1, 'd' || $4, 0, 'debrief_time', 'Hold', 'internal', 'done', '{}'),
         ('ef_event' || $4, $1, 'd' || $4, 1, 'debrief_event', 'Put', 'internal', 'done', $3),
         ('ef_other' || $4, $2, 'o' || $4, 0, 'reserve_time', 'Hold', 'internal', 'done', '{}')`,
      [id, other.id, JSON.stringify(ref), no],
    );
    const sessions = [debriefSession(payload)];
    const taking = { effectId: `ef_time${no}`, proposalId: id, sessions };
    await takeTime(tx, { ...taking, isWithoutCandidate: true });
    return id;
  });
  return { caseId: other.caseId, otherId: other.id, proposalId };
};
