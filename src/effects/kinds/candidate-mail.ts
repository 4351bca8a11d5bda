/** Sends the confirmation with a calendar file to the candidate. A mail cannot be taken back or looked up: it comes last,
 * and one whose fate is unknown goes to a person. */
import { renderBooking } from "../../domain/booking-texts.ts";
import type { Clock } from "../../domain/time.ts";
import { bookingIcs } from "../../messaging/invitation-ics.ts";
import { mailHtml } from "../../messaging/mail-html.ts";
import type { Mailer } from "../../messaging/port.ts";
import type { EffectContext, EffectKind } from "../kind.ts";

interface MailDeps {
  mailer: Mailer;
  clock: Clock;
  /** Address that mails come from: organiser of the candidate's calendar entry. */
  from: { email: string; name: string };
  messageIdDomain: string;
}

export const createCandidateMail = (deps: MailDeps): EffectKind => ({
  kind: "candidate_mail",
  audience: "candidate",
  label: () => "Send the confirmation with a calendar file to the candidate",
  send: async (context) => {
    const { handOver } = context;
    const { messageId } = await deps.mailer.send(confirmation(context, deps), handOver);
    return { messageId };
  },
  // Before its handover not a word of it has left.
  probe: async ({ isHandedOver }) =>
    await Promise.resolve({ outcome: isHandedOver ? "unknowable" : "absent" }),
});

const confirmation = (context: EffectContext, deps: MailDeps) => {
  const { payload, earlier, effectId } = context;
  const videoUrl = earlier["calendar_event"]?.["videoUrl"] ?? null;
  const texts = renderBooking(payload, { videoUrl });
  const to = { email: payload.candidate.email, name: payload.candidate.name };
  const footer = `Sent for ${payload.companyName} by Convene, scheduling software. Reply to reach a person.`;
  return {
    messageId: `<${effectId}@${deps.messageIdDomain}>`,
    to,
    subject: texts.mail.subject,
    text: `${texts.mail.text}\n\n--\n${footer}`,
    html: mailHtml({
      title: texts.mail.subject,
      text: texts.mail.text,
      allowedUrls: videoUrl ? [videoUrl] : [],
      footer,
    }),
    calendar: {
      method: "REQUEST" as const,
      content: bookingIcs({
        uid: `${context.caseId}.${payload.sessionId}@${deps.messageIdDomain}`,
        sequence: 0,
        method: "REQUEST",
        startsAt: Temporal.Instant.from(payload.startsAt),
        endsAt: Temporal.Instant.from(payload.endsAt),
        zone: payload.candidate.zone,
        summary: `${payload.sessionName} with ${payload.companyName}`,
        description: texts.mail.text,
        ...(videoUrl && { location: videoUrl, url: videoUrl }),
        organizer: deps.from,
        attendee: to,
        now: deps.clock.now(),
      }),
    },
  };
};
