/** Answers of chat completions, whole and in pieces. Source: OpenAI API reference, "Chat". */
import type { Abilities } from "./abilities.ts";
import type { Answer } from "./behaviour.ts";
import type { Usage } from "./tokens.ts";

/** Which answer it is. */
export interface Head {
  id: string;
  model: string;
  /** Seconds. */
  created: number;
}

/** One event of a stream. */
export interface StreamEvent {
  event?: string;
  data: unknown;
}

const usageOf = ({ input, cached, output }: Usage) => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output,
  prompt_tokens_details: { cached_tokens: cached, audio_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
});

const callsOf = ({ toolCalls }: Answer, { id }: Head) =>
  toolCalls.map(({ name, args }, index) => ({
    index,
    id: `call_${id}_${index}`,
    type: "function",
    function: { name, arguments: args },
  }));

/** The whole answer. */
export const chatBody = (
  answer: Answer,
  { head, usage, can }: { head: Head; usage: Usage; can: Abilities },
) => ({
  ...head,
  object: "chat.completion",
  choices: [
    {
      index: 0,
      finish_reason: answer.finish,
      logprobs: null,
      message: {
        role: "assistant",
        content: answer.text === "" && answer.toolCalls.length > 0 ? null : answer.text,
        refusal: answer.refusal,
        ...(answer.toolCalls.length > 0 && {
          tool_calls: callsOf(answer, head).map(({ index: _index, ...call }) => call),
        }),
      },
    },
  ],
  ...(can.usage && { usage: usageOf(usage) }),
});

/** A text in pieces of a few letters. */
export const piecesOf = (text: string): string[] => text.match(/[\s\S]{1,12}/gu) ?? [];

/** The same in pieces. `isUsageAsked`: as `stream_options.include_usage` says. */
export const chatEvents = (
  answer: Answer,
  { head, usage, isUsageAsked }: { head: Head; usage: Usage; isUsageAsked: boolean },
): StreamEvent[] => {
  const chunk = (delta: unknown, finish: string | null = null) => ({
    data: {
      ...head,
      object: "chat.completion.chunk",
      choices: [{ index: 0, delta, finish_reason: finish, logprobs: null }],
    },
  });
  return [
    chunk({ role: "assistant", content: "", refusal: answer.refusal }),
    ...piecesOf(answer.text).map((content) => chunk({ content })),
    ...callsOf(answer, head).flatMap(({ function: { name, arguments: args }, ...call }) => [
      chunk({ tool_calls: [{ ...call, function: { name, arguments: "" } }] }),
      ...piecesOf(args).map((piece) =>
        chunk({ tool_calls: [{ index: call.index, function: { arguments: piece } }] }),
      ),
    ]),
    chunk({}, answer.finish),
    ...(isUsageAsked
      ? [
          {
            data: { ...head, object: "chat.completion.chunk", choices: [], usage: usageOf(usage) },
          },
        ]
      : []),
  ];
};
