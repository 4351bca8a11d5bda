/** Reminds somebody of a form that they owe, or says to those who wait for it that it stays out. Just before it leaves Lever is asked
 * once more. A mail cannot be looked up: one whose fate is unknown goes to a person. */
import { AppError } from "../../domain/errors.ts";
import {
  type NudgeFeedback,
  owedInWords,
  renderNudge,
  renderNudgeNote,
} from "../../domain/nudge.ts";
import type { Clock } from "../../domain/time.ts";
import { owedForms } from "../../feedback/owed.ts";
import type { MissedInterview } from "../../feedback/seats.ts";
import type { LeverReader, LeverWriter } from "../../lever/port.ts";
import type { Mailer } from "../../messaging/port.ts";
import type { Slack } from "../../messaging/slack.ts";
import type { EffectKind } from "../kind.ts";
import { noteKind } from "./lever-note.ts";
import { letterOf, tellByMail, tellInSlack } from "./tell-person.ts";

interface NudgeDeps {
  clock: Clock;
  missedOf(opportunityId: string): Promise<MissedInterview[]>;
  lever: { reader: LeverReader; writer: LeverWriter; fresh: LeverReader };
  chat: { slack: Slack | null };
  mailer: Mailer;
  messageIdDomain: string;
}

/** The steps: one for each who is told. */
export const createNudgeSteps =
  (deps: NudgeDeps) =>
  (nudge: NudgeFeedback): EffectKind[] =>
    [
      ...nudge.to.map((person) => toPerson({ nudge, person }, deps)),
      ...(nudge.note ? [inLever(nudge, nudge.note, deps)] : []),
    ].map(({ send, ...kind }) => ({
      ...kind,
      // What one cannot be sent is still for the other.
      standsAlone: true as const,
      send: async (context) => {
        await refuseUnlessOwed(nudge, deps);
        return await send(context);
      },
    }));

const toPerson = (
  { nudge, person }: { nudge: NudgeFeedback; person: NudgeFeedback["to"][number] },
  { chat, mailer, messageIdDomain }: NudgeDeps,
): EffectKind => {
  const { userId: session, email, name, channel } = person;
  const does = nudge.says === "overdue" ? `Tell ${name} that` : `Remind ${name}`;
  const what =
    nudge.says === "overdue" ? `${owedInWords(nudge)} is missing` : `of ${owedInWords(nudge)}`;
  const label = `${does} ${what} ${channel === "slack" ? "in Slack" : "by mail"}`;
  if (channel === "slack") {
    const message = () => renderNudge(nudge);
    const telling = tellInSlack({ slack: chat.slack, email, whose: "interviewer", message });
    return { kind: "nudge_slack", audience: "internal", session, label, ...telling };
  }
  const mail = () => letterOf(renderNudge(nudge), nudge.companyName);
  const telling = tellByMail({ mailer, messageIdDomain, to: { email, name }, mail });
  return { kind: "nudge_mail", audience: "internal", session, label, ...telling };
};

const inLever = (
  nudge: NudgeFeedback,
  { performAs, username }: NonNullable<NudgeFeedback["note"]>,
  deps: NudgeDeps,
): EffectKind => ({
  ...noteKind(deps, {
    kind: "nudge_note",
    label: `Remind ${nudge.owed.name} of their feedback by a note in Lever`,
    opportunityId: nudge.opportunityId,
    performAs,
    bodyOf: () => renderNudgeNote(nudge, username),
  }),
  session: nudge.owed.userId,
});

/** The form may be in, or owed no more, by now; and nobody is told outside their hours. Errors: `stale_proposal`; those of Lever. */
const refuseUnlessOwed = async (
  { opportunityId, owed, until }: NudgeFeedback,
  { lever: { fresh }, clock, missedOf }: NudgeDeps,
): Promise<void> => {
  const now = clock.now();
  if (Temporal.Instant.compare(now, Temporal.Instant.from(until)) > 0) {
    throw stale("It was too late on that day, so nothing was sent.");
  }
  const { confidential, archivedAt, postingId } = await fresh.getOpportunity(opportunityId);
  const posting = postingId === null ? null : await fresh.getPosting(postingId);
  if (confidential || posting?.confidential) {
    throw stale("The candidacy is confidential in Lever by now, so nothing was sent.");
  }
  if (archivedAt !== null) {
    throw stale("The candidacy is archived in Lever by now, so nothing was sent.");
  }
  const [panels, forms, users] = await Promise.all([
    fresh.listPanels(opportunityId),
    fresh.listFeedback(opportunityId),
    fresh.listUsers(),
  ]);
  const missed = await missedOf(opportunityId);
  const form = owedForms({ panels, forms, users, missed, now }).find(
    ({ interviewId, userId }) => interviewId === owed.interviewId && userId === owed.userId,
  );
  if (!form?.endsAt.equals(Temporal.Instant.from(owed.endsAt))) {
    throw stale(
      "The interview was moved, cancelled or given to others meanwhile, so nothing was sent.",
    );
  }
  if (form.status === "handed_in") throw stale("The form is in meanwhile, so nothing was sent.");
  if (form.excuse === "missed" || form.excuse === "made_up") {
    throw stale("The candidate did not come to this interview, so nothing was sent.");
  }
  if (form.status === "excused")
    throw stale("The form is not waited for any more, so nothing was sent.");
  if (form.leverReminds)
    throw stale("Lever itself reminds of this form by now, so nothing was sent.");
};

const stale = (message: string): AppError =>
  new AppError({ code: "stale_proposal", fault: "caller", message });
