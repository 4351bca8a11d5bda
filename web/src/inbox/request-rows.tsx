import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { AnswerItem } from "../../../src/http/api/schemas.ts";
import { useSettle } from "../api/changes.ts";
import { useRequests } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { ANSWER_WORDS } from "../cases/answer-words.ts";
import { Initials } from "../parts/initials.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";

/** What candidates ask for on their page, until a person has seen to it. */
export const RequestRows = () => {
  const requests = useRequests().data?.items ?? [];
  if (requests.length === 0) return null;
  return (
    <section aria-label="Candidates ask">
      <div className="group-head">
        <h2>Candidates ask</h2>
        <span className="count">{requests.length}</span>
      </div>
      <ul className="rows panel">
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ul>
    </section>
  );
};

const RequestRow = ({ request }: { request: AnswerItem }) => (
  <li className="row">
    <Initials name={request.candidateName} />
    <div className="row-what">
      <Link href={`/cases/${request.caseId}`} className="row-link">
        {request.candidateName}
      </Link>
      <span className="quiet row-context">
        {request.postingTitle} · {request.stageName}
      </span>
      <p className="row-summary">{ANSWER_WORDS[request.kind]}</p>
      {request.words.map(({ label, text }) => (
        <p key={label} className="row-summary quiet">
          {label}: “{text}”
        </p>
      ))}
    </div>
    <div className="row-side">
      <div className="row-times quiet small">
        <When iso={request.at} isRelative />
      </div>
    </div>
    <SettleButton request={request} />
  </li>
);

/** One press: a person has seen to it. */
export const SettleButton = ({ request }: { request: AnswerItem }) => {
  const settle = useSettle();
  if (!useMayDecide() || !request.isRequest || request.settledAt !== null) return null;
  return (
    <div className="row-actions row-actions-shown">
      <Button
        size="compact-sm"
        variant="default"
        loading={settle.isPending}
        onClick={() =>
          settle.mutate(request.id, {
            onSuccess: () => tellDone(`Seen to: ${request.candidateName}.`),
            onError: tellProblem,
          })
        }
      >
        Seen to<span className="sr-only"> for {request.candidateName}</span>
      </Button>
    </div>
  );
};
