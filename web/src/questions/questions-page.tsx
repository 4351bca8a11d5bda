import "../styles/questions.css";
import { Select } from "@mantine/core";
import { Link } from "wouter";
import { usePlanPostings, usePostingQuestions } from "../api/queries.ts";
import { Page } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Empty, Loaded, Loading } from "../parts/states.tsx";
import { QuestionSetEditor } from "./question-set.tsx";

/** What each session of a plan asks, by posting. The address keeps which. */
export const QuestionsPage = ({ planId }: { planId: string }) => (
  <Page
    title={`Questions of the plan ${planId}`}
    lead="What each interview asks for a posting, with what answers show and why each was chosen."
    aside={<Link href={`/plans/${planId}`}>Back to the plan</Link>}
  >
    <Loaded query={usePlanPostings(planId)} loading={<Loading rows={2} />}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="No open posting">
            <p>Lever has no open posting that this plan is for.</p>
          </Empty>
        ) : (
          <Chosen planId={planId} items={items} />
        )
      }
    </Loaded>
  </Page>
);

interface ChosenProps {
  planId: string;
  items: readonly { id: string; title: string; location: string | null; isKept: boolean }[];
}

const Chosen = ({ planId, items }: ChosenProps) => {
  const [asked, choose] = useSearchParam("posting");
  const postingId = items.find(({ id }) => id === asked)?.id ?? items[0]?.id ?? "";
  return (
    <>
      <Select
        className="question-posting"
        label="Posting"
        searchable
        allowDeselect={false}
        data={items.map(({ id, title, location, isKept }) => ({
          value: id,
          label: [title, location, isKept ? "kept" : null].filter(Boolean).join(" · "),
        }))}
        value={postingId}
        onChange={choose}
      />
      <Loaded query={usePostingQuestions({ postingId, planId })} loading={<Loading rows={6} />}>
        {(found) => <QuestionSetEditor key={found.postingId} found={found} />}
      </Loaded>
    </>
  );
};
