import { Button, Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { FoundPassages } from "../../../src/http/api/guide-schemas.ts";
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

/** What a candidate's question would find. With a draft: as if that were saved. Nothing is saved or sent by it. */
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
            ? "What would be found for a candidate’s question. Nothing is saved or sent."
            : "What would be found with this text, beside the other guides. Nothing is saved or sent."}
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
          Find answers
        </Button>
      </form>
      <div role="status">{attempt.data && <FoundList found={attempt.data} isOld={isOld} />}</div>
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

const FoundList = ({ found, isOld }: { found: FoundPassages; isOld: boolean }) => {
  if (found.items.length === 0) {
    return (
      <p className="trial-none">
        Nothing is found. The assistant would say that it does not know, and hand the question to a
        person.
      </p>
    );
  }
  return (
    <>
      {isOld && <p className="quiet small">Found before your last change.</p>}
      <ol className="guide-found" aria-label="Found, the best first">
        {found.items.map((item, index) => (
          <li key={index}>
            <span className="strong">{item.title}</span>
            <span className="quiet small">
              {item.scope === "company" ? "For everybody" : "For the posting"} · by{" "}
              {item.matched.join(", ")}
            </span>
            <p>{item.text}</p>
          </li>
        ))}
      </ol>
    </>
  );
};
