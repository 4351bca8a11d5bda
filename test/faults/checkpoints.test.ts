/** The database goes away at each checkpoint of a booking in turn, on the embedded one at every third but in a whole run: with a step's results written and not the checkpoint
 * after them, a thread has no next step and is not at its end, and must go on all the same. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOneDatabase } from "../support/database.ts";
import { inExtent } from "../support/extent.ts";
import { ONE_BOOKING, changesDuring, proposalFor, untilProposal } from "../support/story.ts";
import { ROOMY_PLANS, type Walk, startWalk } from "../support/walk.ts";

/** More than this would be another graph. */
const MOST_CHECKPOINTS = 60;
/** From one checkpoint that is refused to the next. */
const APART = { embedded: inExtent({ usual: 3, whole: 1 }), postgres: 1 };

/** Counts the checkpoints, and refuses the one of that number; sequences do not roll back. */
const REFUSAL = `
  create sequence langgraph.checkpoints_seen;
  create table langgraph.refused (at bigint not null);
  create function langgraph.refuse() returns trigger language plpgsql as $$
  begin
    if nextval('langgraph.checkpoints_seen') = (select at from langgraph.refused) then
      raise exception 'the database goes away' using errcode = '57P01';
    end if;
    return new;
  end $$;
  create trigger refuse before insert or update on langgraph.checkpoints
    for each row execute function langgraph.refuse();`;

describeOneDatabase("postgres", "a checkpoint that is not written", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 500, env: { PLANS_DIR: ROOMY_PLANS } });
    for (const statement of REFUSAL.split(/;\n(?= {2}create)/)) {
      await walk.running.deps.database.query(statement);
    }
  });
  afterAll(async () => await walk.close());

  /** Shape: whether the booking came as far as that checkpoint. */
  const bookWithout = async (checkpoint: number): Promise<boolean> => {
    const { database } = walk.running.deps;
    await database.query("delete from langgraph.refused");
    await database.query(
      "insert into langgraph.refused select last_value + case when is_called then $1 else $1 - 1 end from langgraph.checkpoints_seen",
      [checkpoint],
    );
    const changes = await changesDuring(walk, async () => {
      const waiting = await proposalFor(walk, walk.nextCandidate());
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "done");
    });
    expect({ checkpoint, changes }).toEqual({ checkpoint, changes: ONE_BOOKING });
    const [row] = await database.query<{ came: boolean }>(
      "select last_value >= at as came from langgraph.checkpoints_seen, langgraph.refused",
    );
    return row?.came ?? false;
  };

  it("loses no step, whichever it is", async () => {
    let checkpoint = 1;
    while (checkpoint < MOST_CHECKPOINTS && (await bookWithout(checkpoint))) {
      checkpoint += APART[open.kind];
    }
    expect(checkpoint).toBeGreaterThan(10);
    expect(checkpoint).toBeLessThan(MOST_CHECKPOINTS);
  });
});
