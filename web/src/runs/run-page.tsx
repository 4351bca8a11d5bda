import "../styles/lists.css";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "wouter";
import type { RunDetail } from "../../../src/http/api/schemas.ts";
import { useCase, useRun } from "../api/queries.ts";
import { StatusBadge } from "../parts/badge.tsx";
import { Copy } from "../parts/copy.tsx";
import { useTitle } from "../parts/page.tsx";
import { Empty, Loaded, Loading } from "../parts/states.tsx";
import { lengthInWords } from "../parts/time.ts";
import { When } from "../parts/when.tsx";
import { eventInWords } from "../parts/words.ts";
import { Waterfall } from "./run-trace.tsx";
import { placeSteps } from "./trace-model.ts";

/** One run: what Convene did about one event, step by step. */
export const RunPage = ({ id }: { id: string }) => {
  const query = useRun(id);
  return (
    <div className="page">
      <Loaded query={query} loading={<Loading rows={8} height={30} />}>
        {(run) => <RunView run={run} />}
      </Loaded>
    </div>
  );
};

const RunView = ({ run }: { run: RunDetail }) => {
  useTitle("Run");
  return (
    <>
      <header className="case-head">
        <div className="proposal-trail small">
          {run.caseId === null ? (
            <Link href="/events" className="trail-link">
              <IconArrowLeft size={14} aria-hidden /> Events
            </Link>
          ) : (
            <CaseLink id={run.caseId} />
          )}
        </div>
        <div className="case-title">
          <h1>{eventInWords(run.eventKind)}: what Convene did</h1>
          <StatusBadge
            status={run.status}
            words={run.status === "waiting" ? "Waits for a decision" : undefined}
          />
        </div>
        {run.outcome !== null && <p className="quiet">{run.outcome}</p>}
      </header>
      <dl className="panel run-facts">
        <Fact name="Began">
          <When iso={run.startedAt} />
        </Fact>
        <Fact name="Ended">
          {run.finishedAt === null ? "not yet" : <When iso={run.finishedAt} />}
        </Fact>
        {run.tracePrunedAt === null && <Work steps={run.steps} />}
        <Fact name="To quote">
          <Copy
            value={run.correlationId}
            what="correlation id"
            short={`${run.correlationId.slice(0, 11)}…`}
          />
        </Fact>
      </dl>
      {run.steps.length === 0 ? (
        <div className="panel">
          {run.tracePrunedAt === null ? (
            <Empty title="No step yet" />
          ) : (
            <Empty title="The trace of this run was removed by age">
              <p>
                Its steps went <When iso={run.tracePrunedAt} />. What it proposed, what was decided
                and what was done stays in the case and in the ledger.
              </p>
            </Empty>
          )}
        </div>
      ) : (
        <section className="panel trace-panel" aria-label="Trace">
          <Waterfall steps={run.steps} />
        </section>
      )}
    </>
  );
};

const Work = ({ steps }: { steps: RunDetail["steps"] }) => {
  const calls = steps.filter(({ kind }) => kind === "tool").length;
  const models = steps.filter(({ kind }) => kind === "model");
  const tokens = models.reduce(
    (sum, { tokens: used }) => sum + (used ? used.input + used.output : 0),
    0,
  );
  return (
    <>
      <Fact name="At work">{lengthInWords(placeSteps(steps).activeMs)}</Fact>
      <Fact name="Calls">
        {calls} to tools, {models.length} to a model
      </Fact>
      <Fact name="Tokens">{tokens}</Fact>
    </>
  );
};

const CaseLink = ({ id }: { id: string }) => {
  const name = useCase(id).data?.candidateName;
  return (
    <Link href={`/cases/${id}`} className="trail-link">
      <IconArrowLeft size={14} aria-hidden /> {name ?? "The case"}
    </Link>
  );
};

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div className="fact">
    <dt className="quiet small">{name}</dt>
    <dd>{children}</dd>
  </div>
);
