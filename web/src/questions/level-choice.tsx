import { Select } from "@mantine/core";
import type { PostingQuestions } from "../../../src/http/api/question-schemas.ts";
import { useSetLevel } from "../api/changes.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";

type Level = NonNullable<PostingQuestions["level"]>;

const LEVELS: Record<Level, string> = {
  intern: "Intern",
  junior: "Junior",
  mid: "Mid",
  senior: "Senior",
  staff: "Staff",
  manager: "Manager",
};

const AS_READ = "as_read";

interface LevelProps {
  found: PostingQuestions;
  /** May not decide, or has changes that are not saved. */
  isLocked: boolean;
}

/** The level that questions are composed for: as the posting says it, or as somebody sets it. */
export const LevelChoice = ({ found, isLocked }: LevelProps) => {
  const save = useSetLevel();
  const { postingId, planId, version, level, isKept } = found;
  const data = [
    { value: AS_READ, label: "As read from the posting" },
    ...Object.entries(LEVELS).map(([value, label]) => ({ value, label })),
  ];
  const choose = (chosen: string | null): void => {
    const next = Object.keys(LEVELS).find((each): each is Level => each === chosen) ?? null;
    save.mutate(
      { postingId, planId, basedOn: version, level: next },
      {
        onSuccess: () =>
          tellDone(
            isKept ? "The level is set. What is kept stays as it is." : "Composed for this level.",
          ),
        onError: tellProblem,
      },
    );
  };
  return (
    <Select
      className="question-level"
      label="Level"
      description={
        isKept ? "Of what is composed: go back to it to have other questions." : undefined
      }
      allowDeselect={false}
      disabled={isLocked || save.isPending}
      data={data}
      value={level ?? AS_READ}
      onChange={choose}
    />
  );
};
