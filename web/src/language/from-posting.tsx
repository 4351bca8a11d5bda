import { Button, Select } from "@mantine/core";
import { useState } from "react";
import type { PostingList } from "../../../src/http/api/posting-routes.ts";
import { useTakeText } from "../api/changes.ts";
import { usePostings } from "../api/queries.ts";
import { Loaded, Loading, ProblemNote } from "../parts/states.tsx";

interface FromPostingProps {
  onTaken(text: string): void;
  onKind(kind: "job_text" | "question"): void;
}

/** A posting's job text, or the questions that a plan asks for it, in place of what is written by hand. */
export const FromPosting = (props: FromPostingProps) => {
  const [isOpen, open] = useState(false);
  return (
    <details className="language-posting" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>Take it from a posting</summary>
      {isOpen && <Postings {...props} />}
    </details>
  );
};

const Postings = (props: FromPostingProps) => (
  <Loaded query={usePostings()} loading={<Loading rows={1} />}>
    {({ items }) =>
      items.length === 0 ? (
        <p className="quiet">Lever has no open posting.</p>
      ) : (
        <Picker items={items} {...props} />
      )
    }
  </Loaded>
);

const Picker = ({ items, onTaken, onKind }: FromPostingProps & PostingList) => {
  const [chosen, choose] = useState<string | null>(null);
  const [isWithoutText, setWithoutText] = useState(false);
  const take = useTakeText();
  const posting = items.find(({ id }) => id === chosen);
  const takeFrom = (planId: string | null): void => {
    if (!posting) return;
    take.mutate(
      { postingId: posting.id, planId },
      {
        onSuccess: (text) => {
          setWithoutText(text.trim() === "");
          if (text.trim() === "") return;
          onKind(planId === null ? "job_text" : "question");
          onTaken(text);
        },
      },
    );
  };
  return (
    <div className="language-picker">
      <Select
        label="Posting"
        placeholder="Choose a posting"
        searchable
        data={items.map(({ id, title, location }) => ({
          value: id,
          label: [title, location].filter(Boolean).join(" · "),
        }))}
        value={chosen}
        onChange={(id) => {
          choose(id);
          setWithoutText(false);
        }}
      />
      {posting && (
        <div className="buttons">
          <Button variant="default" loading={take.isPending} onClick={() => takeFrom(null)}>
            Take its job text
          </Button>
          {posting.planIds.map((planId) => (
            <Button
              key={planId}
              variant="default"
              loading={take.isPending}
              onClick={() => takeFrom(planId)}
            >
              Take its questions of {planId}
            </Button>
          ))}
        </div>
      )}
      {isWithoutText && (
        <p className="quiet" role="status">
          There is nothing written there.
        </p>
      )}
      {take.error && <ProblemNote error={take.error} />}
    </div>
  );
};
