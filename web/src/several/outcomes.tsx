import { Link } from "wouter";
import type { ApprovalOutcomes, ProposalContent } from "../../../src/http/api/several-routes.ts";
import { Badge } from "../parts/badge.tsx";
import { Page } from "../parts/page.tsx";

type Outcome = ApprovalOutcomes["items"][number];

const WORDS: Record<Outcome["outcome"], string> = {
  approved: "Approved",
  first: "Approved by you: a second person has to approve it too",
  left_out: "Left out",
};
const TONES = { approved: "done", first: "waiting", left_out: "failed" } as const;

interface OutcomesProps {
  outcomes: readonly Outcome[];
  were: readonly ProposalContent["proposal"][];
}

/** What became of each. */
export const Outcomes = ({ outcomes, were }: OutcomesProps) => {
  const approved = outcomes.filter(({ outcome }) => outcome !== "left_out").length;
  return (
    <Page
      title={`${approved} of ${outcomes.length} approved`}
      lead={leadOf(outcomes.length - approved)}
    >
      <ul className="several several-list" aria-label="Outcomes">
        {outcomes.map(({ id, outcome, why }) => {
          const was = were.find((proposal) => proposal.id === id);
          return (
            <li key={id}>
              <Link href={`/proposals/${id}`}>{was?.candidateName ?? id}</Link>{" "}
              <Badge tone={TONES[outcome]}>{WORDS[outcome]}</Badge>
              <p className="quiet">{why ?? was?.summary}</p>
            </li>
          );
        })}
      </ul>
      <Link href="/">Back to the inbox</Link>
    </Page>
  );
};

const leadOf = (leftOut: number): string =>
  leftOut === 0
    ? "All of them are under way."
    : `Nothing was done about the ${leftOut === 1 ? "one" : leftOut} left out.`;
