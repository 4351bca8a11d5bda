/** What a recruiter is told when nothing has fitted for long: who and what blocks, and what they could give up. */
import { z } from "zod";
import { OpportunityId, StageId } from "./ids.ts";
import { cleanLine } from "./quoted.ts";
import { Relaxation } from "./no-fit.ts";
import { isoInstant } from "./time.ts";

/** Where they are told: alone, or, with `teams`, in a channel that others read too. */
export const AlertChannel = z.enum(["slack", "teams", "mail"]);
export type AlertChannel = z.infer<typeof AlertChannel>;

/** The same in words. */
export const CHANNEL_WORDS: Record<AlertChannel, string> = {
  slack: "in Slack",
  teams: "in Teams",
  mail: "by mail",
};

/** Payload of the proposal to tell. */
export const AlertRecruiter = z.strictObject({
  kind: z.literal("alert_recruiter"),
  version: z.literal(1),
  opportunityId: OpportunityId,
  stageId: StageId,
  caseId: z.string(),
  channel: AlertChannel,
  to: z.strictObject({ email: z.email(), name: z.string() }),
  candidateName: z
    .string()
    .nullable()
    .describe("Null where others read it too, and of a confidential candidacy"),
  postingTitle: z.string(),
  stageName: z.string(),
  since: isoInstant.describe("Since when nothing fits"),
  hours: z.int().min(0).describe("So long, when it was proposed"),
  blockers: z.array(z.string()),
  relaxations: z.array(Relaxation),
  because: z
    .string()
    .optional()
    .describe(
      "Of a booking that no change fits: what happened to it. Absent when nothing is booked",
    ),
  companyName: z.string(),
});
export type AlertRecruiter = z.infer<typeof AlertRecruiter>;

/** An alert as its reader sees it. Links only open pages: what they would do is confirmed there. */
export interface RenderedAlert {
  title: string;
  /** Why nothing fits. */
  lines: string[];
  links: { label: string; url: string }[];
}

/** More than that is read on the page. */
const MOST_BLOCKERS = 3;
const MOST_LINKS = 4;
/** Units: characters. */
const LONGEST_TITLE = 100;
const LONGEST_LINE = 400;

/** The very words. `caseUrl`: of the case's page. */
export const renderAlert = (alert: AlertRecruiter, caseUrl: string): RenderedAlert => {
  const { blockers, relaxations } = alert;
  const left = blockers.length - MOST_BLOCKERS;
  return {
    title: titleOf(alert),
    lines: [
      ...(alert.because === undefined ? [] : [cleanLine(alert.because, LONGEST_LINE)]),
      ...blockers.slice(0, MOST_BLOCKERS).map((words) => cleanLine(words, LONGEST_LINE)),
      ...(left > 0 ? [`And ${left} more.`] : []),
      relaxations.length > 0
        ? "You can look again with one rule loosened:"
        : "No single rule would help: see the case.",
    ],
    links: [
      ...relaxations.slice(0, MOST_LINKS).map(({ id, change }) => ({
        label: cleanLine(change, LONGEST_LINE),
        url: `${caseUrl}?relax=${encodeURIComponent(id)}`,
      })),
      { label: "Open the case", url: caseUrl },
    ],
  };
};

const titleOf = (alert: AlertRecruiter): string => {
  const since = `for ${hoursInWords(alert.hours)} now`;
  return alert.because === undefined
    ? `No time fits for ${alertSubject(alert)}, ${since}.`
    : `A booked interview cannot be changed so that it fits: ${alertSubject(alert)}, ${since}.`;
};

/** `no time fits`: for the middle of a sentence. */
export const misfitOf = ({ because }: Pick<AlertRecruiter, "because">): string =>
  because === undefined ? "no time fits" : "no change of the booking fits";

/** `Ada Lovelace, Phone Screen (Backend Engineer)`. */
export const alertSubject = ({ candidateName, postingTitle, stageName }: AlertRecruiter): string =>
  `${candidateName ?? "a candidate"}, ${cleanLine(stageName, LONGEST_TITLE)} (${cleanLine(postingTitle, LONGEST_TITLE)})`;

const DAY = 24;

const hoursInWords = (hours: number): string => {
  const days = Math.floor(hours / DAY);
  if (days >= 2) return `${days} days`;
  return hours === 1 ? "an hour" : `${hours} hours`;
};
