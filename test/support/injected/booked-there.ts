/** A booking that stands in a candidacy's own books, as its steps leave it. */
import { getProposal, storeProposals } from "../../../src/cases/proposals.ts";
import { takeTime } from "../../../src/cases/holds.ts";
import { startRun } from "../../../src/cases/runs.ts";
import type { Database } from "../../../src/db/port.ts";
import { createBundles } from "../../../src/effects/bundles.ts";
import { planEffects } from "../../../src/effects/effects.ts";
import type { BookingProposal } from "../../../agents/specialist.ts";
import { type Standee, deskAt, happen, openOne, seatedAt, standAt } from "./desk.ts";
import { NOBODY_ASKED } from "./nobody-asked.ts";
import { book } from "./prepare.ts";
import { NOW, type Written } from "./written.ts";

const stepsOf = createBundles(NOBODY_ASKED);
const WORLD = { at: "onsite" } as const;

/** What is booked holds of what is written these alone. */
const namesOf = (written: Written): string => {
  const { candidateName, postingTitle, interviewerName, sessionName, stageName } = written;
  return JSON.stringify([candidateName, postingTitle, interviewerName, sessionName, stageName]);
};

/** What is said and asked of a booking, and what came of it. */
const FORGET = `do $$ begin
  delete from plain_request_replies; delete from plain_requests;
  delete from candidate_questions; delete from chat_messages; delete from chats; delete from candidate_answers;
  delete from run_steps; delete from runs r using inbox i where i.id = r.event_id and i.kind = 'plain_request';
  delete from inbox where kind <> 'candidateStageChange'; delete from guide_versions;
end $$`;

let before: { stands: Standee; count: number } | null = null;

/** A candidacy with a booking, beside another one without. From one text to the next it stays where nothing of the text is in it. */
export const standBooked = async (written: Written, database: Database): Promise<Standee> => {
  const desk = await deskAt(database);
  const { stands, count } = before ?? {};
  if (stands && stands === desk.standing && namesOf(stands.written) === namesOf(written)) {
    await database.query(FORGET);
    desk.ids.again(count);
    return seatedAt({ ...stands, written }, WORLD);
  }
  const fresh = await standAt(written, WORLD, database);
  await bookThere(fresh, await book(written, database));
  await openOne({ at: WORLD.at, id: "opp-2", name: "Bo Other" }, desk, fresh.deps.lever);
  before = { stands: fresh, count: desk.ids.count() };
  return fresh;
};

/** Books it. */
const bookThere = async (of: Standee, booking: BookingProposal): Promise<void> => {
  const { desk, case_ } = of;
  const { payload, context, ...proposal } = booking;
  const event = await happen(of, { source: "lever", kind: "candidateStageChange", data: {} });
  await desk.database.transaction(async (tx) => {
    const runId = await startRun(tx, { ...event, data: {} }, desk.clock);
    const [id = ""] = await storeProposals(
      tx,
      [
        {
          ...proposal,
          payload: { ...payload, opportunityId: case_.opportunityId },
          context,
          caseId: case_.id,
          runId,
          candidate: case_.candidate,
          correlationId: event.correlationId,
          class: "logistics",
          refined: "draft",
          policyVersion: 0,
          expiresAt: NOW.add({ hours: 48 }),
          by: "scheduling",
        },
      ],
      desk,
    );
    const stored = await getProposal(tx, id);
    if (!stored) throw new Error("a proposal that was just stored is not there");
    await planEffects(tx, { proposal: stored, kinds: stepsOf(payload) });
    const [event_] = await tx.query<{ id: string }>(
      "select id from effects where proposal_id = $1 and kind = 'calendar_event'",
      [id],
    );
    const effectId = event_?.id ?? "";
    await takeTime(tx, { effectId, proposalId: id, sessions: payload.sessions });
    await tx.query("update proposals set status = 'done' where id = $1", [id]);
    const [session] = payload.sessions;
    const refs = {
      calendar_event: {
        organizer: session?.organizer,
        eventId: "event-1",
        videoUrl: "https://meet.example.com/abc",
      },
      lever_panel: { panelId: "panel-1", interviewIds: "interview-1" },
    };
    await tx.query(
      "update effects set status = 'done', external_ref = $2::jsonb -> kind where proposal_id = $1",
      [id, JSON.stringify(refs)],
    );
  });
};
