/** Sends the confirmation with a calendar file to the candidate. A mail cannot be taken back or looked up: it comes last, one
 * whose fate is unknown goes to a person, and one that must not stand is followed by a cancellation. */
import { renderBooking, renderCancellation } from "../../domain/booking-texts.ts";
import type { Clock } from "../../domain/time.ts";
import { bookingIcs } from "../../messaging/invitation-ics.ts";
import { mailHtml } from "../../messaging/mail-html.ts";
import type { Mail, Mailer } from "../../messaging/port.ts";
import type { EffectContext, EffectKind } from "../kind.ts";

interface MailDeps {
  mailer: Mailer;
  clock: Clock;
  /** Address that mails come from: organiser of the candidate's calendar entry. */
  from: { email: string; name: string };
  messageIdDomain: string;
}

export const createCandidateMail = (deps: MailDeps): EffectKind => ({
  ...mailKind(deps, confirmation),
  kind: "candidate_mail",
  label: () => "Send the confirmation with a calendar file to the candidate",
  cancellation: {
    ...mailKind(deps, cancellation),
    kind: "candidate_cancellation",
    takesBack: true,
    label: () => "Tell the candidate that the confirmed interview does not take place",
  },
});

const mailKind = (
  deps: MailDeps,
  textsOf: (context: EffectContext) => MailTexts,
): Pick<EffectKind, "audience" | "send" | "probe"> => ({
  audience: "candidate",
  send: async (context) => {
    const mail = compose(context, textsOf(context), deps);
    const { messageId } = await deps.mailer.send(mail, context.handOver);
    return { messageId };
  },
  // Before its handover not a word of it has left.
  probe: async ({ isHandedOver }) =>
    await Promise.resolve({ outcome: isHandedOver ? "unknowable" : "absent" }),
});

interface MailTexts {
  method: "REQUEST" | "CANCEL";
  subject: string;
  text: string;
}

const confirmation = (context: EffectContext): MailTexts => ({
  method: "REQUEST",
  ...renderBooking(context.payload, { videoUrl: videoUrlOf(context) }).mail,
});

const cancellation = ({ payload }: EffectContext): MailTexts => ({
  method: "CANCEL",
  ...renderCancellation(payload),
});

const videoUrlOf = ({ earlier }: EffectContext): string | null =>
  earlier["calendar_event"]?.["videoUrl"] ?? null;

const compose = (
  context: EffectContext,
  { method, subject, text }: MailTexts,
  deps: MailDeps,
): Mail => {
  const { payload, effectId } = context;
  const videoUrl = method === "CANCEL" ? null : videoUrlOf(context);
  const to = { email: payload.candidate.email, name: payload.candidate.name };
  const footer = `Sent for ${payload.companyName} by Convene, scheduling software. Reply to reach a person.`;
  return {
    messageId: `<${effectId}@${deps.messageIdDomain}>`,
    to,
    subject,
    text: `${text}\n\n--\n${footer}`,
    html: mailHtml({ title: subject, text, allowedUrls: videoUrl ? [videoUrl] : [], footer }),
    calendar: {
      method,
      content: bookingIcs({
        uid: `${context.caseId}.${payload.sessionId}@${deps.messageIdDomain}`,
        // A calendar takes an entry's newest version: each message about it counts one further.
        sequence: context.messagesBefore,
        method,
        startsAt: Temporal.Instant.from(payload.startsAt),
        endsAt: Temporal.Instant.from(payload.endsAt),
        zone: payload.candidate.zone,
        summary: `${payload.sessionName} with ${payload.companyName}`,
        description: text,
        ...(videoUrl && { location: videoUrl, url: videoUrl }),
        organizer: deps.from,
        attendee: to,
        now: deps.clock.now(),
      }),
    },
  };
};
