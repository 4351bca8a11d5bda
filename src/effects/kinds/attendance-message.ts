/** Tells people of one interview, or asks them about it: the candidate by mail, with a way to end reminders in one click (RFC 8058), the
 * panel in Slack or by mail. What it is about is looked at once more as each leaves. */
import { isHeldOut } from "../../attendance/hold-out.ts";
import { HELP } from "../../attendance/reminder-times.ts";
import type { ArrivalLink } from "../../cases/arrival-links.ts";
import { hasLeftAssistant } from "../../cases/chat.ts";
import { readMayMove } from "../../cases/may-move.ts";
import { interviewIdOf } from "../../cases/attendances.ts";
import { keepHelped } from "../../cases/no-show-help.ts";
import { listRisks } from "../../cases/no-show-risks.ts";
import {
  type AttendanceMessage,
  type MessageKind,
  type MessageLinks,
  isToCandidate,
  letterOf,
  nameInClear,
  renderMessage,
} from "../../domain/attendance-message.ts";
import type { BookInterview } from "../../domain/proposal.ts";
import { riskWords } from "../../domain/risk-words.ts";
import { mailHtml } from "../../messaging/mail-html.ts";
import type { Mailer } from "../../messaging/port.ts";
import type { Slack } from "../../messaging/slack.ts";
import type { PlanReader } from "../../plans/reader.ts";
import type { EffectKind } from "../kind.ts";
import {
  type Sent,
  type StandsDeps,
  refuseUnlessStands,
  refuseUnwanted,
} from "./message-stands.ts";
import { type NoticeDeps, withNotice } from "./mail-notice.ts";
import { stale } from "./note-stands.ts";
import { tellInSlack, unknowable } from "./tell-person.ts";

interface MessageDeps extends StandsDeps, NoticeDeps {
  plans: Pick<PlanReader, "get">;
  publicUrl: string;
  chat: { slack: Slack | null };
  mailer: Mailer;
  messageIdDomain: string;
  /** The candidate's own page, good until then. */
  pageUrl(caseId: string, until: Temporal.Instant): Promise<string>;
  /** Where the candidate ends reminders. */
  stopUrl(caseId: string, until: Temporal.Instant): Promise<string>;
  /** Where somebody of the panel says whether the candidate has arrived. */
  arrivalUrl(about: ArrivalLink, until: Temporal.Instant): Promise<string>;
}

/** How long after the interview its links still open. */
const LINKS_OUTLIVE = { hours: 30 * 24 };

/** The steps of one message: one for each reader, and each is for itself. */
export const createMessageSteps =
  (deps: MessageDeps) =>
  (message: AttendanceMessage): EffectKind[] =>
    message.readers.map((reader) => toReader({ message, reader }, deps));

const toReader = (sent: Sent, deps: MessageDeps): EffectKind => {
  const { message, reader } = sent;
  const { send: _, ...kind } = channelOf({ ...sent, booked: null }, deps);
  return {
    ...kind,
    audience: isToCandidate(message.kind) ? "candidate" : "internal",
    session: reader.id,
    standsAlone: true,
    send: async (context) => {
      const booked = await refuseUnlessStands(sent, context, deps);
      const ref = await channelOf({ ...sent, booked }, deps).send(context);
      if (message.mark === HELP) {
        const { caseId, sessions } = message;
        await keepHelped(deps.database, caseId, { sessions, now: deps.clock.now() });
      }
      return ref;
    },
  };
};

/** What stands, and what is booked of it as it leaves. */
interface Standing extends Sent {
  booked: BookInterview | null;
}

const channelOf = (standing: Standing, deps: MessageDeps): Channel =>
  standing.reader.channel === "slack" ? inSlack(standing, deps) : byMail(standing, deps);

type Channel = Pick<EffectKind, "kind" | "label" | "send" | "probe" | "mayDouble">;

/** How its steps are called, and what they do. */
const STEPS: Record<MessageKind, { step: string; label: (name: string) => string }> = {
  remind_candidate: { step: "reminder", label: () => "Remind the candidate" },
  remind_interviewers: { step: "reminder", label: (name) => `Remind ${name}` },
  ask_arrival: {
    step: "arrival",
    label: (name) => `Ask ${name} whether the candidate has arrived`,
  },
  warn_recruiter: {
    step: "warning",
    label: (name) => `Ask ${name} to look at the interview`,
  },
  invite_again: { step: "again", label: () => "Ask the candidate to come another time" },
};

