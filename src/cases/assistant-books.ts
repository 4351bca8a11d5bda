/** What assistants read as documents, beside what tools read: the same names opened, and the same kept back. */
import type { Row } from "../db/port.ts";
import type { Scope } from "../domain/access.ts";
import { keptToFew } from "../domain/may-contact.ts";
import { renderSynthesis } from "../domain/synthesis-note.ts";
import { listGuideVersions, listGuides } from "../guides/saved.ts";
import { rememberRound } from "../lever/remember.ts";
import { summarizeCase, summarizeProposal } from "./case-reader.ts";
import { getCase } from "./cases.ts";
import { refuseWhileOff } from "./evaluative.ts";
import { isKeptToFew } from "./kept-to-few.ts";
import { openSynthesis } from "./open-proposal.ts";
import { type Asker, type OwnFormDeps, hiddenInCase, refuseWhoOwes } from "./own-form-first.ts";
import { getProposal } from "./proposals.ts";
import { scopeValues, withinReach } from "./reach.ts";
import { newestSynthesis } from "./synthesis-proposals.ts";
import { SYNTHESIS_OFF } from "./synthesis.ts";
import { WORD_OF_RISK } from "./no-show-told.ts";

/** Most interviews of a day that are told. */
const MOST_IN_A_DAY = 100;

interface Span {
  from: Temporal.Instant;
  to: Temporal.Instant;
  /** Absent: everywhere. */
  scope?: Scope;
}

type BookedRow = Row & { caseId: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant };

/** Reads for documents and prompts. */
export const createAssistantBooks = (deps: OwnFormDeps) => ({
  /** One proposal in a few words; null when there is none that an assistant is told of. */
  proposal: async (id: string, asker: Asker) => {
    const found = await readToApprove(id, asker, deps);
    if (!found) return null;
    const { digest: _digest, class: _class, ...told } = found;
    return told;
  },
  /** The same of one that is to be approved, with the digest that a decision on it binds to. */
  toApprove: async (id: string, asker: Asker) => await readToApprove(id, asker, deps),
  /** The synthesis of a case's round as its note says it: the one that was left in Lever, else the one that waits. Null when there is
   * none. Errors: `conflict` while evaluative features are off; `forbidden` for whoever owes a form, and of what is confidential. */
  synthesis: async (caseId: string, asker: Asker) => await readSynthesis(caseId, asker, deps),
  /** Candidate guides in force. */
  guides: async () =>
    (await listGuides(deps.database))
      .filter(({ state }) => state !== "off")
      .map(({ guideId, title }) => ({ id: guideId, title })),
  /** One of them with its text. */
  guide: async (id: string) => {
    const [found] = await listGuideVersions(deps.database, { guideId: id, limit: 1 });
    return found && found.state !== "off" ? { id, title: found.title, text: found.text } : null;
  },
  /** Interviews within reach that are booked and begin in the span, the earliest first. */
  bookedBetween: async ({ from, to, scope }: Span) => {
    const rows = await deps.database.query<BookedRow>(
      `select p.case_id as "caseId", lower(r.during) as "startsAt", max(upper(r.during)) as "endsAt"
       from reservations r join proposals p on p.id = r.proposal_id join cases c on c.id = p.case_id
       where r.released_at is null and r.held_until is null and ${withinReach(4, 5)}
         and lower(r.during) >= $1 and lower(r.during) < $2
       group by p.case_id, lower(r.during) order by lower(r.during), p.case_id limit $3`,
      [from.toString(), to.toString(), MOST_IN_A_DAY, ...scopeValues(scope)],
    );
    return await Promise.all(rows.map(async (row) => await tellBooked(row, deps)));
  },
});

export type AssistantBooks = ReturnType<typeof createAssistantBooks>;

const tellBooked = async ({ caseId, startsAt, endsAt }: BookedRow, deps: OwnFormDeps) => {
  const case_ = await getCase(deps.database, caseId);
  if (!case_) throw new Error("a reservation is of a case that is not there");
  return {
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    case: await summarizeCase(case_, deps),
  };
};

const readToApprove = async (id: string, asker: Asker, deps: OwnFormDeps) => {
  const proposal = await getProposal(deps.database, id);
  const case_ = proposal && (await getCase(deps.database, proposal.caseId));
  if (!case_ || proposal.kind === WORD_OF_RISK) return null;
  const once = { ...deps, lever: rememberRound(deps.lever) };
  const hidden = await hiddenInCase(asker, { case_, proposals: [proposal] }, once);
  const summary = await summarizeProposal(proposal, deps);
  const { digest, class: featureClass } = proposal;
  return {
    ...summary,
    summary: hidden.get(id) ?? summary.summary,
    digest,
    class: featureClass,
  };
};

const readSynthesis = async (caseId: string, asker: Asker, deps: OwnFormDeps) => {
  await refuseWhileOff(deps.database, SYNTHESIS_OFF);
  const case_ = await getCase(deps.database, caseId);
  const proposal =
    (await newestSynthesis(deps.database, { caseId, status: "done" })) ??
    (await newestSynthesis(deps.database, { caseId, status: "waiting" }));
  if (!case_ || !proposal) return null;
  if (await isKeptToFew(deps.database, { proposal, case_ }, deps.texts)) throw keptToFew();
  const { payload } = await openSynthesis(deps.database, proposal, deps.texts);
  await refuseWhoOwes(asker, payload, { ...deps, lever: rememberRound(deps.lever) });
  return { status: proposal.status, text: renderSynthesis(payload) };
};
