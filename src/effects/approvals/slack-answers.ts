/** What somebody presses or fills in under a question in Slack: decided as everywhere, in the name of the person behind the Slack user, whom
 * their address tells. Source: Slack, "Handling user interaction", "Modals". */
import { z } from "zod";
import { readContent } from "../../cases/approval-content.ts";
import type { Changeable } from "../../cases/approval-content.ts";
import { type DecideElsewhereDeps, decideElsewhere } from "../../cases/decide-elsewhere.ts";
import { getCase } from "../../cases/cases.ts";
import { isKeptToFew } from "../../cases/kept-to-few.ts";
import { getProposal } from "../../cases/proposals.ts";
import { type ReachableDecider, listReachable } from "../../cases/reachable-deciders.ts";
import type { PersonDecision } from "../../cases/decide-proposal.ts";
import { TEXT_FIELDS } from "../../domain/booking-texts.ts";
import { AppError } from "../../domain/errors.ts";
import { isSameName } from "../../domain/same-name.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader } from "../../lever/port.ts";
import {
  ACTIONS,
  type EditForm,
  ModalPlace,
  PressedValue,
  VIEWS,
  editModal,
  rejectModal,
} from "../../messaging/slack-approval.ts";
import type { Slack } from "../../messaging/slack.ts";

const Team = z.object({ id: z.string(), enterprise_id: z.string().nullish() }).nullish();

const Typed = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/** What of Slack's payloads is read. */
export const SlackInteraction = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("block_actions"),
    user: z.object({ id: z.string() }),
    team: Team,
    trigger_id: z.string(),
    response_url: z.string().max(1_000).optional(),
    container: z.object({ channel_id: z.string(), message_ts: z.string() }),
    actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
  }),
  z.object({
    type: z.literal("view_submission"),
    user: z.object({ id: z.string() }),
    team: Team,
    view: z.object({
      callback_id: z.string(),
      private_metadata: z.string(),
      state: z.object({ values: z.record(z.string(), z.record(z.string(), Typed)) }),
    }),
  }),
]);
export type SlackInteraction = z.infer<typeof SlackInteraction>;

type Pressed = Extract<SlackInteraction, { type: "block_actions" }>;
type Submitted = Extract<SlackInteraction, { type: "view_submission" }>;

export interface SlackAnswerDeps extends DecideElsewhereDeps {
  slack: Slack;
  lever: Pick<LeverReader, "listUsers">;
  publicUrl: string;
  /** Brings what stands in Slack up to date. */
  tellAsked(proposalId: string): Promise<void>;
}

/** Decides, or opens a modal. Errors: those of deciding, `forbidden` for whom nobody knows
 * here; those of Slack. */
export const answerInteraction = async (
  interaction: SlackInteraction,
  deps: SlackAnswerDeps,
): Promise<void> => {
  // A link is told to us as a press too.
  if (interaction.type === "block_actions" && !isOurs(interaction)) return;
  const decider = await findDecider(interaction, deps);
  await (interaction.type === "block_actions"
    ? press(interaction, decider, deps)
    : submit(interaction, decider, deps));
};

/** Whether one of our buttons was pressed. */
const isOurs = ({ actions: [action] }: Pressed): boolean =>
  Object.values(ACTIONS).some((name) => name === action?.action_id);

const findDecider = async (
  { user, team }: SlackInteraction,
  { slack, lever, database, clock }: SlackAnswerDeps,
): Promise<ReachableDecider> => {
  const isTheirs =
    team &&
    (await slack.reader.isOurTeam({ id: team.id, enterpriseId: team.enterprise_id ?? null }));
  const email = isTheirs ? await slack.reader.emailOf(user.id) : null;
  const listUsers = async () => await unlessForbidden(async () => await lever.listUsers());
  const known = email ? await listReachable(database, { listUsers, now: clock.now() }) : [];
  const found = known.filter((one) => isSameName(one.email, email ?? ""));
  const [only] = found;
  if (only && found.length === 1) return only;
  throw new AppError({
    code: "forbidden",
    fault: "caller",
    message:
      found.length > 1
        ? "Several sign-ins of Convene have your address, so it cannot be said in whose name you decide. Decide in the dashboard."
        : "Convene knows nobody with your address in Slack who may decide. An admin gives you a sign-in in its name.",
  });
};

const parseJson = <Shape>(shape: z.ZodType<Shape>, text: string | undefined): Shape => {
  try {
    return shape.parse(JSON.parse(text ?? ""));
  } catch (cause) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "What was pressed is none of what Convene shows. Open the proposal in Convene.",
      cause,
    });
  }
};