const inSlack = (standing: Standing, deps: MessageDeps): Channel => {
  const { message, reader } = standing;
  const { step, label } = STEPS[message.kind];
  return {
    kind: `${step}_slack`,
    label: `${label(nameInClear(reader))}, in Slack`,
    ...tellInSlack({
      slack: deps.chat.slack,
      email: reader.email,
      whose: message.kind === "warn_recruiter" ? "recruiter" : "interviewer",
      message: async () => renderMessage(message, reader, await linksFor(standing, deps)),
    }),
  };
};

const byMail = (standing: Standing, deps: MessageDeps): Channel => {
  const { message, reader } = standing;
  const { step, label } = STEPS[message.kind];
  return {
    kind: `${step}_mail`,
    label: `${label(nameInClear(reader))}, by mail`,
    send: async (context) => {
      const { effectId } = context;
      const links = await linksFor(standing, deps);
      const letter = letterOf(message, renderMessage(message, reader, links));
      const { subject, text, urls } = letter;
      const below = { footer: letter.footer, page: links.page };
      const { footer, handOver } = isToCandidate(message.kind)
        ? await withNotice(below, context, deps)
        : { ...below, handOver: context.handOver };
      const { messageId } = await deps.mailer.send(
        {
          messageId: `<${effectId}@${deps.messageIdDomain}>`,
          to: { email: reader.email, name: reader.name },
          subject,
          text: `${text}\n\n--\n${footer}`,
          html: mailHtml({ title: subject, text, allowedUrls: urls, footer }),
          ...(links.stop !== null && { headers: oneClick(links.stop) }),
        },
        async () => {
          await refuseUnwanted(standing, deps);
          await handOver();
        },
      );
      return { messageId };
    },
    probe: unknowable,
  };
};

const oneClick = (stopUrl: string): Record<string, string> => ({
  "List-Unsubscribe": `<${stopUrl}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

const linksFor = async (
  { message, reader, booked }: Standing,
  deps: MessageDeps,
): Promise<MessageLinks> => {
  const { kind, caseId, sessions } = message;
  const [first] = sessions;
  const last = sessions.at(-1);
  if (!first || !last) throw new Error("a message about no interview");
  const until = Temporal.Instant.from(last.endsAt).add(LINKS_OUTLIVE);
  const about = { caseId, sessionId: first.sessionId, startsAt: first.startsAt, userId: reader.id };
  return {
    page: isToCandidate(kind) ? await deps.pageUrl(caseId, until) : null,
    mayMove: booked && kind === "remind_candidate" ? await mayMoveNow(caseId, booked, deps) : null,
    hasAssistant: isToCandidate(kind) ? !(await hasLeftAssistant(deps.database, caseId)) : null,
    stop: kind === "remind_candidate" ? await deps.stopUrl(caseId, until) : null,
    arrival: kind === "ask_arrival" ? await deps.arrivalUrl(about, until) : null,
    case_: kind === "warn_recruiter" ? `${deps.publicUrl}/cases/${caseId}` : null,
    risk: kind === "warn_recruiter" ? await riskInWords(message, deps) : null,
  };
};

/** Whether the page still takes a wish for another time. */
const mayMoveNow = async (
  caseId: string,
  payload: BookInterview,
  deps: MessageDeps,
): Promise<boolean> => {
  const plan = await deps.plans.get(payload.planId);
  const now = deps.clock.now();
  return (await readMayMove(deps.database, { caseId, payload, plan, now })).may;
};

/** Of each interview of the visit that has one, but for those held out. Errors: `stale_proposal` when there is none any more. */
const riskInWords = async (
  { caseId, sessions }: AttendanceMessage,
  { database }: MessageDeps,
): Promise<string> => {
  const risks = await listRisks(database, caseId);
  const words = sessions.flatMap(({ sessionId, name, startsAt: at }) => {
    const startsAt = Temporal.Instant.from(at);
    const risk = risks.find((one) => one.sessionId === sessionId && one.startsAt.equals(startsAt));
    if (!risk || isHeldOut(interviewIdOf({ caseId, sessionId, startsAt }))) return [];
    return [sessions.length === 1 ? riskWords(risk) : `${name}: ${riskWords(risk)}`];
  });
  if (words.length > 0) return words.join("\n");
  throw stale("No risk of this interview is known any more, so nobody was told of it.");
};
