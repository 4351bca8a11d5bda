/** Sends a brief to each of its readers, and leaves it in Lever as a note. What one reader cannot be sent is still for the
 * others. A mail cannot be looked up: one whose fate is unknown goes to a person. */
import { listBriefRows } from "../../cases/briefs.ts";
import { readRoundFacts } from "../../cases/round-facts.ts";
import type { Database } from "../../db/port.ts";
import { renderBriefMail } from "../../briefs/mail.ts";
import { renderBriefNote } from "../../briefs/text.ts";
import { renderBriefSlack } from "../../briefs/slack.ts";
import { BRIEF_NOTE, type BriefReader, type SendBrief } from "../../domain/brief.ts";
import { AppError } from "../../domain/errors.ts";
import type { UserId } from "../../domain/ids.ts";
import type { Clock } from "../../domain/time.ts";
import { briefReadBy, quotedForms } from "../../feedback/quoted-forms.ts";
import type { LeverReader, LeverWriter } from "../../lever/port.ts";
import type { Mailer } from "../../messaging/port.ts";
import type { Slack } from "../../messaging/slack.ts";
import type { EffectContext, EffectKind } from "../kind.ts";
import { noteKind } from "./lever-note.ts";
import { type Telling, tellByMail, tellInSlack } from "./tell-person.ts";

interface BriefDeps {
  database: Database;
  clock: Clock;
  lever: { reader: LeverReader; writer: LeverWriter; fresh: LeverReader };
  chat: { slack: Slack | null };
  mailer: Mailer;
  messageIdDomain: string;
  /** The reader's page of one brief. */
  briefUrl(brief: { proposalId: string; userId: UserId; until: Temporal.Instant }): Promise<string>;
  /** The reader's page of their own hours and limits. */
  ownUrl(userId: UserId): Promise<string>;
}

/** How long after the interview its brief can still be opened. */
const PAGE_OUTLIVES = { hours: 7 * 24 };

/** The steps of one brief. */
export const createBriefSteps =
  (deps: BriefDeps) =>
  (payload: SendBrief): EffectKind[] => [
    ...payload.readers.map((reader) => toReader({ payload, reader }, deps)),
    ...(payload.hasNote ? [briefNote(payload, deps)] : []),
  ];

const briefNote = (payload: SendBrief, deps: BriefDeps): EffectKind => {
  const { send, ...kind } = noteKind(deps, {
    ...payload,
    kind: BRIEF_NOTE,
    label: "Leave the brief in Lever as a note",
    bodyOf: () => renderBriefNote(payload),
  });
  return {
    ...kind,
    standsAlone: true,
    send: async (context) => {
      await refuseUnlessStands(payload, deps);
      return await send(context);
    },
  };
};

interface Sent {
  payload: SendBrief;
  reader: BriefReader;
}

const toReader = (sent: Sent, deps: BriefDeps): EffectKind => {
  const { send: _, ...kind } = channelOf(sent, deps);
  return {
    ...kind,
    audience: "internal",
    session: sent.reader.userId,
    standsAlone: true,
    send: async (context) => {
      await refuseUnlessStands(sent.payload, deps);
      return await channelOf(await asReadNow(sent, deps), deps).send(context);
    },
  };
};

/** Without what it quotes of forms that its reader may not read by now: they may have come to a round since it was made. */
const asReadNow = async (
  { payload, reader }: Sent,
  { database, clock, lever }: BriefDeps,
): Promise<Sent> => {
  if (quotedForms(payload).length === 0) return { payload, reader };
  const { opportunityId } = payload;
  const facts = await readRoundFacts(opportunityId, { database, clock, lever: lever.fresh });
  const shown = briefReadBy(payload, reader.userId, facts);
  return {
    payload: shown,
    reader: shown.readers.find(({ userId }) => userId === reader.userId) ?? reader,
  };
};

const channelOf = (sent: Sent, deps: BriefDeps): Channel =>
  sent.reader.channel === "slack" ? inSlack(sent, deps) : byMail(sent, deps);

type Channel = Pick<EffectKind, "kind" | "label"> & Telling;

const inSlack = (sent: Sent, deps: BriefDeps): Channel => ({
  kind: "brief_slack",
  label: `Send the brief to ${sent.reader.name} in Slack`,
  ...tellInSlack({
    slack: deps.chat.slack,
    email: sent.reader.email,
    whose: "interviewer",
    message: async (context) =>
      renderBriefSlack(sent.payload, sent.reader, await linksFor(sent, context, deps)),
  }),
});

const byMail = (sent: Sent, deps: BriefDeps): Channel => ({
  kind: "brief_mail",
  label: `Send the brief to ${sent.reader.name} by mail`,
  ...tellByMail({
    ...deps,
    to: { email: sent.reader.email, name: sent.reader.name },
    mail: async (context) =>
      renderBriefMail(sent.payload, sent.reader, await linksFor(sent, context, deps)),
  }),
});

const linksFor = async (
  { payload, reader: { userId } }: Sent,
  { proposalId }: EffectContext,
  deps: BriefDeps,
) => ({
  page: await deps.briefUrl({
    proposalId,
    userId,
    until: Temporal.Instant.from(payload.session.endsAt).add(PAGE_OUTLIVES),
  }),
  own: await deps.ownUrl(userId),
  ...staticLinks(payload),
});

/** The links of a brief that are the same for everybody. */
export const staticLinks = ({ leverUrl, postingUrl, session }: SendBrief) => ({
  lever: leverUrl,
  job: postingUrl === "" ? null : postingUrl,
  video: session.videoUrl,
});

/** What a brief is about may have changed while it waited. Errors: `stale_proposal`; those of Lever. */
const refuseUnlessStands = async (
  { caseId, session, opportunityId }: SendBrief,
  { database, clock, lever }: BriefDeps,
): Promise<void> => {
  const startsAt = Temporal.Instant.from(session.startsAt);
  const rows = await listBriefRows(database, caseId);
  const row = rows.find(({ sessionId }) => sessionId === session.sessionId);
  if (!row?.startsAt.equals(startsAt)) {
    throw stale("The interview was moved or cancelled meanwhile, so this brief was not sent.");
  }
  if (Temporal.Instant.compare(startsAt, clock.now()) <= 0) {
    throw stale("The interview has begun, so its brief was not sent any more.");
  }
  const { confidential, archivedAt, postingId } = await lever.fresh.getOpportunity(opportunityId);
  const posting = postingId === null ? null : await lever.fresh.getPosting(postingId);
  if (confidential || posting?.confidential) {
    throw stale("The candidacy is confidential in Lever by now, so this brief was not sent.");
  }
  if (archivedAt !== null) {
    throw stale("The candidacy is archived in Lever by now, so this brief was not sent.");
  }
};

const stale = (message: string): AppError =>
  new AppError({ code: "stale_proposal", fault: "caller", message });