const press = async (
  { actions: [action], container, trigger_id: trigger }: Pressed,
  decider: ReachableDecider,
  deps: SlackAnswerDeps,
): Promise<void> => {
  const value = parseJson(PressedValue, action?.value);
  if (action?.action_id === ACTIONS.approve) {
    await decide({ decider, ...value, decision: "approve" }, deps);
    return;
  }
  const place = { ...value, c: container.channel_id, t: container.message_ts };
  const { subject, changeable } = await readOpen(value, decider, deps);
  if (action?.action_id === ACTIONS.reject) {
    await deps.slack.asker.openView(trigger, rejectModal(subject, place));
    return;
  }
  if (!changeable) throw refused("This can be approved or rejected, not changed.");
  await deps.slack.asker.openView(trigger, editModal(formOf(subject, changeable), place));
};

/** What a modal shows, to whoever may see it. Errors: `not_found`, `forbidden`, `stale_proposal`. */
const readOpen = async (
  { p: id, d: digest }: PressedValue,
  decider: ReachableDecider,
  deps: SlackAnswerDeps,
) => {
  const proposal = await getProposal(deps.database, id);
  const case_ = proposal && (await getCase(deps.database, proposal.caseId));
  if (!case_ || !(await deps.reach(decider.scope, "proposal", id))) {
    throw refused("There is no such proposal, or it is beyond your reach.");
  }
  if (proposal.status !== "waiting" || proposal.digest !== digest) {
    throw refused("This proposal does not wait any more, or is another one by now.");
  }
  if (await isKeptToFew(deps.database, { proposal, case_ }, deps.texts)) {
    throw refused("This candidacy is confidential by now.");
  }
  const content = await readContent(proposal, deps);
  if (!content) throw refused("This is read and decided on its page in Convene alone.");
  return content;
};

const refused = (message: string): AppError =>
  new AppError({ code: "forbidden", fault: "caller", message });

const LABELS: Record<(typeof TEXT_FIELDS)[number], string> = {
  mailSubject: "Subject of the mail",
  mailBody: "Mail to the candidate",
  invitationTitle: "Title of the invitation",
  invitationBody: "Invitation to the panel",
  leverNote: "Note in Lever",
};
const ONE_LINE: ReadonlySet<string> = new Set(["mailSubject", "invitationTitle"]);

const formOf = (subject: string, { texts, times }: Changeable): EditForm => ({
  subject,
  times,
  texts: TEXT_FIELDS.map((field) => ({
    field,
    label: LABELS[field],
    text: texts[field],
    isOneLine: ONE_LINE.has(field),
  })),
});

/** Where a modal was opened. Errors: `input_invalid` for one that is not ours. */
export const placeOfModal = ({ view }: Submitted): ModalPlace =>
  parseJson(ModalPlace, view.private_metadata);

const submit = async (
  submitted: Submitted,
  decider: ReachableDecider,
  deps: SlackAnswerDeps,
): Promise<void> => {
  const { view } = submitted;
  const { p, d } = placeOfModal(submitted);
  const { values } = view.state;
  const typed = (block: string): string | undefined =>
    values[block]?.["value"]?.value ??
    values[block]?.["value"]?.selected_option?.value ??
    undefined;
  if (view.callback_id === VIEWS.reject) {
    const reason = typed("reason")?.trim() ?? "";
    if (reason === "") throw refused("A rejection needs its reason.");
    await decide({ decider, p, d, decision: "reject", reason: reason.slice(0, 1_000) }, deps);
  } else if (view.callback_id === VIEWS.edit) {
    const { changeable } = await readOpen({ p, d }, decider, deps);
    if (!changeable) throw refused("This can be approved or rejected, not changed.");
    await decide({ decider, p, d, decision: "edit", edit: editOf(changeable, typed) }, deps);
  }
};

/** What is otherwise than it was. Errors: `input_invalid` where nothing is. */
const editOf = (
  { texts, times }: Changeable,
  typed: (block: string) => string | undefined,
): NonNullable<PersonDecision["edit"]> => {
  const changed = Object.fromEntries(
    TEXT_FIELDS.flatMap((field) => {
      const text = typed(`text_${field}`)?.replaceAll("\r\n", "\n");
      return text === undefined || text === texts[field] ? [] : [[field, text]];
    }),
  );
  const startsAt = typed("time");
  const isMoved = startsAt !== undefined && startsAt !== times[0]?.startsAt;
  if (!isMoved && Object.keys(changed).length === 0) {
    throw refused("Nothing was changed. Cancel, or change something.");
  }
  return {
    ...(isMoved && { startsAt }),
    ...(Object.keys(changed).length > 0 && { texts: changed }),
  };
};

interface Deciding extends Pick<PersonDecision, "decision" | "edit" | "reason">, PressedValue {
  decider: ReachableDecider;
}

const decide = async (
  { p: proposalId, d: digest, ...decision }: Deciding,
  deps: SlackAnswerDeps,
): Promise<void> => {
  const { replaced, proposal } = await decideElsewhere(
    { ...decision, proposalId, digest, via: "slack" },
    deps,
  );
  await deps.tellAsked(proposalId);
  if (replaced !== null) await deps.tellAsked(proposal.id);
};
