/** What the pages of briefs show, read afresh for each view. */
import { askForOwnBrief } from "../../cases/ask-for-brief.ts";
import { readBriefSubject } from "../../cases/brief-links.ts";
import { listBriefRows } from "../../cases/briefs.ts";
import { refuseErased } from "../../cases/candidate-links.ts";
import { getCase } from "../../cases/cases.ts";
import { openBooking, openBrief } from "../../cases/open-proposal.ts";
import { getProposal, lastSentBrief } from "../../cases/proposals.ts";
import type { Database } from "../../db/port.ts";
import { readRoundFacts } from "../../cases/round-facts.ts";
import { AppError } from "../../domain/errors.ts";
import { UserId } from "../../domain/ids.ts";
import { briefReadBy, quotedForms } from "../../feedback/quoted-forms.ts";
import { listEffects } from "../../effects/effects.ts";
import { staticLinks } from "../../effects/kinds/brief.ts";
import type { AcceptDeps } from "../../intake/accept.ts";
import type { LeverReader } from "../../lever/port.ts";
import type { Links } from "../../links/links.ts";
import type { Texts } from "../../privacy/texts.ts";
import type { SendBrief } from "../../domain/brief.ts";
import { isStillShown } from "../pages/still-shown.ts";
import type { BriefPages, SentBrief } from "./routes.ts";

interface BriefPagesDeps extends AcceptDeps {
  database: Database;
  texts: Texts;
  links: Links;
  lever: LeverReader;
}

/** Briefs as they were sent. */
export const createBriefPages = (deps: BriefPagesDeps): BriefPages => ({
  forReader: async (token) => {
    const { subject } = await deps.links.open("brief", token);
    const { proposalId, userId } = readBriefSubject(subject);
    const proposal = await getProposal(deps.database, proposalId);
    if (proposal?.kind !== "send_brief") throw gone();
    const case_ = await getCase(deps.database, proposal.caseId);
    if (case_) refuseErased(case_);
    const { payload: made } = await openBrief(deps.database, proposal, deps.texts);
    const { opportunityId } = made;
    if (made.readers.every((each) => each.userId !== userId)) throw gone();
    if (!(await isStillShown({ opportunityId, userId }, deps.lever))) throw gone();
    const payload = await asReadNow(made, UserId.parse(userId), deps);
    const reader = payload.readers.find((each) => each.userId === userId);
    if (!reader) throw gone();
    const { sessionId } = payload.session;
    const now = await standingOf(payload, userId, deps);
    const newest = await lastSentBrief(deps.database, {
      caseId: proposal.caseId,
      sessionId,
      userId,
    });
    const effects = await listEffects(deps.database, proposal.id);
    const sentAt = effects.find(({ finishedAt }) => finishedAt !== null)?.finishedAt;
    return {
      payload,
      reader,
      isNewest:
        newest === null ||
        newest.createdAt.epochMilliseconds <= proposal.createdAt.epochMilliseconds,
      sentAt: sentAt ?? proposal.createdAt,
      now,
      links: {
        page: null,
        own: null,
        ...staticLinks(payload),
        ...(now !== "as_told" && { video: null }),
      },
    };
  },
  ask: async (caseId, sessionId, email) => await askForOwnBrief({ caseId, sessionId, email }, deps),
});

/** Without what it quotes of forms that its reader may not read by now. */
const asReadNow = async (
  made: SendBrief,
  userId: UserId,
  deps: BriefPagesDeps,
): Promise<SendBrief> =>
  quotedForms(made).length === 0
    ? made
    : briefReadBy(made, userId, await readRoundFacts(made.opportunityId, deps));

/** How the interview stands to what its brief says. Errors: `not_found` for who is not of it any more. */
const standingOf = async (
  { caseId, session }: SendBrief,
  userId: string,
  { database, texts }: BriefPagesDeps,
): Promise<SentBrief["now"]> => {
  const rows = await listBriefRows(database, caseId);
  const row = rows.find(({ sessionId }) => sessionId === session.sessionId);
  const proposal = row && (await getProposal(database, row.proposalId));
  if (!proposal) return "cancelled";
  const { payload } = await openBooking(database, proposal, texts);
  const booked = payload.sessions.find(({ sessionId }) => sessionId === session.sessionId);
  if (!booked) return "cancelled";
  const people = [...booked.panel, ...(booked.trainees ?? [])];
  if (people.every((person) => person.userId !== userId)) throw gone();
  const isSameTime = row.startsAt.equals(Temporal.Instant.from(session.startsAt));
  return isSameTime ? "as_told" : "moved";
};

const gone = (): AppError =>
  new AppError({
    code: "not_found",
    fault: "caller",
    message: "This brief is not there any more. Ask a recruiter if you still need it.",
  });
