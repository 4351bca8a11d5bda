/** What people outside do to what we arrange, at any moment: one act each, by the company's own hands. */
import { googleEventId } from "../../src/calendar/google-event-id.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import type { Walk } from "./walk.ts";
import { firstSession } from "./booking.ts";

/** What has to be there before it can be done. */
export type Needs = "candidate" | "proposal" | "event" | "panel";

export interface OutsideChange {
  needs: Needs;
  /** Whether a confirmation must not leave once it was made and before the mail was begun. */
  forbidsMail: boolean;
  make(walk: Walk, opportunityId: string): Promise<unknown>;
  /** Takes it back. */
  back?(walk: Walk, opportunityId: string): Promise<unknown>;
}

const ofCandidate = (
  make: OutsideChange["make"],
  forbidsMail: boolean,
): Readonly<OutsideChange> => ({ needs: "candidate", forbidsMail, make });

/** An act on a path of the candidacy's own. */
const byControl =
  (path: string, body: object = {}): OutsideChange["make"] =>
  async (walk, id) =>
    await walk.eyes.control("POST", `/opportunities/${id}/${path}`, body);

const CHANGES = {
  declined: {
    needs: "event",
    forbidsMail: true,
    make: async (walk, id) => {
      const { eventId, proposal } = await eventOf(walk, id);
      const guest = firstSession(proposal.payload).panel.find(
        ({ email }) => email !== firstSession(proposal.payload).organizer,
      );
      await walk.eyes.control("POST", "/calendar/respond", {
        eventId,
        email: guest?.email,
        responseStatus: "declined",
      });
    },
  },
  event_moved: {
    needs: "event",
    forbidsMail: true,
    make: async (walk, id) => {
      const { eventId, proposal } = await eventOf(walk, id);
      const { organizer: email, startsAt } = firstSession(proposal.payload);
      const start = Temporal.Instant.from(startsAt).add({ hours: 24 }).toString();
      await walk.eyes.control("POST", "/calendar/move", { eventId, email, start });
    },
  },
  event_deleted: {
    needs: "event",
    forbidsMail: true,
    make: async (walk, id) => {
      const { eventId, proposal } = await eventOf(walk, id);
      const { organizer: email } = firstSession(proposal.payload);
      await walk.eyes.control("POST", "/calendar/remove", { eventId, email });
    },
  },
  panel_moved: {
    needs: "panel",
    forbidsMail: false,
    make: async (walk, id) => {
      const { startsAt } = firstSession((await proposalOf(walk, id)).payload);
      const start = Temporal.Instant.from(startsAt).add({ hours: 2 }).toString();
      await walk.eyes.control("POST", `/panels/${await panelOf(walk, id)}/move`, { start });
    },
  },
  panel_changed: {
    needs: "panel",
    forbidsMail: false,
    make: async (walk, id) => {
      const { panel } = firstSession((await proposalOf(walk, id)).payload);
      const other = walk.world.people.find(
        ({ userId }) => !panel.some((member) => member.userId === userId),
      );
      await walk.eyes.control("POST", `/panels/${await panelOf(walk, id)}/interviewers`, {
        userIds: [other?.userId],
      });
    },
  },
  panel_removed: {
    needs: "panel",
    forbidsMail: false,
    make: async (walk, id) =>
      await walk.eyes.control("POST", `/panels/${await panelOf(walk, id)}/delete`, {}),
  },
  stage_on: ofCandidate(async (walk, id) => await walk.moveStage(id, "offer"), true),
  stage_on_and_back: {
    ...ofCandidate(async (walk, id) => await walk.moveStage(id, "offer"), false),
    back: async (walk, id) => await walk.moveStage(id, "phoneScreen"),
  },
  archived: ofCandidate(byControl("archive"), true),
  archived_and_back: {
    ...ofCandidate(byControl("archive"), false),
    back: byControl("unarchive"),
  },
  deleted: ofCandidate(byControl("delete"), true),
  address_changed: ofCandidate(
    async (walk, id) => await byControl("contact", { email: `new.${id}@mail.test` })(walk, id),
    true,
  ),
  address_removed: ofCandidate(byControl("contact", { email: null }), true),
  consent_withdrawn: ofCandidate(byControl("consent", { contactAllowed: false }), true),
  busy: {
    needs: "proposal",
    forbidsMail: false,
    make: async (walk, id) => {
      const { panel, startsAt, endsAt } = firstSession((await proposalOf(walk, id)).payload);
      await walk.eyes.keepBusy(panel[0]?.email ?? "", { startsAt, endsAt });
    },
  },
} satisfies Record<string, OutsideChange>;

export type ChangeName = keyof typeof CHANGES;
/** All of them, by name. */
export const OUTSIDE_CHANGES: Readonly<Record<ChangeName, OutsideChange>> = CHANGES;
/** Their names. */
export const CHANGE_NAMES = Object.keys(CHANGES).filter(
  (name): name is ChangeName => name in CHANGES,
);

/** The one that is still good. */
const proposalOf = async (walk: Walk, opportunityId: string): Promise<ProposalDetail> => {
  const [row] = await walk.running.deps.database.query<{ id: string }>(
    `select p.id from proposals p join cases c on c.id = p.case_id
     where c.opportunity_id = $1 order by p.status in ('waiting', 'approved', 'performing', 'done') desc limit 1`,
    [opportunityId],
  );
  if (!row) throw new Error("there is no proposal yet");
  return await walk.api.proposal(row.id);
};

const eventOf = async (walk: Walk, opportunityId: string) => {
  const proposal = await proposalOf(walk, opportunityId);
  const effect = proposal.effects.find(({ kind }) => kind === "calendar_event");
  if (!effect) throw new Error("there is no event yet");
  return { proposal, eventId: googleEventId(effect.id, 1) };
};

const panelOf = async (walk: Walk, opportunityId: string): Promise<string> => {
  const { effects } = await proposalOf(walk, opportunityId);
  const effect = effects.find(({ kind }) => kind === "lever_panel");
  const panels = await walk.eyes.panels(opportunityId);
  const ours = panels.find(
    ({ externalUrl }) => effect !== undefined && externalUrl.includes(effect.id),
  );
  if (!ours) throw new Error("there is no panel yet");
  return ours.id;
};
