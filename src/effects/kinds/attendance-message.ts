/** Tells people of one interview: the candidate by mail, with a way to end reminders in one click (RFC 8058), the panel in Slack. What is
 * booked, and whether it is still wanted, is looked at once more as each leaves. */
import { DECENT_GAP_HOURS } from "../../attendance/reminder-times.ts";
import { hasEndedReminders, lastReminded, listReminderRows } from "../../cases/reminders.ts";
import { openBooking } from "../../cases/open-proposal.ts";
import { getProposal } from "../../cases/proposals.ts";
import type { Database } from "../../db/port.ts";
import {
  type AttendanceMessage,
  CANDIDATE,
  type MessageLinks,
  type MessageReader,
  isToCandidate,
  letterOf,
  renderMessage,
} from "../../domain/attendance-message.ts";
import { reasonNotToContact } from "../../domain/may-contact.ts";
import { stillHolds } from "../../domain/messaged-session.ts";
import type { Clock } from "../../domain/time.ts";
import type { LeverReader } from "../../lever/port.ts";
import { mailHtml } from "../../messaging/mail-html.ts";
import type { Mailer } from "../../messaging/port.ts";
import type { Slack } from "../../messaging/slack.ts";
import type { Texts } from "../../privacy/texts.ts";
import type { EffectContext, EffectKind } from "../kind.ts";
import { tellInSlack, unknowable } from "./tell-person.ts";
import { stale } from "./note-stands.ts";

interface MessageDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  lever: { fresh: LeverReader };
  chat: { slack: Slack | null };
  mailer: Mailer;
  messageIdDomain: string;
  /** The candidate's own page, good until then. */
  pageUrl(caseId: string, until: Temporal.Instant): Promise<string>;
  /** Where the candidate ends reminders. */
  stopUrl(caseId: string, until: Temporal.Instant): Promise<string>;
}

/** How long after the interview its links still open. */
const LINKS_OUTLIVE = { hours: 30 * 24 };

/** The steps of one message: one for each reader, and each is for itself. */
export const createMessageSteps =
  (deps: MessageDeps) =>
  (message: AttendanceMessage): EffectKind[] =>
    message.readers.map((reader) => toReader({ message, reader }, deps));

interface Sent {
  message: AttendanceMessage;
  reader: MessageReader;
}

const toReader = (sent: Sent, deps: MessageDeps): EffectKind => {
  const { message, reader } = sent;
  const { send, ...kind } = reader.channel === "slack" ? inSlack(sent, deps) : byMail(sent, deps);
  return {
    ...kind,
    audience: isToCandidate(message.kind) ? "candidate" : "internal",
    session: reader.id,
    standsAlone: true,
    send: async (context) => {
      await refuseUnlessStands(sent, context, deps);
      return await send(context);
    },
  };
};

type Channel = Pick<EffectKind, "kind" | "label" | "send" | "probe" | "mayDouble">;

const inSlack = ({ message, reader }: Sent, { chat }: MessageDeps): Channel => ({
  kind: "reminder_slack",
  label: `Remind ${reader.name} in Slack`,
  ...tellInSlack({
    slack: chat.slack,
    email: reader.email,
    whose: "interviewer",
    message: () => renderMessage(message, reader, NO_LINKS),
  }),
});

const NO_LINKS: MessageLinks = { page: null, stop: null };

