/** Answers of a chat model that cannot be used, as servers and models really give them: seeded, and all of them different. */
import type { Random } from "../../sandbox/worlds/random.ts";
import { TEXT_FIELDS } from "../../src/domain/booking-texts.ts";
import type { BookingTexts } from "../../src/domain/proposal.ts";
import type { Reply } from "./loopback-server.ts";

type Malform = (draft: BookingTexts, random: Random) => Reply;

/** A chat completion with this in it. */
export const completion = (content: unknown, finish = "stop"): Reply => ({
  body: {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "a-model",
    choices: [
      { index: 0, finish_reason: finish, message: { role: "assistant", content, refusal: null } },
    ],
    usage: { prompt_tokens: 40, completion_tokens: 9, total_tokens: 49 },
  },
});

const asText = (value: unknown): Reply => completion(JSON.stringify(value));

/** One field of an answer that is otherwise the draft. */
const withField =
  (change: (text: string, random: Random) => unknown): Malform =>
  (draft, random) => {
    const field = random.pick(TEXT_FIELDS);
    return asText({ ...draft, [field]: change(draft[field], random) });
  };

const MALFORM: readonly Malform[] = [
  (draft, random) => {
    const whole = JSON.stringify(draft);
    return completion(whole.slice(0, random.int(1, whole.length - 1)));
  },
  (draft) => completion(JSON.stringify(draft), "length"),
  (draft, random) =>
    completion(`Of course! ${random.int(1, 999)} ways to say it: ${draft.mailBody}`),
  (_draft, random) =>
    completion(random.pick(["", " ", "null", "[]", "{}", "42", '"words"', "{", "NaN"])),
  () => completion(null),
  (draft, random) => {
    const { [random.pick(TEXT_FIELDS)]: _lost, ...rest } = draft;
    return asText(rest);
  },
  (draft, random) => asText({ ...draft, [`field ${random.int(1, 999)}`]: "more" }),
  (draft) => asText([draft]),
  (draft) => asText({ booking_texts: draft }),
  withField((_text, random) => random.pick([null, 7, true, [], {}, ["words"], { text: "words" }])),
  withField(() => ""),
  withField((text) => text.repeat(20)),
  withField((text) => text.replaceAll(/\{\{\s*[a-z_]+\s*\}\}/g, "somebody")),
  withField((text) => `${text} {{salary}}`),
  withField((text) => `${text} {{ not closed`),
  withField((text, random) => `${text} At ${random.int(1, 12)} o'clock.`),
  withField((text, random) => `${text} See https://evil-${random.int(1, 999)}.example/pay`),
  withField((text) => `${text} Write to somebody@evil.example.`),
  withField((text) => `<b>${text}</b>`),
  withField((text) => `${text} You have got the job.`),
  withField((text) => `${text} On Tuesday.`),
  withField((text) => `${text}\u202e\u200b`),
  withField((text) => `${text} \u{e0041}\u{e0042}`),
  withField((text) => `${text}\u0000`),
  (_draft, random) => ({
    status: random.pick([400, 401, 404, 408, 429, 500, 502, 503]),
    body: { error: { message: "no", type: "server_error" } },
  }),
  (_draft, random) => ({
    body: random.pick<unknown>(["<html>Bad gateway</html>", {}, [], { choices: [] }]),
  }),
  (_draft, random) => random.pick(["cut", "cut_half_way"] as const),
];

/** So many of them, each kind in its turn. */
export const malformedAnswers = (
  count: number,
  { draft, random }: { draft: BookingTexts; random: Random },
): Reply[] =>
  Array.from({ length: count }, (_, index) => {
    const malform = MALFORM[index % MALFORM.length];
    if (!malform) throw new Error("there is no way to malform an answer");
    return malform(draft, random);
  });
