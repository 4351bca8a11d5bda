/** What is said of a brief that was sent: to whom, and whom it did not reach. */
import { BRIEF_NOT_SENT, type SendBrief } from "../domain/brief.ts";
import { namesInWords } from "../domain/names-in-words.ts";
import type { EffectRecord } from "./effects.ts";
import type { Performed } from "./perform.ts";

/** The end of a brief's bundle. Its effects alone tell it, so that it is told the same after a crash. */
export const briefed = (
  { session, readers }: SendBrief,
  effects: readonly EffectRecord[],
): Performed => {
  const overtaken = effects.find(({ error }) => error?.code === "stale_proposal");
  const isSent = effects.some(({ status }) => status === "done");
  if (overtaken?.error && !isSent) return { status: "done", words: overtaken.error.message };
  const effectOf = (userId: string | null): EffectRecord | undefined =>
    effects.find((effect) => effect.session === userId);
  const named = (status: EffectRecord["status"]): string[] =>
    readers.filter(({ userId }) => effectOf(userId)?.status === status).map(({ name }) => name);
  const faults = faultsOf({
    failed: named("failed"),
    unknown: named("parked"),
    note: effectOf(null)?.status,
  });
  const sent = named("done");
  return {
    status: "done",
    words: [
      `The brief of ${session.name} was sent to ${sent.length === 0 ? "nobody" : namesInWords(sent)}.`,
      ...faults,
    ].join(" "),
    ...(faults.length > 0 && {
      problem: {
        code: BRIEF_NOT_SENT,
        message: `Brief of ${session.name}: ${faults.join(" ")} ${TODO}`,
      },
    }),
  };
};

const TODO = "Send it again from the case, or pass it on yourself.";

interface Unreached {
  /** Names. */
  failed: readonly string[];
  unknown: readonly string[];
  note: EffectRecord["status"] | undefined;
}

const faultsOf = ({ failed, unknown, note }: Unreached): string[] => [
  ...(failed.length > 0 ? [`It could not be sent to ${namesInWords(failed)}.`] : []),
  ...(unknown.length > 0
    ? [`Nobody can tell whether it reached ${namesInWords(unknown)}: it was not sent again.`]
    : []),
  ...(note === "failed" ? ["It could not be left in Lever as a note."] : []),
  ...(note === "parked" ? ["Nobody can tell whether Lever has it as a note."] : []),
];