const byMail = ({ message, reader }: Sent, deps: MessageDeps): Channel => ({
  kind: "reminder_mail",
  label: "Remind the candidate by mail",
  send: async ({ effectId, handOver }) => {
    const links = await linksFor(message, deps);
    const letter = letterOf(message, renderMessage(message, reader, links));
    const { subject, text, footer, urls } = letter;
    const { messageId } = await deps.mailer.send(
      {
        messageId: `<${effectId}@${deps.messageIdDomain}>`,
        to: { email: reader.email, name: reader.name },
        subject,
        text: `${text}\n\n--\n${footer}`,
        html: mailHtml({ title: subject, text, allowedUrls: urls, footer }),
        headers: {
          "List-Unsubscribe": `<${links.stop}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
      },
      handOver,
    );
    return { messageId };
  },
  probe: unknowable,
});

const linksFor = async ({ caseId, sessions }: AttendanceMessage, deps: MessageDeps) => {
  const until = Temporal.Instant.from(sessions.at(-1)?.endsAt ?? "").add(LINKS_OUTLIVE);
  return {
    page: await deps.pageUrl(caseId, until),
    stop: await deps.stopUrl(caseId, until),
  };
};

/** What it is about may have changed while it waited. Errors: `stale_proposal`; those of `reasonNotToContact`; those of Lever. */
const refuseUnlessStands = async (
  sent: Sent,
  { proposalId }: EffectContext,
  deps: MessageDeps,
): Promise<void> => {
  const { message, reader } = sent;
  if (!(await isAsTold(sent, deps))) {
    throw stale("The interview was changed or cancelled meanwhile, so nobody was reminded of it.");
  }
  if (Temporal.Instant.compare(startOf(message), deps.clock.now()) <= 0) {
    throw stale("The interview has begun, so nobody is reminded of it any more.");
  }
  await refuseUnlessShown(message, deps.lever.fresh);
  if (reader.id === CANDIDATE) await refuseUnlessWanted({ message, reader }, proposalId, deps);
};

const startOf = ({ sessions: [first] }: AttendanceMessage): Temporal.Instant => {
  if (!first) throw new Error("a message about no interview");
  return Temporal.Instant.from(first.startsAt);
};

/** Whether all of it is booked as it says, whichever proposal that comes from by now. */
const isAsTold = async (
  { message, reader }: Sent,
  { database, texts }: MessageDeps,
): Promise<boolean> => {
  const rows = await listReminderRows(database, message.caseId);
  const row = rows.find(
    ({ sessionId, reader: who, mark }) =>
      sessionId === message.sessions[0]?.sessionId && who === reader.id && mark === message.mark,
  );
  const proposal = row ? await getProposal(database, row.proposalId) : null;
  if (!row?.startsAt.equals(startOf(message)) || !proposal) return false;
  const { payload } = await openBooking(database, proposal, texts);
  return message.sessions.every((session) => stillHolds(session, payload.sessions));
};

/** Errors: `stale_proposal`; those of Lever. */
const refuseUnlessShown = async (
  { opportunityId }: AttendanceMessage,
  lever: LeverReader,
): Promise<void> => {
  const { confidential, archivedAt, postingId } = await lever.getOpportunity(opportunityId);
  const posting = postingId === null ? null : await lever.getPosting(postingId);
  if (confidential || posting?.confidential) {
    throw stale("The candidacy is confidential in Lever by now, so nobody was reminded.");
  }
  if (archivedAt !== null) {
    throw stale("The candidacy is archived in Lever by now, so nobody was reminded.");
  }
};

/** Errors: `stale_proposal` when the candidate wants no reminders, has just had one, or has another address. */
const refuseUnlessWanted = async (
  { message, reader }: Sent,
  proposalId: string,
  { database, clock, lever }: MessageDeps,
): Promise<void> => {
  const { caseId, opportunityId } = message;
  if (await hasEndedReminders(database, caseId)) {
    throw stale("The candidate wants no more reminders, so none was sent.");
  }
  const sessionId = message.sessions[0]?.sessionId ?? "";
  const last = await lastReminded(database, { caseId, sessionId, exceptProposal: proposalId });
  if (last && last.until(clock.now()).total("hours") < DECENT_GAP_HOURS) {
    throw stale("The candidate was reminded a short while ago, so no other reminder was sent.");
  }
  const { emails, contactAllowed } = await lever.fresh.getOpportunity(opportunityId);
  const reason = reasonNotToContact({
    archived: false,
    confidential: false,
    contactAllowed,
    email: emails[0] ?? null,
  });
  if (reason) throw reason;
  if (!emails.includes(reader.email)) {
    throw stale("Lever has another address for this candidate now, so no reminder was sent.");
  }
};
