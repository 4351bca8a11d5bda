/** A waiting proposal as a message in Slack with buttons, and the modals behind them. Plain text throughout: nothing in a name becomes a
 * link or a mention. Source: Slack, "Block Kit" (limits of blocks, buttons and views), "Modals". */
import type { KnownBlock, ModalView } from "@slack/web-api";
import { z } from "zod";
import { shorten } from "../domain/quoted.ts";
import { inSections, section, withoutMarkup } from "./slack-blocks.ts";

/** One message. */
export interface SlackMessageBody {
  text: string;
  blocks: KnownBlock[];
}

export interface ApprovalMessage {
  title: string;
  /** Who is asked until when, or how it ended. */
  lines: readonly string[];
  facts: readonly { label: string; text: string }[];
  texts: readonly { label: string; text: string }[];
  pageUrl: string;
  /** Null: nothing can be decided here. */
  press: { proposalId: string; digest: string; mayEdit: boolean } | null;
}

/** What our buttons and modals are called. */
export const ACTIONS = {
  approve: "approval_approve",
  edit: "approval_edit",
  reject: "approval_reject",
} as const;
export const VIEWS = { edit: "approval_edit", reject: "approval_reject" } as const;

/** Slack's own. */
const MOST_BLOCKS = 50;

/** Whether the whole of it fits: only what is seen whole can be approved. */
export const fitsInSlack = (message: ApprovalMessage): boolean =>
  blocksOf(message).length <= MOST_BLOCKS;

/** Cut, and without buttons to decide, where it does not fit. */
export const approvalBody = (message: ApprovalMessage): SlackMessageBody => {
  const fitting = fitsInSlack(message) ? message : tooLong(message);
  return { text: withoutMarkup(shorten(message.title, 300)), blocks: blocksOf(fitting) };
};

const tooLong = (message: ApprovalMessage): ApprovalMessage => ({
  ...message,
  facts: [],
  texts: [],
  press: null,
  lines: [...message.lines, "It is too long for Slack: read and decide it on its page."],
});

const blocksOf = ({
  title,
  lines,
  facts,
  texts,
  pageUrl,
  press,
}: ApprovalMessage): KnownBlock[] => [
  section(title),
  ...inSections(lines).map(section),
  ...facts.flatMap(({ label, text }) => labelled(label, text)),
  ...(texts.length > 0 ? [{ type: "divider" as const }] : []),
  ...texts.flatMap(({ label, text }) => labelled(label, text)),
  {
    type: "actions",
    block_id: "approval",
    elements: [
      ...(press ? pressable(press) : []),
      { type: "button", action_id: "open_page", text: plain("Open in Convene"), url: pageUrl },
    ],
  },
];

const labelled = (label: string, text: string): KnownBlock[] => [
  { type: "context", elements: [plain(shorten(label, 2_000))] },
  // Slack takes no paragraph of nothing.
  ...inSections(text.split("\n"))
    .filter((words) => words.trim() !== "")
    .map(section),
];

const pressable = ({ proposalId, digest, mayEdit }: NonNullable<ApprovalMessage["press"]>) => {
  const value = JSON.stringify({ p: proposalId, d: digest });
  const button = (action: keyof typeof ACTIONS, words: string) => ({
    type: "button" as const,
    action_id: ACTIONS[action],
    text: plain(words),
    value,
  });
  return [
    { ...button("approve", "Approve"), style: "primary" as const },
    ...(mayEdit ? [button("edit", "Edit")] : []),
    { ...button("reject", "Reject"), style: "danger" as const },
  ];
};

const plain = (text: string) => ({ type: "plain_text" as const, text, emoji: false });

/** What a button is about. */
export const PressedValue = z.strictObject({
  p: z.string().min(1).max(200),
  d: z.string().regex(/^[0-9a-f]{64}$/),
});

export type PressedValue = z.infer<typeof PressedValue>;

/** What a modal remembers of where it was opened. */
export const ModalPlace = PressedValue.extend({
  c: z.string().max(50).describe("Channel of the message"),
  t: z.string().max(50).describe("Its `ts`"),
});
export type ModalPlace = z.infer<typeof ModalPlace>;

/** Slack's own. */
export const LONGEST_INPUT = 3_000;
const MOST_OPTIONS = 100;

/** Asks for the reason of a rejection. */
export const rejectModal = (subject: string, place: ModalPlace): ModalView => ({
  ...frame("Reject", "Reject", place),
  callback_id: VIEWS.reject,
  blocks: [
    section(shorten(subject, LONGEST_INPUT)),
    {
      type: "input",
      block_id: "reason",
      label: plain("Why"),
      hint: plain("Kept sealed with the decision. Nothing is sent to anybody."),
      element: {
        type: "plain_text_input",
        action_id: "value",
        multiline: true,
        min_length: 1,
        max_length: 1_000,
      },
    },
  ],
});

export interface EditForm {
  subject: string;
  times: readonly { startsAt: string; words: string }[];
  texts: readonly { field: string; label: string; text: string; isOneLine: boolean }[];
}

/** The time among those offered, and the texts. A text that is longer than Slack takes is left as it is. */
export const editModal = ({ subject, times, texts }: EditForm, place: ModalPlace): ModalView => ({
  ...frame("Edit", "Save", place),
  callback_id: VIEWS.edit,
  blocks: [
    section(shorten(subject, LONGEST_INPUT)),
    section(
      "What you save is a new proposal, which waits for an approval of its own. Words in {{…}} are facts that are filled in: keep them.",
    ),
    ...(times.length > 1 ? [timeInput(times.slice(0, MOST_OPTIONS))] : []),
    ...texts.flatMap(textInput),
  ],
});

const timeInput = (times: EditForm["times"]): KnownBlock => {
  const options = times.map(({ startsAt, words }) => ({
    text: plain(shorten(words, 75)),
    value: startsAt,
  }));
  const [first] = options;
  return {
    type: "input",
    block_id: "time",
    label: plain("Time"),
    element: {
      type: "static_select",
      action_id: "value",
      options,
      ...(first && { initial_option: first }),
    },
  };
};

const textInput = ({ field, label, text, isOneLine }: EditForm["texts"][number]): KnownBlock[] =>
  text.length > LONGEST_INPUT
    ? [section(`${label}: too long for Slack. Edit it in Convene.`)]
    : [
        {
          type: "input",
          block_id: `text_${field}`,
          label: plain(label),
          element: {
            type: "plain_text_input",
            action_id: "value",
            multiline: !isOneLine,
            initial_value: text,
            max_length: LONGEST_INPUT,
          },
        },
      ];

const frame = (title: string, submit: string, place: ModalPlace) => ({
  type: "modal" as const,
  title: plain(title),
  submit: plain(submit),
  close: plain("Cancel"),
  private_metadata: JSON.stringify(place),
});
