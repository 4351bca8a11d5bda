/** The web server dies without a word, between storing a delivery and answering it or at any other moment. Whoever got no
 * answer sends again, as Lever does: nothing is lost, and nothing happens twice. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Random, createRandom } from "../../sandbox/worlds/random.ts";
import { describePostgres } from "../support/database.ts";
import { type LeverDelivery, deliverAsAutomation, deliverAsLever } from "../support/deliveries.ts";
import { inExtent } from "../support/extent.ts";
import { type Lane, SECRET, openLane } from "../support/lane.ts";
import type { WebProcess } from "../support/role-process.ts";
import { ordinaryCandidates } from "../support/walk.ts";

const DELIVERIES = inExtent({ usual: 180, whole: 320 });
const SENDERS = 8;
/** Lever's first try and five more. */
const MOST_TRIES = 6;
/** Answers of one server before it is killed. */
const ANSWERS = { least: 40, most: 90 };
const COMMITTED = "intake.committed";

describePostgres("a web server that is killed", (open) => {
  let lane: Lane;
  let web: WebProcess;
  let url: string;
  beforeAll(async () => {
    const database = await open();
    lane = await openLane({
      databaseUrl: database.url ?? "",
      candidates: 200,
      webhooks: "nowhere",
    });
    web = lane.startWeb();
    url = await web.url();
    await lane.connectWebhooks(url);
    lane.startWorker();
  });
  afterAll(async () => await lane[Symbol.asyncDispose]());

  /** At the same address, in the place of the one before. */
  const replaceWeb = async (options: { crashAt?: string; saysPoints?: boolean }): Promise<void> => {
    await web.kill();
    web = lane.startWeb({ port: Number(new URL(url).port), ...options });
    await web.url();
  };

  const whatCameOf = async (opportunityId: string) => {
    const rows = await lane.web.deps.database.query<{ kind: string; runs: number }>(
      `select i.kind, (select count(*)::int from runs r where r.event_id = i.id) as runs
       from inbox i where i.opportunity_id = $1`,
      [opportunityId],
    );
    return { rows, proposals: (await lane.api.caseOf(opportunityId))?.proposals.length };
  };

  it("between storing Lever's delivery and answering it leaves one event, one run, one proposal", async () => {
    const opportunityId = lane.nextCandidate();
    await replaceWeb({ crashAt: `${COMMITTED} ${opportunityId}` });
    await lane.moveToPhoneScreen(opportunityId);
    await web.ended;
    expect(web.child.signalCode).toBe("SIGKILL");
    await replaceWeb({ saysPoints: true });
    // Nobody but Lever itself sends it again.
    await web.until(new RegExp(COMMITTED));
    await lane.waitForProposal(opportunityId);
    expect(await whatCameOf(opportunityId)).toEqual({
      rows: [{ kind: "candidateStageChange", runs: 1 }],
      proposals: 1,
    });
  });

  it("between storing an automation tool's delivery and answering it leaves the same", async () => {
    // At this stage since long ago: no webhook of Lever's tells of it.
    const [opportunityId = ""] = ordinaryCandidates(lane.world, "phoneScreen");
    await replaceWeb({ crashAt: COMMITTED });
    const deliver = async () =>
      await deliverAsAutomation(url, {
        body: { event: "stage_change", data: { opportunity_id: opportunityId } },
        secret: SECRET,
        timestamp: Math.floor(lane.company.clock.now().epochMilliseconds / 1_000),
        deliveryId: `the move of ${opportunityId}`,
      });
    await expect(deliver()).rejects.toThrow("fetch failed");
    await web.ended;
    await replaceWeb({});
    expect(await deliver()).toMatchObject({ status: 200, body: { duplicate: true } });
    await lane.waitForProposal(opportunityId);
    expect(await whatCameOf(opportunityId)).toEqual({
      rows: [{ kind: "stage_change", runs: 1 }],
      proposals: 1,
    });
  });

  it("again and again loses no delivery and keeps none twice", async () => {
    const random = createRandom("web-killed");
    const opportunities = lane.world.opportunities
      .filter(({ stageId }) => stageId === lane.world.cast.stages.newApplicant)
      .slice(0, 40)
      .map(({ id }) => id);
    const toSend = Array.from({ length: DELIVERIES }, () => ({
      id: randomUUID(),
      token: randomUUID(),
      data: {
        opportunityId: random.pick(opportunities),
        toStageId: lane.world.cast.stages.newApplicant,
      },
      triggeredAt: lane.company.clock.now().epochMilliseconds,
      secret: SECRET,
    }));
    const servers = startServers(random, opportunities);
    /** Shape: the status of each try; 0 where no answer came. */
    const sendUntilAccepted = async (delivery: LeverDelivery): Promise<number[]> => {
      const statuses: number[] = [];
      while (statuses.at(-1) !== 200 && statuses.length < MOST_TRIES) {
        const server = await servers.ready();
        const status = await deliverAsLever(url, delivery).then(
          (answer) => answer.status,
          () => 0,
        );
        statuses.push(status);
        servers.countAnswer();
        if (status === 0) await server.ended;
      }
      return statuses;
    };
    const tries = new Map<string, number[]>();
    await Promise.all(
      Array.from({ length: SENDERS }, async () => {
        for (let next = toSend.pop(); next !== undefined; next = toSend.pop()) {
          tries.set(next.id, await sendUntilAccepted(next));
        }
      }),
    );
    const kills = servers.end();

    const { database } = lane.web.deps;
    await lane.waitFor("everything to be handled", async () => {
      const [row] = await database.query<{ n: number }>(
        "select count(*)::int as n from inbox where status = 'waiting'",
      );
      return row?.n === 0;
    });
    const rows = await database.query<{ key: string; status: string; runs: number }>(
      `select i.delivery_key as key, i.status,
         (select count(*)::int from runs r where r.event_id = i.id) as runs
       from inbox i where i.delivery_key = any($1)`,
      [[...tries.keys()].map((id) => `lever:${id}`)],
    );
    const isAccepted = (statuses: number[]): boolean => statuses.at(-1) === 200;
    expect([...tries.values()].filter((statuses) => !isAccepted(statuses))).toEqual([]);
    expect(rows.map(({ key }) => key).toSorted()).toEqual(
      [...tries.keys()].map((id) => `lever:${id}`).toSorted(),
    );
    expect(rows.filter(({ status, runs }) => status !== "handled" || runs !== 1)).toEqual([]);
    expect((await lane.api.verifyLedger()).ok).toBe(true);
    const again = [...tries.values()].filter((statuses) => statuses.length > 1).length;
    expect(kills).toBeGreaterThan(2);
    expect(again).toBeGreaterThan(kills);
    process.stdout.write(
      `${kills} web servers killed: ${DELIVERIES} deliveries kept once each, ${again} of them sent again\n`,
    );
  });

  /** One web server after the other at the same address, each killed after some answers or while it stores a delivery. */
  const startServers = (random: Random, opportunities: readonly string[]) => {
    let kills = 0;
    let answersLeft = 0;
    let isOver = false;
    const startOne = async (): Promise<WebProcess> => {
      answersLeft = random.int(ANSWERS.least, ANSWERS.most);
      await replaceWeb(
        random.chance(0.5) ? { crashAt: `${COMMITTED} ${random.pick(opportunities)}` } : {},
      );
      void web.ended.then(() => {
        kills += 1;
        if (!isOver) current = startOne();
      });
      return web;
    };
    let current = startOne();
    return {
      ready: async () => await current,
      countAnswer: (): void => {
        answersLeft -= 1;
        if (answersLeft === 0) web.child.kill("SIGKILL");
      },
      /** Shape: how many were killed. */
      end: (): number => {
        isOver = true;
        return kills;
      },
    };
  };
});
