/** A recruiter's day, told in their morning: what waits, what failed, who may not come, who owes feedback, what was done. It holds ids and our own
 * words: whose case it is, is filled in as it leaves, so that nobody is named who was erased or kept to few by then. */
import { z } from "zod";
import type { RenderedAlert } from "./alert.ts";
import { OpportunityId, UserId } from "./ids.ts";
import { briefLine } from "./quoted.ts";
import { isoInstant, zoneId } from "./time.ts";

/** In the order in which they are told. */
export const DIGEST_PARTS = ["waits", "failed", "risks", "owes", "done"] as const;
export type DigestPart = (typeof DIGEST_PARTS)[number];

/** So long it can be told; later it would be of another day. */
export const DIGEST_HOURS = 12;

/** More of a part is read on the page. Slack has room for 25 buttons, and four parts have one for each; so do administrators' things, before
 * which the last give way. */
export const MOST_ITEMS = 6;

/** One thing of a part. */
export const DigestItem = z.strictObject({
  caseId: z.string(),
  what: z.string().max(300).describe("In our own words, without the candidate"),
  path: z
    .string()
    .regex(/^\/[a-z]/)
    .describe("Of the dashboard's page where it is"),
  again: z
    .enum(["post_synthesis", "move_stage", "book_debrief", "invite_again"])
    .optional()
    .describe("Nothing came of it: what may be proposed again on its case"),
  startsAt: isoInstant.optional().describe("When the interview begins that may be missed"),
});
export type DigestItem = z.infer<typeof DigestItem>;

const parts = z.object({
  waits: z.array(DigestItem),
  failed: z.array(DigestItem),
  risks: z
    .array(DigestItem)
    .describe("Interviews that may be missed: told while evaluative features are on"),
  owes: z.array(DigestItem),
  done: z.array(DigestItem),
});

/** Everything that there is to tell. */
export const DayParts = parts;
export type DayParts = z.infer<typeof DayParts>;

/** One thing of the company itself, told to administrators: no word of a candidate. */
export const CompanyItem = z.strictObject({
  about: z.enum(["breach", "request", "two_people", "two_people_ended", "step_back"]),
  id: z.string().describe("Of the register's entry, of the rule, or of the step"),
  what: z.string().max(300).describe("In our own words"),
  path: z
    .string()
    .regex(/^\/[a-z]/)
    .describe("Of the dashboard's page where it is"),
});
export type CompanyItem = z.infer<typeof CompanyItem>;

/** Payload of the proposal to tell it. */
export const SendDigest = z.strictObject({
  kind: z.literal("send_digest"),
  version: z.literal(1),
  stream: OpportunityId.describe("Of the recruiter's days: where its events are in order"),
  to: z.strictObject({ userId: UserId, email: z.email(), name: z.string() }),
  channel: z.enum(["slack", "mail"]).describe("Never where others read it"),
  day: z.iso.date().describe("By the clocks around them"),
  zone: zoneId,
  since: isoInstant.describe("What was done from here on is told"),
  until: isoInstant,
  parts,
  company: z
    .array(CompanyItem)
    .exactOptional()
    .describe("What the company has to see to: to administrators alone"),
  companyName: z.string(),
});
export type SendDigest = z.infer<typeof SendDigest>;

/** The stream of somebody's days. */
export const streamOfDays = (userId: string): OpportunityId => OpportunityId.parse(`day:${userId}`);

/** Whether there is nothing to tell. */
export const isQuiet = ({ parts: day, company = [] }: Held): boolean =>
  company.length === 0 && DIGEST_PARTS.every((part) => day[part].length === 0);

type Held = Pick<SendDigest, "parts" | "company">;

const COMPANY_HEAD = "For administrators";
const ABOUT: Record<CompanyItem["about"], string> = {
  breach: "Breach of data",
  request: "Request about data",
  two_people: "Two people to agree",
  two_people_ended: "Two people to agree",
  step_back: "Step taken back",
};

const HEADS: Record<DigestPart, string> = {
  waits: "Waiting for you",
  failed: "Needs a look",
  risks: "May not turn up",
  owes: "Overdue feedback",
  done: "Done",
};

/** What a case is called to its recruiter: `Ada Lovelace, Phone Screen (Backend Engineer)`. */
export type SubjectOf = (caseId: string) => string;

