/** Tells the recruiter that nothing fits. A card in Teams cannot be looked up, as a mail: one whose fate is unknown goes to a
 * person. */
import {
  type AlertRecruiter,
  type RenderedAlert,
  misfitOf,
  renderAlert,
} from "../../domain/alert.ts";
import type { LeverReader } from "../../lever/port.ts";
import type { Mailer } from "../../messaging/port.ts";
import type { Slack } from "../../messaging/slack.ts";
import type { Teams } from "../../messaging/teams.ts";
import type { EffectKind } from "../kind.ts";
import { refuseIfConfidential } from "../look-again.ts";
import { letterOf, notConnected, tellByMail, tellInSlack, unknowable } from "./tell-person.ts";

interface AlertDeps {
  lever: { fresh: LeverReader };
  chat: { slack: Slack | null; teams: Teams | null };
  mailer: Mailer;
  messageIdDomain: string;
  publicUrl: string;
}

/** The one step of an alert. */
export const createRecruiterAlert =
  (deps: AlertDeps) =>
  (alert: AlertRecruiter): EffectKind => {
    const message = renderAlert(alert, `${deps.publicUrl}/cases/${alert.caseId}`);
    const { send, ...kind } = kindOf(alert, message, deps);
    return {
      ...kind,
      send: async (context) => {
        await refuseIfConfidential(alert, deps.lever.fresh);
        return await send(context);
      },
    };
  };

const kindOf = (alert: AlertRecruiter, message: RenderedAlert, deps: AlertDeps): EffectKind => {
  if (alert.channel === "slack") return inSlack(alert, message, deps.chat.slack);
  if (alert.channel === "teams") return inTeams(alert, message, deps.chat.teams);
  return byMail(alert, message, deps);
};

const inSlack = (
  alert: AlertRecruiter,
  message: RenderedAlert,
  slack: Slack | null,
): EffectKind => ({
  kind: "recruiter_slack",
  audience: "internal",
  label: `Tell the recruiter in Slack that ${misfitOf(alert)}`,
  ...tellInSlack({ slack, email: alert.to.email, whose: "recruiter", message: () => message }),
});

const inTeams = (
  alert: AlertRecruiter,
  message: RenderedAlert,
  teams: Teams | null,
): EffectKind => ({
  kind: "recruiter_teams",
  audience: "internal",
  label: `Tell the recruiters in Teams that ${misfitOf(alert)}`,
  send: async ({ handOver }) => {
    await (teams ?? notConnected("Teams")).post(message, handOver);
    return {};
  },
  probe: unknowable,
});

const byMail = (
  alert: AlertRecruiter,
  message: RenderedAlert,
  { mailer, messageIdDomain }: AlertDeps,
): EffectKind => ({
  kind: "recruiter_mail",
  audience: "internal",
  label: `Tell the recruiter by mail that ${misfitOf(alert)}`,
  ...tellByMail({
    mailer,
    messageIdDomain,
    to: alert.to,
    mail: () => letterOf(message, alert.companyName),
  }),
});
