/** Sends a candidate the link to the page on which they choose among the offered times. */
import { renderBooking } from "../../domain/booking-texts.ts";
import { AppError } from "../../domain/errors.ts";
import { offerNow } from "../../domain/offer.ts";
import { withOwnLinks } from "../../domain/own-links.ts";
import type { BookInterview, OfferedTimes } from "../../domain/proposal.ts";
import { mailHtml } from "../../messaging/mail-html.ts";
import type { Mailer } from "../../messaging/port.ts";
import { type EffectKind, caseOf } from "../kind.ts";
import { type NoticeDeps, withNotice } from "./mail-notice.ts";
import { unknowable } from "./tell-person.ts";

interface MailDeps extends NoticeDeps {
  mailer: Mailer;
  messageIdDomain: string;
  /** The candidate's own page, good until then. */
  pageUrl(caseId: string, until: Temporal.Instant): Promise<string>;
  /** The assistant on that page; null where they want none. */
  assistantUrl(caseId: string, pageUrl: string): Promise<string | null>;
}

/** How long after the last choice the page still opens: to say that it has passed, and what to do now. */
const PAGE_OUTLIVES = { hours: 7 * 24 };

export const createOfferMail =
  (deps: MailDeps) =>
  (payload: BookInterview, offer: OfferedTimes): EffectKind => ({
    kind: "offer_mail",
    audience: "candidate",
    label: "Send the candidate the link to choose a time",
    send: async (context) => {
      const until = Temporal.Instant.from(offer.until).add(PAGE_OUTLIVES);
      const page = await deps.pageUrl(caseOf(context), until);
      const assistant = await deps.assistantUrl(caseOf(context), page);
      // Days may have passed since it was proposed: its page does not show what is too near either.
      const present = offerNow(payload, deps.clock.now()) ?? refusePassed();
      const { subject, text: template, to } = renderBooking(present, {}).mail;
      const text = withOwnLinks(template, { page, assistant });
      const sentBy = `Sent for ${payload.companyName} by Convene, scheduling software. Reply to reach a person.`;
      const { footer, handOver } = await withNotice({ footer: sentBy, page }, context, deps);
      const { messageId } = await deps.mailer.send(
        {
          messageId: `<${context.effectId}@${deps.messageIdDomain}>`,
          to: { email: to, name: payload.candidate.name },
          subject,
          text: `${text}\n\n--\n${footer}`,
          html: mailHtml({
            title: subject,
            text,
            allowedUrls: [page, assistant].filter((url) => url !== null),
            footer,
          }),
        },
        handOver,
      );
      return { messageId };
    },
    probe: unknowable,
  });

const refusePassed = (): never => {
  throw new AppError({
    code: "slot_lost",
    fault: "caller",
    message: "The times have passed, or begin too soon to be chosen, so they were not offered.",
  });
};
