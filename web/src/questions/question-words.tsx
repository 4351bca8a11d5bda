import { NumberInput, Textarea } from "@mantine/core";
import type { DraftQuestion, QuestionDraft } from "./use-question-draft.ts";

/** The words of a question and of its follow-ups, and its minutes, to be changed. */
export const QuestionWords = ({
  question: { id, text, followUps, minutes },
  draft,
}: {
  question: DraftQuestion;
  draft: QuestionDraft;
}) => (
  <div className="question-words">
    <Textarea
      label="Question"
      autosize
      maxLength={600}
      value={text}
      error={text.trim() === "" ? "Write what is asked." : undefined}
      onChange={(event) => draft.write(id, { text: event.currentTarget.value })}
    />
    <NumberInput
      label="Minutes"
      min={1}
      max={120}
      allowDecimal={false}
      clampBehavior="strict"
      value={minutes}
      onChange={(value) => typeof value === "number" && draft.write(id, { minutes: value })}
    />
    {followUps.map((followUp, index) => (
      <Textarea
        className="question-follow-up"
        // A follow-up is its place: its words are what changes.
        key={placeOf(index)}
        label={placeOf(index)}
        autosize
        maxLength={600}
        value={followUp}
        error={followUp.trim() === "" ? "Write what is asked." : undefined}
        onChange={(event) =>
          draft.write(id, { followUps: followUps.with(index, event.currentTarget.value) })
        }
      />
    ))}
  </div>
);

const placeOf = (index: number): string => `Follow-up ${index + 1}`;
