import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { BriefItem } from "../../../src/http/api/brief-schemas.ts";
import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import { useBriefs } from "../api/changes.ts";
import { StatusBadge, statusOf } from "../parts/badge.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";
import { useMayPropose } from "./may-propose.ts";

/** The brief of each booked interview: when it goes out, and what became of it. */
export const BriefsPanel = ({ case_ }: { case_: CaseDetail }) => {
  const send = useBriefs(case_.id);
  const mayPropose = useMayPropose(case_);
  const ask = (sessionId: string): void =>
    send.mutate(sessionId, {
      onSuccess: () =>
        tellDone("The brief is being made. What the policy asks about waits in the inbox."),
      onError: tellProblem,
    });
  return (
    <section className="panel briefs" aria-labelledby="briefs">
      <h2 id="briefs">Briefs for interviewers</h2>
      <ul>
        {case_.briefs.map((brief) => (
          <li key={brief.sessionId}>
            <div>
              <p className="strong">{brief.name}</p>
              <p className="quiet small">
                <When iso={brief.startsAt} /> · <How brief={brief} />
              </p>
            </div>
            {brief.status !== null && (
              <StatusBadge status={statusOf({ status: brief.status, notSent: brief.notSent })} />
            )}
            {mayPropose && !brief.hasBegun && (
              <Button
                size="compact-sm"
                variant="default"
                disabled={send.isPending}
                onClick={() => ask(brief.sessionId)}
              >
                {brief.status === null ? "Send now" : "Make it anew"}
                <span className="sr-only">: {brief.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const How = ({ brief }: { brief: BriefItem }) => {
  if (brief.proposalId !== null) {
    return <Link href={`/proposals/${brief.proposalId}`}>See the brief</Link>;
  }
  return brief.hasBegun ? (
    <>none was made</>
  ) : (
    <>
      to be made <When iso={brief.dueAt} />
    </>
  );
};
