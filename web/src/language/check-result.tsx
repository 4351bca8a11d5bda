import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { type RefObject, useId } from "react";
import type { FoundInText } from "../api/queries.ts";
import { ProblemNote } from "../parts/states.tsx";
import { Balance } from "./balance.tsx";
import { FindingCard } from "./finding-card.tsx";
import { MarkedText } from "./marked-text.tsx";
import type { LanguageCheck } from "./use-check.ts";

interface ResultProps {
  check: LanguageCheck;
  /** Where to read on after a replacement. */
  heading: RefObject<HTMLHeadingElement | null>;
}

/** What was found: in the text, and one by one. */
export const CheckResult = ({ check, heading }: ResultProps) => {
  const { query } = check;
  const id = useId();
  return (
    <>
      {query.error && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      <div className="language-status">
        <h2 ref={heading} tabIndex={-1}>
          What was found
        </h2>
        <p role="status">{inWords(check)}</p>
      </div>
      {query.data && <Found {...{ id, check, heading }} answer={query.data} />}
      <WhatItIsNot check={check} />
    </>
  );
};

const inWords = ({ query, checked, isStale }: LanguageCheck): string => {
  if (checked === null) return "Nothing is checked yet.";
  if (query.isFetching) return "Checking.";
  if (!query.data) return "";
  if (isStale) return "The text has changed since. Check it again.";
  const count = query.data.findings.length;
  if (count === 0) return "Nothing found.";
  return count === 1 ? "One thing found." : `${count} things found.`;
};

interface FoundProps extends ResultProps {
  id: string;
  answer: FoundInText;
}

const Found = ({ id, check, answer, heading }: FoundProps) => {
  const { findings, balance, otherLanguage, text } = answer;
  const isWeighed = balance && (check.kind === "job_text" || balance.lean !== "neutral");
  const names = new Map(check.rules.data?.jurisdictions.map((each) => [each.id, each.name]));
  return (
    <>
      {otherLanguage !== null && (
        <div className="note" data-tone="waiting">
          <IconAlertTriangle size={18} aria-hidden />
          <p>
            <strong>This text seems to be {otherLanguage}.</strong> Only English is read, so little
            or nothing is found in it.
          </p>
        </div>
      )}
      {findings.length === 0 && otherLanguage === null && (
        <div className="note" data-tone="done">
          <IconCircleCheck size={18} aria-hidden />
          <p>
            <strong>Nothing found.</strong> None of the words and sentences that the checker knows
            stands in this text. That does not make it lawful or fair.
          </p>
        </div>
      )}
      {isWeighed && <Balance balance={balance} />}
      {findings.length > 0 && (
        <div className="language-found" data-stale={check.isStale}>
          <MarkedText id={id} text={text} findings={findings} />
          <ol className="language-findings" aria-label="Findings">
            {findings.map((finding, index) => (
              <FindingCard
                key={`${finding.start}-${finding.category}`}
                {...{ id, finding, index, names, text }}
                isLocked={check.isStale || check.query.isFetching}
                onReplace={(instead) => {
                  check.replace(finding, instead);
                  heading.current?.focus();
                }}
              />
            ))}
          </ol>
        </div>
      )}
    </>
  );
};

const WhatItIsNot = ({ check }: { check: LanguageCheck }) => (
  <div className="note language-limits">
    <IconAlertTriangle size={18} aria-hidden />
    <p>
      No legal advice. It knows words and shapes of sentences, not the case, misses some, and flags
      some that are fine. You decide.
      {check.rules.data && ` Rules as noted on ${check.rules.data.notedOn}.`}
    </p>
  </div>
);
