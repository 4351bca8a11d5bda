import { Button } from "@mantine/core";
import { IconArrowsDiff, IconCheck, IconUser } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { FindingItem, ReconciliationItem } from "../../../src/http/api/schemas.ts";
import { useCompare } from "../api/changes.ts";
import { useComparison } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { Loaded, Loading } from "../parts/states.tsx";
import { tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";

/** Whether our books and the world agree: the last time that somebody looked, and looking now. */
export const CompareSection = () => {
  const query = useComparison();
  const compare = useCompare();
  const mayAsk = useMayDecide();
  const latest = query.data?.latest ?? null;
  const isUnderWay = latest !== null && latest.finishedAt === null;
  return (
    <section className="panel setting-block" aria-labelledby="compare">
      <div className="compare-head">
        <div>
          <h2 id="compare">Compare with Lever and calendars</h2>
          <p className="quiet">
            Every night, and for tomorrow’s interviews every hour. What a failed booking left behind
            is taken back; everything else is put to you.
          </p>
        </div>
        {mayAsk && (
          <Button
            variant="default"
            leftSection={<IconArrowsDiff size={16} aria-hidden />}
            loading={compare.isPending || isUnderWay}
            onClick={() => compare.mutate(undefined, { onError: tellProblem })}
          >
            Compare now
          </Button>
        )}
      </div>
      <Loaded query={query} loading={<Loading rows={1} height={24} />}>
        {({ latest: last }) => (last ? <Result result={last} /> : <Never />)}
      </Loaded>
    </section>
  );
};

const Never = () => (
  <p className="quiet small" role="status">
    Not compared yet. The first time is tonight at three.
  </p>
);

const count = (number: number, one: string, more: string): string =>
  `${number} ${number === 1 ? one : more}`;

const Result = ({ result }: { result: ReconciliationItem }) => {
  // News first; what was told before stays until it is no longer so.
  const forYou = result.findings
    .filter(({ repaired }) => !repaired)
    .toSorted((one, other) => (one.since ?? "").localeCompare(other.since ?? ""));
  const still = forYou.filter(({ since }) => since !== undefined);
  const done = result.findings.filter(({ repaired }) => repaired);
  if (result.finishedAt === null) {
    return (
      <p className="quiet small" role="status">
        Under way: {result.checked} of {count(result.toCheck, "candidate", "candidates")} looked at.
      </p>
    );
  }
  return (
    <>
      <p className="small compare-sum" role="status">
        <span className="quiet">
          Last time <When iso={result.finishedAt} isRelative />,{" "}
          {count(result.checked, "candidate", "candidates")}:
        </span>{" "}
        {result.findings.length === 0 ? (
          <span className="compare-good">
            <IconCheck size={15} aria-hidden /> all as our books say
          </span>
        ) : (
          <strong>
            {result.reported === 0 ? "nothing new for you" : `${result.reported} for you`}
            {still.length > 0 && `, ${still.length} told before and still so`}
            {done.length > 0 && `, ${done.length} put right`}
          </strong>
        )}
      </p>
      {forYou.length > 0 && <Findings findings={forYou} label="For you" />}
      {done.length > 0 && (
        <details className="compare-done">
          <summary className="small">What was put right ({done.length})</summary>
          <Findings findings={done} label="Put right" />
        </details>
      )}
    </>
  );
};

/** More than a person reads at a time. */
const SHOWN = 8;

const Findings = ({ findings, label }: { findings: FindingItem[]; label: string }) => {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? findings : findings.slice(0, SHOWN);
  return (
    <>
      <ul className="compare-list" aria-label={label}>
        {shown.map((finding) => (
          <li key={`${finding.code} ${finding.caseId} ${finding.subject}`} className="compare-item">
            {finding.repaired ? (
              <IconCheck size={16} aria-hidden className="compare-good" />
            ) : (
              <IconUser size={16} aria-hidden className="compare-yours" />
            )}
            <div>
              <p>
                {finding.caseId !== null && (
                  <>
                    <Link href={`/cases/${finding.caseId}`} className="strong">
                      {finding.candidateName ?? "A case"}
                    </Link>
                    {": "}
                  </>
                )}
                {finding.says}
              </p>
              {!finding.repaired && (
                <p className="quiet small">
                  {finding.todo}
                  {finding.since !== undefined && (
                    <>
                      {" Told first "}
                      <When iso={finding.since} isRelative />.
                    </>
                  )}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {shown.length < findings.length && (
        <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
          Show all {findings.length}
        </Button>
      )}
    </>
  );
};
