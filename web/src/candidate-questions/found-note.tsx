import { useDebouncedValue } from "@mantine/hooks";
import { useTriedAnswer } from "../api/tried-answer.ts";
import { ProblemNote } from "../parts/states.tsx";
import type { GuidePlace } from "./guide-place.tsx";

const TYPING_MS = 400;

interface FoundNoteProps {
  /** Of the question. */
  id: string;
  text: string;
  place: GuidePlace;
}

/** Whether the same question would find the answer in the guide, said before it is sent. */
export const FoundNote = ({ id, text, place }: FoundNoteProps) => {
  const [answer] = useDebouncedValue(text.trim(), TYPING_MS);
  const [title] = useDebouncedValue(place.title.trim(), TYPING_MS);
  const { guideId } = place;
  const isWhole = guideId !== null && answer !== "" && title !== "";
  const { data, error } = useTriedAnswer(
    id,
    isWhole ? { text: answer, addToGuide: { guideId, title } } : null,
  );
  return (
    <div role="status">
      {isWhole && error && <ProblemNote error={error} />}
      {isWhole && data && (
        <p className={data.isFound ? "quiet small" : "asked-unfound"}>{wordsOf(data)}</p>
      )}
    </div>
  );
};

const wordsOf = ({
  isFound,
  wordsLeftOut,
}: {
  isFound: boolean;
  wordsLeftOut: string[];
}): string => {
  if (isFound) return "Whoever asks this again is told your answer by the assistant.";
  const none =
    "The assistant would not find your answer by this question: a person is asked again.";
  if (wordsLeftOut.length === 0) return none;
  const words = wordsLeftOut.map((word) => `“${word}”`).join(", ");
  const stand = wordsLeftOut.length === 1 ? "stands" : "stand";
  return `${none} ${words} ${stand} in no guide, nor in your heading and answer. Write there what says nothing of this candidate, and the question finds it.`;
};