interface Told {
  head: string;
  items: { number: number; text: string; subject: string; path: string }[];
  more: number;
}

/** Numbered through, so that a link can say of which it is. */
const toldOf = ({ parts: day, company = [] }: Held, subjectOf: SubjectOf): Told[] => {
  let number = 0;
  const groups = [
    { head: COMPANY_HEAD, all: company.map((item) => ({ ...item, of: ABOUT[item.about] })) },
    ...DIGEST_PARTS.map((part) => ({
      head: HEADS[part],
      all: day[part].map((item) => ({ ...item, of: subjectOf(item.caseId) })),
    })),
  ];
  return groups
    .filter(({ all }) => all.length > 0)
    .map(({ head, all }) => {
      const items = all.slice(0, MOST_ITEMS).map(({ of, what, path }) => {
        number += 1;
        const subject = briefLine(of, LONGEST_SUBJECT);
        const text = `${number}. ${subject}: ${briefLine(what, LONGEST_WHAT)}`;
        return { number, subject, path, text };
      });
      return { head: `${head} (${all.length})`, items, more: all.length - items.length };
    });
};

/** Units: characters. */
const LONGEST_SUBJECT = 120;
const LONGEST_WHAT = 200;

const titleOf = ({ day, parts: told, company = [] }: SendDigest): string => {
  const date = DAY.format(Temporal.PlainDate.from(day)).replace(",", "");
  const counts = [
    company.length > 0 && `${company.length} for administrators`,
    told.waits.length > 0 && `${told.waits.length} waiting for you`,
    told.failed.length > 0 && `${told.failed.length} to look at`,
    told.risks.length > 0 && `${told.risks.length} at risk of a no-show`,
    told.owes.length > 0 &&
      `${told.owes.length} overdue ${told.owes.length === 1 ? "form" : "forms"}`,
    told.done.length > 0 && `${told.done.length} done`,
  ].filter((words) => words !== false);
  return `${date}: ${counts.join(", ")}`;
};

const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });

/** What Slack has room for. */
const MOST_BUTTONS = 25;

/** As Slack shows it: a button for each thing that asks for something. */
export const digestInSlack = (
  digest: SendDigest,
  { subjectOf, publicUrl }: { subjectOf: SubjectOf; publicUrl: string },
): RenderedAlert => {
  const told = toldOf(digest, subjectOf);
  const done = digest.parts.done.length > 0 ? told.at(-1) : undefined;
  return {
    title: titleOf(digest),
    lines: told.flatMap(({ head, items, more }) => [
      head,
      ...items.map(({ text }) => text),
      ...andMore(more),
    ]),
    links: [
      { label: "Open Today", url: todayUrl(digest, publicUrl) },
      ...told
        .filter((part) => part !== done)
        .flatMap(({ items }) =>
          items.map(({ number, subject, path }) => ({
            label: `${number}. ${subject}`,
            url: `${publicUrl}${path}`,
          })),
        ),
    ].slice(0, MOST_BUTTONS),
  };
};

const andMore = (more: number): string[] => (more > 0 ? [`And ${more} more.`] : []);

/** As a mail: each thing with its link. */
export const digestInMail = (
  digest: SendDigest,
  { subjectOf, publicUrl }: { subjectOf: SubjectOf; publicUrl: string },
): { subject: string; text: string; urls: string[]; footer: string } => {
  const told = toldOf(digest, subjectOf);
  const urlOf = ({ path }: { path: string }): string => `${publicUrl}${path}`;
  const today = todayUrl(digest, publicUrl);
  const text = [
    titleOf(digest),
    ...told.flatMap(({ head, items, more }) => [
      head,
      ...items.map((item) => `${item.text}\n${urlOf(item)}`),
      ...andMore(more),
    ]),
    `Everything for today, and where to turn this message off:\n${today}`,
  ].join("\n\n");
  return {
    subject: titleOf(digest),
    text,
    urls: [today, ...told.flatMap(({ items }) => items.map(urlOf))],
    footer: `Sent for ${digest.companyName} by Convene, scheduling software.`,
  };
};

const todayUrl = ({ to }: SendDigest, publicUrl: string): string =>
  `${publicUrl}/today?person=${encodeURIComponent(to.userId)}`;
