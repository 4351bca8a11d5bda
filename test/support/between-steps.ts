/** Bookings during which somebody outside changes something at one exact point of our work: the product waits there until it
 * is done. Points are named as its witness names them, with the count of the visit when it is not the first. */
import type { Random } from "../../sandbox/worlds/random.ts";
import { listOrganizers } from "../../src/cases/bookings.ts";
import { watchCalendars } from "../../src/worker/watch-calendars.ts";
import { CHANGE_NAMES, type ChangeName, OUTSIDE_CHANGES } from "./changes-outside.ts";
import type { OpenTestDatabase } from "./database.ts";
import { readStanding } from "./standing.ts";
import { settled } from "./story.ts";
import { untruthsOf } from "./untruths.ts";
import { type Walk, type WalkOptions, startWalk } from "./walk.ts";

/** One change at one point. */
export interface Moment {
  point: string;
  change: ChangeName;
}

export interface BetweenSteps {
  walk: Walk;
  /** Points that one undisturbed booking passes, in order. */
  record(): Promise<string[]>;
  /** Books once for each moment, side by side. Shape: everything that is not true in the end, in words. */
  play(moments: readonly Moment[], points: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

/** Points that are none of the witness's: everything rests while the change is made. */
const WAITING = "waiting for a decision";
const BOOKED = "booked and settled";

/** What is being watched of one opportunity. */
interface Visit {
  visits: Map<string, number>;
  passed: string[];
  moment: Moment | null;
  isMade: boolean;
  /** How many proposals a person has said yes to. */
  approved: number;
}

/** Product and company, with an ear at each point. */
export const openBetweenSteps = async (
  open: OpenTestDatabase,
  options: WalkOptions = {},
): Promise<BetweenSteps> => {
  const watched = new Map<string, Visit>();
  const started = Promise.withResolvers<Walk>();
  const walk = await startWalk(open, {
    ...options,
    witness: async (name, opportunityId) => {
      const visit = watched.get(opportunityId);
      if (!visit) return;
      const count = (visit.visits.get(name) ?? 0) + 1;
      visit.visits.set(name, count);
      const point = count === 1 ? name : `${name} #${count}`;
      visit.passed.push(point);
      if (visit.moment?.point === point) {
        await makeChange(await started.promise, opportunityId, visit);
      }
    },
  });
  started.resolve(walk);
  const watch = (opportunityId: string, moment: Moment | null): Visit => {
    const visit: Visit = { visits: new Map(), passed: [], moment, isMade: false, approved: 0 };
    watched.set(opportunityId, visit);
    return visit;
  };
  return {
    walk,
    record: async () => {
      const opportunityId = walk.nextCandidate();
      const visit = watch(opportunityId, null);
      await bookAll(walk, [{ opportunityId, visit }]);
      const decision = visit.passed.indexOf("event.decision.taken");
      return [...visit.passed.slice(0, decision), WAITING, ...visit.passed.slice(decision), BOOKED];
    },
    play: async (moments, points) => {
      const played = moments.map((moment) => {
        const opportunityId = walk.nextCandidate();
        return { moment, opportunityId, visit: watch(opportunityId, moment) };
      });
      await bookAll(walk, played);
      await lookAtCalendars(walk);
      await settled(walk, ...played.map(({ opportunityId }) => opportunityId));
      const faults: string[] = [];
      for (const one of played) faults.push(...(await faultsOf(walk, one, points)));
      return faults;
    },
    close: async () => await walk.close(),
  };
};

const makeChange = async (walk: Walk, opportunityId: string, visit: Visit): Promise<void> => {
  if (visit.moment === null || visit.isMade) return;
  visit.isMade = true;
  const { make, back } = OUTSIDE_CHANGES[visit.moment.change];
  await make(walk, opportunityId);
  if (!back) return;
  // Where the work rests, the change is seen before it is taken back; elsewhere it may well not be.
  if ([WAITING, BOOKED].includes(visit.moment.point)) await settled(walk, opportunityId);
  await back(walk, opportunityId);
};

/** Stage moves, and a recruiter who says yes until each change has been made, and to one proposal of each at least. */
const bookAll = async (walk: Walk, booking: readonly Booking[]): Promise<void> => {
  const ids = booking.map(({ opportunityId }) => opportunityId);
  for (const id of ids) await walk.moveStage(id, "phoneScreen");
  let isMoving = true;
  while (isMoving) {
    isMoving = false;
    await settled(walk, ...ids);
    for (const waiting of await waitingOf(walk, ids)) {
      const one = booking.find(({ opportunityId }) => opportunityId === waiting.opportunityId);
      if (one && (await answer(walk, one, waiting))) isMoving = true;
    }
  }
  for (const { opportunityId, visit } of booking) {
    if (visit.moment?.point === BOOKED) await makeChange(walk, opportunityId, visit);
  }
  await settled(walk, ...ids);
};

interface Booking {
  opportunityId: string;
  visit: Visit;
}

interface Waiting {
  id: string;
  digest: string;
  opportunityId: string;
}

/** Shape: false when there was nothing more to do about it. */
const answer = async (
  walk: Walk,
  { opportunityId, visit }: Booking,
  waiting: Waiting,
): Promise<boolean> => {
  if (visit.moment?.point === WAITING && !visit.isMade) {
    await makeChange(walk, opportunityId, visit);
    return true;
  }
  if (visit.isMade && visit.approved > 0) return false;
  const { status } = await walk.api.decide(waiting.id, {
    decision: "approve",
    digest: waiting.digest,
  });
  visit.approved += 1;
  if (status !== 200 && status !== 409) throw new Error(`the API answered ${status}`);
  return true;
};

const waitingOf = async (walk: Walk, ids: readonly string[]): Promise<Waiting[]> =>
  await walk.running.deps.database.query<Waiting & Record<string, unknown>>(
    `select p.id, p.digest, c.opportunity_id as "opportunityId" from proposals p
     join cases c on c.id = p.case_id where c.opportunity_id = any($1) and p.status = 'waiting'`,
    [ids],
  );

/** Google need not have told everything yet: our own look every few minutes finds the rest. */
const lookAtCalendars = async (walk: Walk): Promise<void> => {
  const { deps } = walk.running;
  await walk.eyes.control("POST", "/clock", { advanceMinutes: 6 });
  const isBehind = async (): Promise<boolean> => {
    const now = deps.clock.now();
    const [row] = await deps.database.query<{ n: number }>(
      `select count(*)::int as n from calendar_watches
       where mailbox = any($2) and (synced_at is null or synced_at < $1)`,
      [now.toString(), await listOrganizers(deps.database, now)],
    );
    return row?.n !== 0;
  };
  do {
    await watchCalendars({
      ...deps,
      watcher: deps.services.calendar.watcher,
      channelAddress: `${walk.url}/webhooks/google`,
    });
  } while (await isBehind());
};

interface Played extends Booking {
  moment: Moment;
}

/** The company's own past is looked through from time to time, so there may be one more event while we read. */
const untruthsAtRest = async (walk: Walk, opportunityId: string): Promise<string[]> => {
  for (;;) {
    await settled(walk, opportunityId);
    const standing = await readStanding(walk, opportunityId);
    if (!standing.events.some(({ status }) => status === "waiting")) return untruthsOf(standing);
  }
};

const faultsOf = async (
  walk: Walk,
  { moment, opportunityId, visit }: Played,
  points: readonly string[],
): Promise<string[]> => {
  const where = `${moment.change} at ${moment.point}`;
  if (!visit.isMade) return [`${where}: the point was never reached`];
  const faults = await untruthsAtRest(walk, opportunityId);
  const place = points.indexOf(moment.point);
  const isBeforeMail =
    phaseOf(moment.point, points) === "effects" &&
    place <= points.indexOf("effect.candidate_mail.sending");
  if (isBeforeMail && OUTSIDE_CHANGES[moment.change].forbidsMail) {
    const journal = await walk.eyes.mails();
    const effects = await walk.running.deps.database.query<{ id: string }>(
      `select e.id from effects e join proposals p on p.id = e.proposal_id
       join cases c on c.id = p.case_id where c.opportunity_id = $1`,
      [opportunityId],
    );
    const isSent = journal.some(({ messageId }) =>
      effects.some(({ id }) => messageId.includes(id)),
    );
    if (isSent) faults.push("the confirmation was sent all the same");
  }
  return faults.map((fault) => `${where}: ${fault}`);
};

/** Where the work is at a point. */
export type Phase = "before approval" | "effects" | "booked";

export const phaseOf = (point: string, points: readonly string[]): Phase => {
  const place = points.indexOf(point);
  if (place <= points.indexOf(WAITING)) return "before approval";
  return place < points.indexOf("event.decision.handled") ? "effects" : "booked";
};

const FIRST_POINT: Record<string, string> = {
  proposal: "node.scheduling.propose.end",
  event: "effect.calendar_event.answered",
  panel: "effect.lever_panel.answered",
};

/** Every change at every point at which there is what it changes. */
export const allMoments = (points: readonly string[]): Moment[] =>
  CHANGE_NAMES.flatMap((change) => {
    const first = FIRST_POINT[OUTSIDE_CHANGES[change].needs];
    return points
      .slice(first === undefined ? 0 : points.indexOf(first))
      .map((point) => ({ point, change }));
  });

/** A few that are spread well: what is taken back after it was seen, each point, each change three times, and each change in each phase that it can have. */
export const spreadMoments = (points: readonly string[], random: Random): Moment[] => {
  const all = allMoments(points)
    .map((moment) => ({ moment, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ moment }) => moment);
  const chosen: Moment[] = [];
  const timesOf = (change: ChangeName) => chosen.filter((one) => one.change === change).length;
  const isNew = (key: (moment: Moment) => string) => (moment: Moment) =>
    !chosen.some((one) => key(one) === key(moment));
  const take = (isWanted: (moment: Moment) => boolean): void => {
    for (;;) {
      const rest = all.filter((moment) => !chosen.includes(moment) && isWanted(moment));
      const [next] = rest.toSorted((a, b) => timesOf(a.change) - timesOf(b.change));
      if (!next) return;
      chosen.push(next);
    }
  };
  // Seen before it is taken back: only where the work rests.
  take(
    ({ change, point }) => "back" in OUTSIDE_CHANGES[change] && [WAITING, BOOKED].includes(point),
  );
  take(isNew(({ change, point }) => `${change} ${phaseOf(point, points)}`));
  take(isNew(({ point }) => point));
  take(({ change }) => timesOf(change) < 3);
  return chosen;
};
