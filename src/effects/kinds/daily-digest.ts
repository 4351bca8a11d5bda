/** Tells a recruiter their day, to them alone. Who is in it is read as it leaves. A mail cannot be looked up: one whose fate is
 * unknown is not sent again. */
import type { Logger } from "pino";
import { readSubjects } from "../../cases/day-rows.ts";
import type { People } from "../../cases/named-people.ts";
import type { OwnersReader } from "../../cases/risk-readers.ts";
import { keepOpen, keepTellable } from "../../cases/tellable-day.ts";
import type { Database } from "../../db/port.ts";
import {
  DIGEST_HOURS,
  DIGEST_PARTS,
  type SendDigest,
  type SubjectOf,
  digestInMail,
  digestInSlack,
  isQuiet,
} from "../../domain/daily-digest.ts";
import type { Clock } from "../../domain/time.ts";
import { mailHtml } from "../../messaging/mail-html.ts";
import type { Mailer } from "../../messaging/port.ts";
import type { Slack } from "../../messaging/slack.ts";
import type { Texts } from "../../privacy/texts.ts";
import type { EffectKind } from "../kind.ts";
import { stale } from "./note-stands.ts";
import { tellByMail, tellInSlack } from "./tell-person.ts";

interface DigestDeps {
  database: Database;
  clock: Clock;
  texts: Texts;
  log: Logger;
  lever: { fresh: OwnersReader & People };
  chat: { slack: Slack | null };
  mailer: Mailer;
  messageIdDomain: string;
  publicUrl: string;
}

/** The one step of a digest. */
export const createDailyDigest =
  (deps: DigestDeps) =>
  (digest: SendDigest): EffectKind => {
    const { send, ...kind } =
      digest.channel === "slack" ? inSlack(digest, deps) : byMail(digest, deps);
    return {
      ...kind,
      send: async (context) => {
        refuseIfOver(digest, deps.clock);
        return await send(context);
      },
    };
  };

/** After a pause or a long stop it would tell of another day. */
const refuseIfOver = ({ until }: SendDigest, clock: Clock): void => {
  const isOver = Temporal.Instant.from(until).until(clock.now()).total("hours") >= DIGEST_HOURS;
  if (!isOver) return;
  throw stale("The day that it tells of is over.");
};

const inSlack = (digest: SendDigest, deps: DigestDeps): EffectKind => ({
  kind: "digest_slack",
  audience: "internal",
  label: "Tell a recruiter their day in Slack",
  standsAlone: true,
  ...tellInSlack({
    slack: deps.chat.slack,
    email: digest.to.email,
    whose: "recruiter",
    message: async () => {
      const told = await asOfNow(digest, deps);
      return digestInSlack(told, {
        subjectOf: await subjectsOf(told, deps),
        publicUrl: deps.publicUrl,
      });
    },
  }),
});

const byMail = (digest: SendDigest, deps: DigestDeps): EffectKind => ({
  kind: "digest_mail",
  audience: "internal",
  label: "Tell a recruiter their day by mail",
  standsAlone: true,
  ...tellByMail({
    mailer: deps.mailer,
    messageIdDomain: deps.messageIdDomain,
    to: digest.to,
    mail: async () => {
      const told = await asOfNow(digest, deps);
      const { subject, text, urls, footer } = digestInMail(told, {
        subjectOf: await subjectsOf(told, deps),
        publicUrl: deps.publicUrl,
      });
      return {
        subject,
        text: `${text}\n\n--\n${footer}`,
        html: mailHtml({ title: subject, text, allowedUrls: urls, footer }),
      };
    },
  }),
});

/** Without what is not to be told any more. Errors: `stale_proposal` when nothing is left; those of Lever that pass. */
const asOfNow = async (digest: SendDigest, deps: DigestDeps): Promise<SendDigest> => {
  const parts = await keepTellable(digest, { ...deps, lever: deps.lever.fresh });
  const company = await keepOpen(digest.company ?? [], { ...deps, people: deps.lever.fresh });
  if (isQuiet({ parts, company })) throw stale("Nothing of it is to be told any more.");
  return { ...digest, parts, company };
};

const subjectsOf = async (
  { parts }: SendDigest,
  { database, texts }: DigestDeps,
): Promise<SubjectOf> => {
  const ids = DIGEST_PARTS.flatMap((part) => parts[part].map(({ caseId }) => caseId));
  const subjects = await readSubjects(database, [...new Set(ids)], texts);
  return (caseId) => subjects.get(caseId) ?? "A candidate";
};
