/** What recruiters do with a candidacy, in Lever's pages or by its API. Each act is told to whoever listens. */
import { badRequest, notFound } from "./protocol.ts";
import { removePending } from "./schedule.ts";
import type { LeverOpportunity, LeverState } from "./state.ts";

/** Moves an opportunity to a stage, as a recruiter or the API does, and announces it. */
export const moveStage = (
  opportunity: LeverOpportunity,
  move: { stageId: string; userId?: string },
  state: LeverState,
): void => {
  const index = state.world.stages.findIndex(({ id }) => id === move.stageId);
  if (index === -1) throw badRequest("Unknown stage at /stage");
  const fromStageId = opportunity.stageId;
  const updatedAt = state.nowMs();
  opportunity.stageId = move.stageId;
  opportunity.updatedAtMs = updatedAt;
  opportunity.stageChanges.push({
    toStageId: move.stageId,
    toStageIndex: index,
    updatedAt,
    ...(move.userId !== undefined && { userId: move.userId }),
  });
  state.journal.add({
    service: "lever",
    kind: "stage.changed",
    ids: { opportunityId: opportunity.id, toStageId: move.stageId },
  });
  state.announce(
    "candidateStageChange",
    {
      opportunityId: opportunity.id,
      candidateId: opportunity.id,
      contactId: opportunity.contactId,
      fromStageId,
      toStageId: move.stageId,
    },
    opportunity.origin,
  );
};

/** Archives (or, with a null reason, un-archives) and announces it; a reason of the hired kind is a hire.
 * Shape: `cleanInterviews` removes the interviews to come. */
export const archive = (
  opportunity: LeverOpportunity,
  { reason, cleanInterviews = false }: { reason: string | null; cleanInterviews?: boolean },
  state: LeverState,
): void => {
  const known = state.world.archiveReasons.find(({ id }) => id === reason);
  if (reason !== null && !known) throw badRequest("Unknown archive reason at /reason");
  const from = opportunity.archived;
  opportunity.archived = reason === null ? null : { reason, archivedAtMs: state.nowMs() };
  opportunity.updatedAtMs = state.nowMs();
  const wire = (archived: typeof from) =>
    archived && { reason: archived.reason, archivedAt: archived.archivedAtMs };
  state.journal.add({
    service: "lever",
    kind: "archive.changed",
    ids: { opportunityId: opportunity.id },
  });
  state.announce(
    "candidateArchiveChange",
    {
      opportunityId: opportunity.id,
      candidateId: opportunity.id,
      contactId: opportunity.contactId,
      fromArchived: wire(from),
      toArchived: wire(opportunity.archived),
    },
    opportunity.origin,
  );
  if (known?.type === "hired") {
    state.announce(
      "candidateHired",
      {
        opportunityId: opportunity.id,
        candidateId: opportunity.id,
        contactId: opportunity.contactId,
      },
      opportunity.origin,
    );
  }
  if (cleanInterviews) removePending(opportunity, state);
};

/** Deletes a candidacy for good: Lever answers 404 for it from now on. Its panels, notes and forms go with it. */
export const deleteOpportunity = (opportunity: LeverOpportunity, state: LeverState): void => {
  const { id, contactId, origin } = opportunity;
  state.opportunities.delete(id);
  state.deleted.push({ id, deletedAt: state.nowMs() });
  for (const records of [state.panels, state.notes, state.feedback]) {
    for (const record of records.values()) {
      if (record.opportunityId === id) records.delete(record.id);
    }
  }
  state.journal.add({
    service: "lever",
    kind: "opportunity.deleted",
    ids: { opportunityId: id },
  });
  state.announce("candidateDeleted", { opportunityId: id, candidateId: id, contactId }, origin);
};

/** Takes all that tells who a person is from every candidacy of theirs. Lever tells nobody of it. */
export const anonymize = ({ contactId }: LeverOpportunity, state: LeverState): void => {
  for (const item of state.opportunities.values()) {
    if (item.contactId !== contactId) continue;
    const nobody = { name: "", headline: "", email: null, phone: null, links: [], resume: null };
    Object.assign(item, nobody, { isAnonymized: true, updatedAtMs: state.nowMs() });
  }
  state.journal.add({ service: "lever", kind: "contact.anonymized", ids: { contactId } });
};

/** Notes that a person may, or may no longer, be contacted: on every candidacy of that person. Lever tells nobody of it. */
export const changeConsent = (
  { contactId }: LeverOpportunity,
  contactAllowed: boolean,
  state: LeverState,
): void => {
  for (const item of state.opportunities.values()) {
    if (item.contactId !== contactId) continue;
    item.contactAllowed = contactAllowed;
    item.updatedAtMs = state.nowMs();
  }
  state.journal.add({ service: "lever", kind: "consent.changed", ids: { contactId } });
};

/** Leaves a candidacy, or all of a posting, to few. Lever tells nobody of it. */
export const makeConfidential = (id: string, state: LeverState): void => {
  const found = state.opportunities.get(id) ?? state.world.postings.find((one) => one.id === id);
  if (!found) throw notFound();
  found.confidential = true;
  state.journal.add({ service: "lever", kind: "made.confidential", ids: { id } });
};

/** Gives a person another address, or none: it changes on every candidacy of that person. */
export const changeEmail = (
  opportunity: LeverOpportunity,
  email: string | null,
  state: LeverState,
): void => {
  const { contactId } = opportunity;
  for (const item of state.opportunities.values()) {
    if (item.contactId !== contactId) continue;
    item.email = email;
    item.updatedAtMs = state.nowMs();
  }
  state.journal.add({ service: "lever", kind: "contact.updated", ids: { contactId } });
  state.announce("contactUpdated", { contactId });
};
