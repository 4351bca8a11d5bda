import { SegmentedControl } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { Policy } from "../../../src/domain/policy.ts";
import { answerInWords, kindInWords } from "../../../src/domain/policy-words.ts";
import type { PolicyPreview as Preview } from "../../../src/http/api/policy-routes.ts";
import { usePolicyPreview } from "../api/queries.ts";
import { ProblemNote } from "../parts/states.tsx";
import { sentence } from "../parts/words.ts";

/** With what is written above and not yet in force: what it would have done lately. */
export const PolicyPreview = ({ draft }: { draft: Policy }) => {
  const [days, setDays] = useState("1");
  const preview = usePolicyPreview(draft, Number(days));
  return (
    <section className="panel setting-block" aria-labelledby="preview">
      <div className="personal">
        <h2 id="preview">With these settings</h2>
        <SegmentedControl
          size="xs"
          aria-label="Proposals of"
          data={[
            { value: "1", label: "Last day" },
            { value: "7", label: "Week" },
            { value: "31", label: "Month" },
          ]}
          value={days}
          onChange={setDays}
        />
      </div>
      {preview.error ? (
        <ProblemNote error={preview.error} />
      ) : (
        preview.data && (
          <>
            <TwoPeople preview={preview.data} />
            <Differences preview={preview.data} />
          </>
        )
      )}
    </section>
  );
};

/** Whatever was proposed lately: what two people agree on now and would not, and where there are not two. */
const TwoPeople = ({ preview: { endedPairs, shortRules } }: { preview: Preview }) => {
  if (endedPairs.length + shortRules.length === 0) return null;
  const rules = endedPairs.length === 1 ? "rule" : "rules";
  return (
    <div className="note" data-tone="waiting">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        {endedPairs.length > 0 && (
          <p>
            Fewer than two people would agree on what {rules} {endedPairs.join(", ")} in force{" "}
            {endedPairs.length === 1 ? "asks" : "ask"} two about. Other administrators are told, and
            the ledger keeps it.
          </p>
        )}
        {shortRules.map(({ rule, what }) => (
          <p key={rule}>{sentence(what)}.</p>
        ))}
      </div>
    </div>
  );
};

const SINCE: Record<number, string> = { 1: "the last day", 7: "the last week" };

const Differences = ({ preview }: { preview: Preview }) => {
  const { days, total, after, differences } = preview;
  const changed = differences.reduce((sum, { count }) => sum + count, 0);
  const of = SINCE[days] ?? "the last month";
  if (total === 0) return <p className="quiet">There was no proposal in {of} to try them on.</p>;
  return (
    <>
      <p role="status">
        Of the {total} {total === 1 ? "proposal" : "proposals"} of {of}, {after.perform} would have
        been done, {after.ask} asked about, {after.observe} only recorded.{" "}
        {changed === 0 ? "Nothing would have been otherwise." : `${changed} otherwise than now:`}
      </p>
      <ul className="preview-list" aria-label="What would be otherwise">
        {differences.map((difference) => (
          <li key={JSON.stringify([difference.kind, difference.before, difference.after])}>
            <span>
              <strong className="num">{difference.count}</strong> {kindInWords(difference.kind)}:{" "}
              <span className="quiet">{answerInWords(difference.before)}</span> →{" "}
              {answerInWords(difference.after)}
            </span>
            <span className="preview-links small">
              {difference.proposals.map(({ id, postingTitle, stageName }) => (
                <Link key={id} href={`/proposals/${id}`}>
                  {postingTitle} · {stageName}
                </Link>
              ))}
              {difference.count > difference.proposals.length && (
                <span className="quiet">
                  and {difference.count - difference.proposals.length} more
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};
