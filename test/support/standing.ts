/** How one opportunity stands: in the company (Lever, calendars, mailboxes) and in our books, read side by side. */
import { z } from "zod";
import { googleEventId } from "../../src/calendar/google-event-id.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import type { CompanyEyes, GoogleEvent, LeverRecord, Mail } from "./company-eyes.ts";
import type { Walk } from "./walk.ts";
import { firstSession } from "./booking.ts";

type Panel = Awaited<ReturnType<CompanyEyes["panels"]>>[number];

/** A case, by our books. */
export interface CaseRow {
  id: string;
  stageId: string;
  stageName: string;
  status: string;
  nextStep: string;
  problem: { code: string; message: string } | null;
}

/** A proposal with everything of ours that stands outside for it. */
export interface Made {
  proposal: ProposalDetail;
  /** Null when it was never made; `cancelled` when it was deleted. */
  event: GoogleEvent | null;
  panels: Panel[];
  notes: string[];
  confirmations: Mail[];
  cancellations: Mail[];
  /** People whose time we hold for it. */
  held: string[];
}

export interface Standing {
  opportunityId: string;
  /** Null when Lever no longer has it. */
  lever: LeverRecord | null;
  /** Whether a plan matches the stage at which Lever has it. */
  hasPlan: boolean;
  cases: CaseRow[];
  made: Made[];
  events: { kind: string; status: string; error: { code: string } | null }[];
}

/** Reads it, once nothing moves any more. */
export const readStanding = async (walk: Walk, opportunityId: string): Promise<Standing> => {
  const { database } = walk.running.deps;
  const lever = await walk.eyes.opportunity(opportunityId);
  const cases = await database.query<CaseRow & Record<string, unknown>>(
    `select id, stage_id as "stageId", stage_name as "stageName", status, next_step as "nextStep", problems -> 0 as problem
     from cases where opportunity_id = $1 order by created_at`,
    [opportunityId],
  );
  const proposals = await database.query<{ id: string }>(
    `select p.id from proposals p join cases c on c.id = p.case_id where c.opportunity_id = $1 and c.erased_at is null order by p.created_at`,
    [opportunityId],
  );
  const outside = {
    panels: lever ? await walk.eyes.panels(opportunityId) : [],
    notes: lever ? await walk.eyes.notes(opportunityId) : [],
    mails: await walk.eyes.mails(),
  };
  const made: Made[] = [];
  for (const { id } of proposals) {
    made.push(await readMade(walk, await walk.api.proposal(id), outside));
  }
  return {
    opportunityId,
    lever,
    hasPlan: lever !== null && (await hasPlan(walk, opportunityId, lever)),
    cases,
    made,
    events: await readEvents(walk, opportunityId),
  };
};

const readEvents = async (walk: Walk, opportunityId: string): Promise<Standing["events"]> =>
  await walk.running.deps.database.query<Standing["events"][number] & Record<string, unknown>>(
    "select kind, status, error from inbox where opportunity_id = $1 order by seq",
    [opportunityId],
  );

interface Outside {
  panels: Panel[];
  notes: string[];
  mails: Mail[];
}

const readMade = async (
  walk: Walk,
  proposal: ProposalDetail,
  { panels, notes, mails }: Outside,
): Promise<Made> => {
  const effectOf = (kind: string) => proposal.effects.find((effect) => effect.kind === kind);
  const eventEffect = effectOf("calendar_event");
  const panelEffect = effectOf("lever_panel");
  const noteEffect = effectOf("lever_note");
  const ours = mails.filter(({ messageId }) =>
    proposal.effects.some(({ id }) => messageId.includes(id)),
  );
  const isCancellation = ({ calendar }: Mail) => calendar?.includes("METHOD:CANCEL") ?? false;
  const held = await walk.running.deps.database.query<{ person: string }>(
    `select r.person from reservations r join effects e on e.id = r.effect_id
     where e.proposal_id = $1 and r.released_at is null`,
    [proposal.id],
  );
  return {
    proposal,
    event: eventEffect
      ? await walk.eyes.findEvent(
          firstSession(proposal.payload).organizer,
          googleEventId(eventEffect.id, 1),
        )
      : null,
    panels: panels.filter(
      ({ externalUrl }) => panelEffect !== undefined && externalUrl.includes(panelEffect.id),
    ),
    notes: notes.filter(
      (text) => noteEffect !== undefined && text.includes(noteEffect.id.slice(3, 15)),
    ),
    confirmations: ours.filter((mail) => !isCancellation(mail)),
    cancellations: ours.filter(isCancellation),
    held: held.map(({ person }) => person),
  };
};

const hasPlan = async (
  walk: Walk,
  opportunityId: string,
  { stage }: LeverRecord,
): Promise<boolean> => {
  const { world } = walk;
  const { postingId } = z
    .object({ postingId: z.string().nullable() })
    .parse(world.opportunities.find(({ id }) => id === opportunityId));
  const posting = world.postings.find(({ id }) => id === postingId);
  const found = await walk.running.deps.plans.find({
    stageId: stage,
    stageName: world.stages.find(({ id }) => id === stage)?.text ?? "",
    postingId,
    postingTitle: posting?.title ?? "",
    team: posting?.team ?? null,
  });
  return found !== null;
};
