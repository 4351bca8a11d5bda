import { Button, Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { TriedQuestion } from "../../../src/http/api/guide-schemas.ts";
import { useTryGuide } from "../api/changes.ts";
import { usePostings } from "../api/queries.ts";
import { ProblemNote } from "../parts/states.tsx";

interface Draft {
  guideId: string | null;
  postingId: string | null;
  title: string;
  text: string;
  isFaulty: boolean;
}

/** What the assistant would answer a candidate's question. With a draft: as if that were saved. Nothing is saved or sent by it. */
export const TryQuestion = ({ draft }: { draft: Draft | null }) => {
  const [question, ask] = useState("");
  const [chosen, choose] = useState<string | null>(null);
  const attempt = useTryGuide();
  const isOfPosting = draft !== null && draft.postingId !== null;
  const tried = attempt.variables?.draft;
  const isOld = draft !== null && tried !== undefined && tried.text !== draft.text;
  return (
    <section className="panel plan-try" aria-labelledby="try">
      <div>
        <h2 id="try">Try a question</h2>
        <p className="quiet">
          {draft === null
            ? "What a candidate would read, by the assistant’s own rules. Nothing is saved or sent."
            : "What a candidate would read with this text, beside the other guides. Nothing is saved or sent."}
        </p>
      </div>
      <form
        className="plan-try-form guide-ask"
        onSubmit={(event) => {
          event.preventDefault();
          attempt.mutate(
            draftOf({ question, draft, postingId: isOfPosting ? draft.postingId : chosen }),
          );
        }}
      >
        <TextInput
          label="Question"
          placeholder="Where can I park?"
          value={question}
          maxLength={500}
          onChange={(event) => ask(event.currentTarget.value)}
        />
        {!isOfPosting && <AsCandidateFor value={chosen} onChange={choose} />}
        <Button
          type="submit"
          variant="default"
          leftSection={<IconSearch size={16} aria-hidden />}
          disabled={question.trim() === "" || draft?.isFaulty === true}
          loading={attempt.isPending}
        >
          Answer it
        </Button>
      </form>
      <div role="status">{attempt.data && <Tried tried={attempt.data} isOld={isOld} />}</div>
      {attempt.error && <ProblemNote error={attempt.error} />}
    </section>
  );
};

interface Asked {
  question: string;
  draft: Draft | null;
  postingId: string | null;
}

/** A guide that is turned off is tried as it would be when it was on. */
const draftOf = ({ question, draft, postingId }: Asked) => ({
  q: question,
  postingId,
  ...(draft && {
    draft: {
      guideId: draft.guideId,
      scope: draft.postingId === null ? ("company" as const) : ("posting" as const),
      title: draft.title,
      text: draft.text,
    },
  }),
});

interface AsCandidateForProps {
  value: string | null;
  onChange(postingId: string | null): void;
}

const AsCandidateFor = ({ value, onChange }: AsCandidateForProps) => {
  const postings = usePostings().data?.items ?? [];
  return (
    <Select
      label="Asked by a candidate for"
      placeholder="Any posting"
      data={postings.map(({ id, title, location }) => ({
        value: id,
        label: location === null ? title : `${title} · ${location}`,
      }))}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ "aria-label": "Any posting" }}
    />
  );
};

const KINDS: Record<TriedQuestion["sources"][number]["kind"], string> = {
  case: "Their interview",
  posting: "The posting",
  guide: "A guide",
  policy: "What holds for everybody",
};

const Tried = ({ tried, isOld }: { tried: TriedQuestion; isOld: boolean }) => (
  <div className="guide-tried">
    {isOld && <p className="quiet small">Answered before your last change.</p>}
    {tried.isHandedOver && (
      <p className="trial-none">
        The assistant does not know this: a person would be asked. The candidate reads:
      </p>
    )}
    <blockquote>{tried.text}</blockquote>
    {tried.sources.length > 0 && (
      <ul className="quiet small" aria-label="Where the answer comes from">
        {tried.sources.map(({ kind, title }, index) => (
          <li key={index}>
            {KINDS[kind]}: {title}
          </li>
        ))}
      </ul>
    )}
    <p className="quiet small">
      Without a language model. With one, other sentences of the same sources may be chosen.
    </p>
  </div>
);
