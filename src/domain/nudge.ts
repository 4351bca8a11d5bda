/** What an interviewer is told of a form that they owe, and, when it stays out, whoever coordinates: payload and very words. */
import { z } from "zod";
import { AlertChannel, type RenderedAlert } from "./alert.ts";
import { OpportunityId, StageId, UserId } from "./ids.ts";
import { LONGEST_NOTE, withoutHandles } from "./note-lines.ts";
import { cleanLine, cleanText, shownName } from "./quoted.ts";
import { isoInstant, slotInWords, zoneId } from "./time.ts";

/** A question of the interview, with what answers to it show. */
const NudgedQuestion = z.strictObject({
  competency: z.string(),
  text: z.string(),
  shows: z.array(z.strictObject({ label: z.string(), shows: z.string() })),
});

/** Payload of the proposal to remind of a form, or to say that reminding has not helped. */
export const NudgeFeedback = z.strictObject({
  kind: z.literal("nudge_feedback"),
  version: z.literal(1),
  opportunityId: OpportunityId,
  stageId: StageId,
  caseId: z.string(),
  says: z
    .enum(["reminder", "overdue"])
    .describe("reminder: to the interviewer. overdue: to the recruiter and the hiring manager"),
  number: z.int().min(0).describe("Of the reminder; of `overdue` how many reached them"),
  most: z.int().min(1).describe("So many reminders at most"),
  until: isoInstant.describe("It is not sent any more after that"),
  owed: z.strictObject({
    interviewId: z.string(),
    userId: UserId.describe("Lever user who owes it"),
    name: z.string(),
    form: z.string().describe("Name of the form; empty when Lever does not tell it"),
    session: z.string(),
    startsAt: isoInstant.describe("Of the interview"),
    endsAt: isoInstant,
    zone: zoneId.describe("Of whoever owes it"),
  }),
  to: z
    .array(
      z.strictObject({
        userId: UserId,
        email: z.email(),
        name: z.string(),
        channel: AlertChannel.exclude(["teams"]),
      }),
    )
    .max(2)
    .describe("Empty with a note"),
  note: z
    .strictObject({
      performAs: UserId.describe("Lever user in whose name it is left"),
      username: z.string().describe("At Lever, of whoever owes the form"),
    })
    .nullable()
    .describe("Null: they are told by a message"),
  candidateName: z.string(),
  postingTitle: z.string(),
  stageName: z.string(),
  formUrl: z
    .string()
    .describe("Of the candidate in Lever, where the form is; empty: Lever gives none"),
  companyName: z.string(),
  questions: z
    .array(NudgedQuestion)
    .max(40)
    .describe("With the first reminder that may reach them: all that the interview was to ask"),
});
export type NudgeFeedback = z.infer<typeof NudgeFeedback>;

/** Code of the problem of a case that somebody was not reminded. */
export const NUDGE_NOT_SENT = "nudge_not_sent";

/** Units: characters. */
const LONGEST_NAME = 80;
/** Slack says of each block how long it may be, and of a whole message nothing: longer ones it has refused. */
const LONGEST_IN_SLACK = 12_000;

/** The message, the same wherever it is told. */
export const renderNudge = (nudge: NudgeFeedback): RenderedAlert => ({
  title: titleOf(nudge),
  lines: [
    `The interview was on ${slotInWords(spanOf(nudge), nudge.owed.zone)}.`,
    ...(nudge.owed.form === "" ? [] : [`The form: ${clean(nudge.owed.form)}.`]),
    ...(nudge.formUrl === "" ? ["It is handed in on the candidate's page in Lever."] : []),
    whatNext(nudge),
    ...questionLines(nudge),
  ],
  links: nudge.formUrl === "" ? [] : [{ label: "Hand it in, in Lever", url: nudge.formUrl }],
});

/** The note in Lever, which tells them by their name there; nobody else is woken up by it. */
export const renderNudgeNote = (nudge: NudgeFeedback, username: string): string => {
  const { title, lines } = renderNudge(nudge);
  return [`@${username} ${withoutHandles(title)}`, ...lines.map(withoutHandles)].join("\n\n");
};

/** Where the whole of it has no room: nothing of it is left out, so it has to go by mail. Null: it has room. */
export const noRoomIn = (nudge: NudgeFeedback): "Slack" | "a note in Lever" | null => {
  if (nudge.note) {
    const { length } = renderNudgeNote(nudge, nudge.note.username);
    return length > LONGEST_NOTE ? "a note in Lever" : null;
  }
  const { title, lines } = renderNudge(nudge);
  const isLong = [title, ...lines].join("\n").length > LONGEST_IN_SLACK;
  return isLong && nudge.to.some(({ channel }) => channel === "slack") ? "Slack" : null;
};

/** `the feedback of Grace Hopper on the candidate`; to herself `their feedback on the candidate`. The candidate is named only in what is
 * sealed. */
export const owedInWords = (
  { says, owed }: Pick<NudgeFeedback, "says" | "owed">,
  candidate = "the candidate",
): string =>
  says === "reminder"
    ? `their feedback on ${clean(candidate)}`
    : `the feedback of ${clean(owed.name)} on ${clean(candidate)}`;

const clean = (text: string): string => cleanLine(shownName(text), LONGEST_NAME);

const spanOf = ({ owed }: NudgeFeedback) => ({
  startsAt: Temporal.Instant.from(owed.startsAt),
  endsAt: Temporal.Instant.from(owed.endsAt),
});

const titleOf = (nudge: NudgeFeedback): string => {
  const { says, number, owed, candidateName, postingTitle } = nudge;
  const about = `${clean(candidateName)}, ${clean(owed.session)} (${clean(postingTitle)})`;
  if (says === "overdue") return `Feedback by ${clean(owed.name)} is still missing: ${about}.`;
  return number === 1
    ? `Your feedback, please: ${about}.`
    : `Your feedback is still missing: ${about}.`;
};

const whatNext = ({ says, number, most, owed }: NudgeFeedback): string => {
  if (says === "overdue") {
    return `${clean(owed.name)} was ${timesInWords(number)}, and is not reminded any more.`;
  }
  if (number === most) {
    return "This is the last reminder: without your form the recruiter and the hiring manager are told next.";
  }
  return number === 1
    ? "While it is fresh it takes a few minutes; what you write helps those who decide."
    : `This is reminder ${number} of ${most}. They end as soon as your form is in.`;
};

const timesInWords = (count: number): string => {
  if (count === 0) return "not reached by any reminder";
  return count === 1 ? "reminded once" : `reminded ${count} times`;
};

const questionLines = ({ questions }: NudgeFeedback): string[] =>
  questions.length === 0
    ? []
    : [
        "What your interview asks about, and what answers show:",
        ...questions.flatMap(({ competency, text, shows }, index) => [
          `${index + 1}. ${whole(text)}${competency === "" ? "" : ` (${clean(competency)})`}`,
          ...shows.map((line) => `${whole(line.label)}: ${whole(line.shows)}`),
        ]),
      ];

/** All of it: how long it may be is its question set's affair. */
const whole = (text: string): string => cleanText(text).replaceAll(/\s+/g, " ").trim();
