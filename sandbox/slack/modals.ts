/** Modals that the app opens for the company's people, and what they send. Source: Slack, "Modals" (triggers, views, `response_action`), "Block
 * Kit" (limits of views and inputs). */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { CompanyClock } from "../clock.ts";
import type { Journal } from "../journal.ts";
import { type Fields, SlackError, parsed } from "./methods.ts";
import { sendSigned } from "./signed.ts";
import type { Workspace } from "./workspace.ts";

const words = (max: number) =>
  z.object({ type: z.literal("plain_text"), text: z.string().min(1).max(max) });

const Option = z.object({ text: words(75), value: z.string().min(1).max(150) });

const Input = z.object({
  type: z.literal("input"),
  block_id: z.string().max(255),
  label: words(2_000),
  hint: words(2_000).optional(),
  element: z.discriminatedUnion("type", [
    z.object({
      type: z.literal("plain_text_input"),
      action_id: z.string().max(255),
      multiline: z.boolean().optional(),
      initial_value: z.string().max(3_000).optional(),
      min_length: z.int().min(0).max(3_000).optional(),
      max_length: z.int().min(1).max(3_000).optional(),
    }),
    z.object({
      type: z.literal("static_select"),
      action_id: z.string().max(255),
      options: z.array(Option).min(1).max(100),
      initial_option: Option.optional(),
    }),
  ]),
});

const Section = z.object({ type: z.literal("section"), text: words(3_000) });

const View = z.object({
  type: z.literal("modal"),
  callback_id: z.string().max(255),
  private_metadata: z.string().max(3_000),
  title: words(24),
  submit: words(24),
  close: words(24).optional(),
  blocks: z.array(z.discriminatedUnion("type", [Section, Input])).max(100),
});
export type ModalView = z.infer<typeof View>;

/** One that is open. */
export interface OpenModal {
  id: string;
  email: string;
  view: ModalView;
  /** What the app said of its last submission, by block. */
  errors: Record<string, string>;
}

export interface Modals {
  /** A trigger for whoever presses something: good for three seconds, once. */
  trigger(email: string): string;
  /** `views.open`. Errors: SlackError. */
  open(fields: Fields): Record<string, unknown>;
  /** Sends what was filled in, by block. Shape: the status of the app's answer; null when none came in time. Errors: SlackError. */
  submit(id: string, values: Readonly<Record<string, string>>): Promise<number | null>;
  close(id: string): void;
  listOpen(): readonly OpenModal[];
}

interface ModalOptions {
  workspace: Workspace;
  clock: CompanyClock;
  journal: Journal;
  signingSecret: string;
  /** Where the app listens; null: nowhere yet. */
  url(): string | null;
}

const TRIGGER_SECONDS = 3;

/** None is open. */
export const createModals = (options: ModalOptions): Modals => {
  const { workspace, clock, journal } = options;
  const triggers = new Map<string, { email: string; until: Temporal.Instant }>();
  const modals = new Map<string, OpenModal>();
  return {
    trigger: (email) => {
      const id = createHash("sha256")
        .update(`trigger ${workspace.nextTs()}`)
        .digest("hex")
        .slice(0, 32);
      triggers.set(id, { email, until: clock.now().add({ seconds: TRIGGER_SECONDS }) });
      return id;
    },
    open: (fields) => {
      const id = typeof fields["trigger_id"] === "string" ? fields["trigger_id"] : "";
      const trigger = triggers.get(id);
      if (!trigger) throw new SlackError("invalid_trigger_id");
      triggers.delete(id);
      if (Temporal.Instant.compare(clock.now(), trigger.until) > 0) {
        throw new SlackError("expired_trigger_id");
      }
      const view = View.safeParse(parsed(fields, "view"));
      if (!view.success) throw new SlackError("invalid_arguments");
      const modal = {
        id: `V${id.slice(0, 10).toUpperCase()}`,
        email: trigger.email,
        view: view.data,
        errors: {},
      };
      modals.set(modal.id, modal);
      journal.add({ service: "slack", kind: "modal.opened", ids: { modal: modal.id } });
      return { view: { id: modal.id, ...view.data } };
    },
    submit: async (id, values) => {
      const modal = modals.get(id);
      if (!modal) throw new SlackError("view_not_found");
      const url = options.url();
      if (url === null) throw new SlackError("no_interactivity_url");
      const body = new URLSearchParams({
        payload: JSON.stringify(submission(modal, values, workspace)),
      });
      try {
        const { status, text } = await sendSigned(url, { ...options, body: body.toString() });
        modal.errors = status === 200 ? errorsIn(text) : { "": `The app answered ${status}.` };
        if (Object.keys(modal.errors).length === 0) modals.delete(id);
        return status;
      } catch {
        modal.errors = { "": "The app did not answer in time." };
        return null;
      }
    },
    close: (id) => {
      modals.delete(id);
    },
    listOpen: () => [...modals.values()],
  };
};

const submission = (
  { id, email, view }: OpenModal,
  values: Readonly<Record<string, string>>,
  workspace: Workspace,
) => {
  const member = workspace.members.find((one) => one.email === email);
  if (!member) throw new SlackError("users_not_found");
  const inputs = view.blocks.filter((block) => block.type === "input");
  return {
    type: "view_submission",
    team: workspace.team,
    user: { id: member.id, username: member.name, name: member.name, team_id: workspace.team.id },
    api_app_id: workspace.bot.appId,
    view: {
      id,
      ...view,
      state: {
        values: Object.fromEntries(
          inputs.map(({ block_id: block, element }) => [
            block,
            { [element.action_id]: typed(element, values[block]) },
          ]),
        ),
      },
    },
    response_urls: [],
  };
};

type Element = z.infer<typeof Input>["element"];

const typed = (element: Element, value: string | undefined) => {
  if (element.type === "plain_text_input") {
    return { type: element.type, value: value ?? element.initial_value ?? null };
  }
  const chosen = element.options.find((option) => option.value === value);
  return { type: element.type, selected_option: chosen ?? element.initial_option ?? null };
};

const Errors = z.object({
  response_action: z.literal("errors"),
  errors: z.record(z.string(), z.string()),
});

const errorsIn = (text: string): Record<string, string> => {
  try {
    return Errors.parse(JSON.parse(text)).errors;
  } catch {
    return {};
  }
};
