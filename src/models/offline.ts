/** The rule-based chat model for when there is no key and no network: a real LangChain chat model whose one rule is to
 * leave a draft as it is. Asked for a structured answer, it gives back the draft it was shown, as a tool call. */
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from "@langchain/core/language_models/chat_models";
import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import { AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";
import type { Runnable } from "@langchain/core/runnables";

interface OfflineCallOptions extends BaseChatModelCallOptions {
  tools?: BindToolsInput[];
}

/** A chat model that answers by rule, at once, the same each time. */
export class OfflineChatModel extends BaseChatModel<OfflineCallOptions> {
  readonly model = "offline";

  constructor() {
    super({});
  }

  override _llmType(): string {
    return "offline";
  }

  override bindTools(
    tools: BindToolsInput[],
    options?: Partial<OfflineCallOptions>,
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, OfflineCallOptions> {
    return this.withConfig({ ...options, tools });
  }

  override async _generate(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
  ): Promise<ChatResult> {
    const [tool, ...others] = options.tools ?? [];
    const draft = draftIn(messages);
    // Of several tools none is called: what is asked for there, rules do not tell.
    const isStructured = tool !== undefined && others.length === 0 && draft !== null;
    const message = isStructured
      ? new AIMessageChunk({
          content: "",
          tool_calls: [{ id: "offline-1", name: toolName(tool), args: draft }],
        })
      : new AIMessageChunk("No model is configured: the draft stands as it is.");
    return await Promise.resolve({ generations: [{ text: message.text, message }] });
  }
}

/** The draft that is shown; null when what is shown is something else. */
const draftIn = (messages: BaseMessage[]): Record<string, unknown> | null => {
  try {
    const shown: unknown = JSON.parse(messages.at(-1)?.text ?? "");
    const draft: unknown =
      typeof shown === "object" && shown !== null ? Reflect.get(shown, "draft") : undefined;
    return typeof draft === "object" && draft !== null ? { ...draft } : null;
  } catch {
    return null;
  }
};

const toolName = (tool: BindToolsInput): string => {
  if ("name" in tool && typeof tool.name === "string") return tool.name;
  const wrapped: unknown = Reflect.get(tool, "function");
  const name: unknown =
    typeof wrapped === "object" && wrapped !== null ? Reflect.get(wrapped, "name") : undefined;
  return typeof name === "string" ? name : "extract";
};
