import { Button, Checkbox, Textarea } from "@mantine/core";
import { useState } from "react";
import { CHAT_LIMITS, type QuestionFromCandidate } from "../../../src/domain/chat.ts";
import { useAnswerCandidate } from "../api/changes.ts";
import { useMayDecide } from "../api/session.ts";
import { ProblemNote } from "../parts/states.tsx";
import { tellDone } from "../parts/tell.ts";
import { FoundNote } from "./found-note.tsx";
import { type GuidePlace, GuidePlaceFields } from "./guide-place.tsx";

/** The answer, and whether others who ask the same shall be told it too. */
export const AnswerForm = ({ item }: { item: QuestionFromCandidate }) => {
  const answer = useAnswerCandidate();
  const [text, write] = useState("");
  const [isAdded, add] = useState(false);
  const [place, put] = useState<GuidePlace>({ guideId: null, title: "" });
  if (!useMayDecide()) {
    return <p className="quiet small">Only administrators and recruiters answer.</p>;
  }
  const isPlaced = place.guideId !== null && place.title.trim() !== "";
  const submit = (): void =>
    answer.mutate(
      {
        id: item.id,
        text,
        ...(isAdded &&
          place.guideId !== null && { addToGuide: { guideId: place.guideId, title: place.title } }),
      },
      {
        onSuccess: () =>
          tellDone(
            isAdded
              ? `${item.candidateName} has your answer, and the guide too.`
              : `${item.candidateName} has your answer.`,
          ),
      },
    );
  return (
    <form
      className="asked-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        label="Your answer"
        description="The candidate reads it in the chat, as you write it."
        value={text}
        maxLength={CHAT_LIMITS.answer}
        autosize
        minRows={2}
        maxRows={14}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {item.isPrivate ? (
        <p className="quiet small">
          This may be about what one candidate needs: your answer goes into no guide.
        </p>
      ) : (
        <Checkbox
          label="Add it to a guide"
          description="Whoever asks the same is then told at once. Leave out what is about this candidate alone."
          checked={isAdded}
          onChange={(event) => add(event.currentTarget.checked)}
        />
      )}
      {isAdded && <GuidePlaceFields postingId={item.postingId} place={place} onChange={put} />}
      {isAdded && <FoundNote id={item.id} text={text} place={place} />}
      {answer.error && <ProblemNote error={answer.error} />}
      <div className="buttons">
        <Button
          type="submit"
          disabled={text.trim() === "" || (isAdded && !isPlaced)}
          loading={answer.isPending}
        >
          {isAdded ? "Send, and add to the guide" : "Send the answer"}
        </Button>
      </div>
    </form>
  );
};
