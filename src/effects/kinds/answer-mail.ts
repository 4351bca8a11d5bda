/** Tells a candidate by mail that a person has answered in their chat. Whether they know of it by now is asked in the very moment that it
 * leaves. A mail cannot be looked up: one whose fate is unknown goes to a person. */
import { type TellAnswer, renderAnswerMail } from "../../domain/chat-words.ts";
import { reasonNotToContact } from "../../domain/may-contact.ts";
import type { Clock } from "../../domain/time.ts";
import type { LeverReader } from "../../lever/port.ts";
import { mailHtml } from "../../messaging/mail-html.ts";
import type { Mailer } from "../../messaging/port.ts";
import type { EffectKind } from "../kind.ts";
import { refuseConfidential } from "../look-again.ts";
import { stale } from "./note-stands.ts";
import { unknowable } from "./tell-person.ts";

interface MailDeps {
  clock: Clock;
  lever: { fresh: LeverReader };
  mailer: Mailer;
  messageIdDomain: string;
  /** The candidate's own page, good until then. */
  pageUrl(caseId: string, until: Temporal.Instant): Promise<string>;
  /** Whether the candidate knows of what it tells. */
  isKnown(told: TellAnswer): Promise<boolean>;
}

/** So long the link opens. */
const LINK_GOOD = { hours: 30 * 24 };

/** The one step of it. */
export const createAnswerMail =
  (deps: MailDeps) =>
  (told: TellAnswer): EffectKind => ({
    kind: "answer_mail",
    audience: "candidate",
    standsAlone: true,
    label: "Tell the candidate by mail that a person has answered in their chat",
    send: async ({ effectId, handOver }) => {
      await refuseUnlessReachable(told, deps.lever.fresh);
      // The chat itself, also for who has left the assistant: a person answers there.
      const page = await deps.pageUrl(told.caseId, deps.clock.now().add(LINK_GOOD));
      const chatUrl = `${page}/assistant`;
      const { subject, text, footer } = renderAnswerMail(told, chatUrl);
      const { messageId } = await deps.mailer.send(
        {
          messageId: `<${effectId}@${deps.messageIdDomain}>`,
          to: told.to,
          subject,
          text: `${text}\n\n--\n${footer}`,
          html: mailHtml({ title: subject, text, allowedUrls: [chatUrl], footer }),
        },
        async () => {
          if (await deps.isKnown(told)) throw stale(KNOWN);
          await handOver();
        },
      );
      return { messageId };
    },
    probe: unknowable,
  });

const KNOWN =
  "The candidate has seen the answer meanwhile, or was told of it, so no mail was sent.";

/** Errors: `stale_proposal` for what is confidential or archived by now, or has another address; those of `reasonNotToContact`, and of Lever. */
const refuseUnlessReachable = async (
  { opportunityId, to }: TellAnswer,
  lever: LeverReader,
): Promise<void> => {
  await refuseConfidential(opportunityId, lever);
  const { archivedAt, contactAllowed, emails } = await lever.getOpportunity(opportunityId);
  if (archivedAt !== null) {
    throw stale("The candidacy is archived in Lever by now, so nobody was told.");
  }
  const reason = reasonNotToContact({
    archived: false,
    confidential: false,
    contactAllowed,
    email: emails[0] ?? null,
  });
  if (reason) throw reason;
  if (!emails.includes(to.email)) {
    throw stale("Lever has another address for this candidate now, so nothing was sent.");
  }
};
