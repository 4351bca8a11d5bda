/** Answers of the responses API, whole and in pieces. Source: OpenAI API reference, "Responses". */
import type { Answer } from "./behaviour.ts";
import { type Head, type StreamEvent, piecesOf } from "./chat.ts";
import type { Usage } from "./tokens.ts";

const INCOMPLETE: Partial<Record<Answer["finish"], string>> = {
  length: "max_output_tokens",
  content_filter: "content_filter",
};

const itemsOf = (answer: Answer, { id }: Head) => {
  const content =
    answer.refusal === null
      ? { type: "output_text", text: answer.text, annotations: [] }
      : { type: "refusal", refusal: answer.refusal };
  const isSaying = answer.text !== "" || answer.refusal !== null || answer.toolCalls.length === 0;
  const message = {
    id: `msg_${id}`,
    type: "message",
    role: "assistant",
    status: "completed",
    content: [content],
  };
  return [
    ...(isSaying ? [message] : []),
    ...answer.toolCalls.map(({ name, args }, index) => ({
      id: `fc_${id}_${index}`,
      type: "function_call",
      call_id: `call_${id}_${index}`,
      status: "completed",
      name,
      arguments: args,
    })),
  ];
};

/** The whole answer. */
export const responseBody = (answer: Answer, { head, usage }: { head: Head; usage: Usage }) => {
  const reason = INCOMPLETE[answer.finish];
  return {
    id: head.id,
    object: "response",
    created_at: head.created,
    model: head.model,
    status: reason === undefined ? "completed" : "incomplete",
    error: null,
    incomplete_details: reason === undefined ? null : { reason },
    store: false,
    output: itemsOf(answer, head),
    usage: {
      input_tokens: usage.input,
      input_tokens_details: { cached_tokens: usage.cached },
      output_tokens: usage.output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: usage.input + usage.output,
    },
  };
};

/** As it is before its first piece. */
const begunItem = (item: Item) => ({
  ...item,
  status: "in_progress",
  ...("arguments" in item ? { arguments: "" } : { content: [] }),
});

type Item = ReturnType<typeof itemsOf>[number];

const piecesIn = (item: Item, index: number): Record<string, unknown>[] => {
  const at = { item_id: item.id, output_index: index };
  if ("arguments" in item) {
    return [
      ...piecesOf(item.arguments).map((delta) => ({
        type: "response.function_call_arguments.delta",
        ...at,
        delta,
      })),
      { type: "response.function_call_arguments.done", ...at, arguments: item.arguments },
    ];
  }
  return item.content.flatMap((part) =>
    "text" in part
      ? [
          ...piecesOf(part.text ?? "").map((delta) => ({
            type: "response.output_text.delta",
            ...at,
            content_index: 0,
            delta,
          })),
          { type: "response.output_text.done", ...at, content_index: 0, text: part.text },
        ]
      : [{ type: "response.refusal.delta", ...at, content_index: 0, delta: part.refusal }],
  );
};

/** The same in pieces. */
export const responseEvents = (
  answer: Answer,
  parts: { head: Head; usage: Usage },
): StreamEvent[] => {
  const whole = responseBody(answer, parts);
  const begun = { ...whole, status: "in_progress", output: [], usage: null };
  const events: Record<string, unknown>[] = [
    { type: "response.created", response: begun },
    ...whole.output.flatMap((item, index) => [
      { type: "response.output_item.added", output_index: index, item: begunItem(item) },
      ...piecesIn(item, index),
      { type: "response.output_item.done", output_index: index, item },
    ]),
    {
      type: whole.status === "completed" ? "response.completed" : "response.incomplete",
      response: whole,
    },
  ];
  return events.map((data, sequence) => ({
    event: String(data["type"]),
    data: { ...data, sequence_number: sequence },
  }));
};
