/** Decisions where people are: told in Slack, Teams or by mail, and answered there. Whoever is given this writes nothing else. */
import { type DecideElsewhereDeps } from "../../cases/decide-elsewhere.ts";
import { AppError } from "../../domain/errors.ts";
import type { SlackInteractions } from "../../intake/slack-interaction.ts";
import { replyInSlack } from "../../messaging/slack-command.ts";
import { VIEWS } from "../../messaging/slack-approval.ts";
import { withoutMarkup } from "../../messaging/slack-blocks.ts";
import type { Slack } from "../../messaging/slack.ts";
import {
  placeOfModal,
  type SlackInteraction,
  SlackInteraction as SlackInteractionShape,
  answerInteraction,
} from "./slack-answers.ts";
import { type TellAskedDeps, readQuestion, tellAsked } from "./tell-asked.ts";

interface ApprovalsDeps extends TellAskedDeps, DecideElsewhereDeps {
  /** Whether anybody is told. */
  isOn: boolean;
  command: { signingSecret: string; apiUrl: string } | null;
}

export interface Approvals {
  /** One round: of one proposal, or of all. */
  tell(proposalId: string | null): Promise<void>;
  slack: SlackInteractions | null;
  /** What a link of a mail opens; null: nothing any more. */
  read(id: string): Promise<Awaited<ReturnType<typeof readQuestion>>>;
}

/** What a process has of it. */
export const createApprovals = (deps: ApprovalsDeps): Approvals => {
  const tell = async (proposalId: string | null): Promise<void> => {
    if (deps.isOn) await tellAsked(proposalId, deps);
  };
  const { slack } = deps.chat;
  const { command } = deps;
  return {
    tell,
    read: async (id) => await readQuestion(id, deps),
    slack:
      slack && command
        ? {
            signingSecret: command.signingSecret,
            parse: (payload) => {
              const parsed = SlackInteractionShape.safeParse(payload);
              if (!parsed.success) throw notSlacks(parsed.error);
              return hear(parsed.data, { ...deps, slack, tellAsked: tell, apiUrl: command.apiUrl });
            },
          }
        : null,
  };
};

const notSlacks = (cause: unknown): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "The body is no interaction as Slack sends it.",
    cause,
  });

type HearDeps = Parameters<typeof answerInteraction>[1] & { apiUrl: string; slack: Slack };

const hear = (
  interaction: SlackInteraction,
  deps: HearDeps,
): ReturnType<SlackInteractions["parse"]> => ({
  isModal: interaction.type === "view_submission",
  errorBlock: errorBlockOf(interaction),
  act: async () => await answerInteraction(interaction, deps),
  tellProblem: async (words) => await tellProblem(interaction, words, deps),
});

/** A block that the modal is known to have. */
const errorBlockOf = (interaction: SlackInteraction): string | null => {
  if (interaction.type !== "view_submission") return null;
  const { callback_id: modal, state } = interaction.view;
  return modal === VIEWS.reject ? "reason" : (Object.keys(state.values)[0] ?? null);
};

/** To whoever pressed alone; of a modal, which has no address for it, under the message. */
const tellProblem = async (
  interaction: SlackInteraction,
  words: string,
  { slack, apiUrl }: HearDeps,
): Promise<void> => {
  if (interaction.type === "view_submission") {
    const { c: channel, t: ts } = placeOfModal(interaction);
    await slack.asker.reply({ channel, ts }, words);
    return;
  }
  const { response_url: url, container } = interaction;
  if (url === undefined) {
    await slack.asker.reply({ channel: container.channel_id, ts: container.message_ts }, words);
    return;
  }
  const answer = { response_type: "ephemeral" as const, text: withoutMarkup(words), blocks: [] };
  await replyInSlack(url, { ...answer, replace_original: false }, { apiUrl });
};
