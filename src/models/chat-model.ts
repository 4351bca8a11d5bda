/** The chat model of this installation: OpenAI or any compatible server where one is configured, else the offline one. */
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { OfflineChatModel } from "./offline.ts";

export interface ModelSettings {
  /** Undefined together with `baseUrl`: offline. */
  apiKey: string | undefined;
  baseUrl: string | undefined;
  model: string;
}

/** Loaded only when it is used: the library takes a noticeable part of the start. Retries and storage of prompts are off. */
export const createChatModel = async (settings: ModelSettings): Promise<BaseChatModel> => {
  if (settings.apiKey === undefined && settings.baseUrl === undefined)
    return new OfflineChatModel();
  const { ChatOpenAI } = await import("@langchain/openai");
  return new ChatOpenAI({
    model: settings.model,
    apiKey: settings.apiKey ?? "none",
    maxRetries: 0,
    streaming: false,
    modelKwargs: { store: false },
    ...(settings.baseUrl !== undefined && { configuration: { baseURL: settings.baseUrl } }),
  });
};
