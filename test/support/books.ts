/** The company's own journal against our books: what was asked of the world, and what we say that we did. */
import type { CompanyEyes, JournalEntry } from "./company-eyes.ts";
import type { Lane } from "./lane.ts";
import { type Changes, ONE_BOOKING } from "./story.ts";

/** Everything that the journal holds of one opportunity's bookings: by effect ids, which go out with each request, and for
 * the note by the opportunity. Shape: kinds that did not happen are left out. */
const deedsFor = (
  journal: readonly JournalEntry[],
  booking: { opportunityId: string; effectIds: readonly string[] },
): Changes => {
  const isOfIt = ({ ids }: JournalEntry): boolean =>
    ids["opportunityId"] === booking.opportunityId ||
    booking.effectIds.some((id) => Object.values(ids).some((value) => value.includes(id)));
  const deeds: Changes = {};
  for (const entry of journal.filter(isOfIt)) {
    if (entry.kind === "stage.changed") continue;
    deeds[entry.kind] = (deeds[entry.kind] ?? 0) + 1;
  }
  return deeds;
};

/** Entries that name no effect of ours: things that nobody of us may have asked for. */
const strayDeeds = (
  journal: readonly JournalEntry[],
  known: { opportunityIds: readonly string[]; effectIds: readonly string[] },
): JournalEntry[] =>
  journal.filter(
    ({ kind, ids }) =>
      kind !== "stage.changed" &&
      !known.opportunityIds.includes(ids["opportunityId"] ?? "") &&
      !known.effectIds.some((id) => Object.values(ids).some((value) => value.includes(id))),
  );

interface Booked {
  opportunityId: string;
  caseStatus: string;
  /** Those of the proposal that was performed; what was given up before anything happened is not among them. */
  effects: { kind: string; status: string; id: string }[];
  deeds: Changes;
}

/** What became of each opportunity, in our books and in the world's. */
export const readBooks = async (
  lane: Pick<Lane, "web"> & { eyes: CompanyEyes },
  opportunityIds: readonly string[],
): Promise<{ bookings: Booked[]; stray: JournalEntry[] }> => {
  const journal = await lane.eyes.journal();
  const rows = await lane.web.deps.database.query<{
    opportunity_id: string;
    case_status: string;
    proposal_status: string;
    kind: string;
    status: string;
    id: string;
  }>(
    `select c.opportunity_id, c.status as case_status, p.status as proposal_status, e.kind, e.status, e.id from effects e
     join proposals p on p.id = e.proposal_id join cases c on c.id = p.case_id
     order by p.created_at, e.step`,
  );
  const bookings = opportunityIds.map((opportunityId) => {
    const own = rows.filter((row) => row.opportunity_id === opportunityId);
    return {
      opportunityId,
      caseStatus: own[0]?.case_status ?? "none",
      effects: own
        .filter((row) => row.proposal_status === "done")
        .map(({ kind, status, id }) => ({ kind, status, id })),
      deeds: deedsFor(journal, { opportunityId, effectIds: own.map(({ id }) => id) }),
    };
  });
  const effectIds = rows.map(({ id }) => id);
  return { bookings, stray: strayDeeds(journal, { opportunityIds, effectIds }) };
};

const STEPS = ["reserve_time", "calendar_event", "lever_panel", "lever_note", "candidate_mail"];

/** What is wrong with a booking, in words. Everything must be there once. A mail whose fate nobody can tell, which only a
 * death in the moment of its handover leaves behind, may have come once or not at all, and is parked for a person. */
export const faultsOf = ({ opportunityId, caseStatus, effects, deeds }: Booked): string[] => {
  const faults: string[] = [];
  const isParked = effects.at(-1)?.status === "parked";
  if (caseStatus !== "booked") faults.push(`its case is ${caseStatus}`);
  for (const [index, kind] of STEPS.entries()) {
    const effect = effects[index];
    const isSound =
      effect?.status === "done" || (kind === "candidate_mail" && effect?.status === "parked");
    if (effect?.kind !== kind || !isSound) faults.push(`${kind} is ${effect?.status ?? "missing"}`);
  }
  for (const kind of new Set([...Object.keys(ONE_BOOKING), ...Object.keys(deeds)])) {
    const times = deeds[kind] ?? 0;
    const isRight = times === (ONE_BOOKING[kind] ?? 0);
    const mayBeMissing = kind === "mail.received" && isParked && times === 0;
    if (!isRight && !mayBeMissing) faults.push(`${kind} happened ${times} times`);
  }
  return faults.map((fault) => `${opportunityId}: ${fault}`);
};
