/** An eval is a task: samples, a solver that answers each, and scorers that judge the answers. Each part can be replaced by
 * itself: the same samples and scorers judge another solver. */

/** One question with its right answer. */
export interface Sample<Input, Target> {
  id: string;
  /** The seed of the world that the input comes from; absent when the input is written by hand. */
  seed?: number;
  input: Input;
  target: Target;
  /** What the sample is about; results are grouped by them. */
  tags: string[];
}

/** What a scorer says of one answer. `unscored` is not a zero: the sample has nothing to say about it. */
export type Score =
  | {
      /** 0 wrong … 1 right. */
      value: number;
      /** The answer in short. */
      answer: string;
      /** Why the value is what it is. */
      explanation: string;
    }
  | { unscored: string };

/** Answers one input. */
export type Solver<Input, Output> = (input: Input) => Output | Promise<Output>;

export interface Scorer<Input, Output, Target> {
  name: string;
  score(output: Output, sample: Sample<Input, Target>): Score;
}

/** A task as it is written. */
export interface TaskParts<Input, Output, Target> {
  name: string;
  /** One sentence. */
  about: string;
  samples(): Promise<Sample<Input, Target>[]>;
  solver: Solver<Input, Output>;
  scorers: Scorer<Input, Output, Target>[];
}

/** A task as it is run. */
export interface Task {
  name: string;
  about: string;
  run(): Promise<TaskResult>;
}

export interface ScoredSample {
  id: string;
  tags: string[];
  score: Score;
}

export interface ScorerResult {
  scorer: string;
  /** Mean of the values; null when nothing was scored. */
  value: number | null;
  scored: number;
  samples: ScoredSample[];
}

export interface TaskResult {
  task: string;
  about: string;
  samples: number;
  results: ScorerResult[];
}

/** A task that can stand in one list with others, whatever its inputs are. */
export const defineTask = <Input, Output, Target>(
  parts: TaskParts<Input, Output, Target>,
): Task => ({
  name: parts.name,
  about: parts.about,
  run: async () => {
    const samples = await parts.samples();
    const answers: Answered<Input, Output, Target>[] = [];
    for (const sample of samples) answers.push({ sample, ...(await answer(parts.solver, sample)) });
    return {
      task: parts.name,
      about: parts.about,
      samples: samples.length,
      results: parts.scorers.map((scorer) => judge(scorer, answers)),
    };
  },
});

type Answer<Output> = { output: Output } | { failure: string };

type Answered<Input, Output, Target> = { sample: Sample<Input, Target> } & Answer<Output>;

const answer = async <Input, Output, Target>(
  solver: Solver<Input, Output>,
  sample: Sample<Input, Target>,
): Promise<Answer<Output>> => {
  try {
    return { output: await solver(sample.input) };
  } catch (thrown) {
    return { failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }
};

const judge = <Input, Output, Target>(
  scorer: Scorer<Input, Output, Target>,
  answers: Answered<Input, Output, Target>[],
): ScorerResult => {
  const samples = answers.map(({ sample, ...given }) => ({
    id: sample.id,
    tags: sample.tags,
    // A solver that fails has answered wrongly; it has not left the question out.
    score:
      "failure" in given
        ? { value: 0, answer: "none", explanation: `The solver failed: ${given.failure}` }
        : scorer.score(given.output, sample),
  }));
  const values = samples.flatMap(({ score }) => ("value" in score ? [score.value] : []));
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    scorer: scorer.name,
    value: values.length === 0 ? null : sum / values.length,
    scored: values.length,
    samples,
  };
};
