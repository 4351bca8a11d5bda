import { UnstyledButton } from "@mantine/core";
import { ProblemNote } from "../parts/states.tsx";
import { KIND_WORDS } from "./finding-words.ts";
import type { LanguageCheck } from "./use-check.ts";

/** What the text is, and whose law counts. The address keeps both. */
export const Choices = ({ check }: { check: LanguageCheck }) => {
  const { rules, kind, places } = check;
  return (
    <div className="language-choices">
      <div role="group" aria-labelledby="language-kind">
        <p className="small strong" id="language-kind">
          What it is
        </p>
        <div className="filter-chips">
          {KIND_WORDS.map(({ value, label }) => (
            <Chip
              key={label}
              label={label}
              isOn={kind === value}
              onClick={() => check.setKind(value)}
            />
          ))}
        </div>
      </div>
      <div role="group" aria-labelledby="language-where">
        <p className="small strong" id="language-where">
          Whose rules are told
        </p>
        {rules.error && <ProblemNote error={rules.error} onRetry={() => void rules.refetch()} />}
        <div className="filter-chips">
          <Chip label="All" isOn={places.length === 0} onClick={() => check.togglePlace(null)} />
          {rules.data?.jurisdictions.map(({ id, name }) => (
            <Chip
              key={id}
              label={name}
              isOn={places.includes(id)}
              onClick={() => check.togglePlace(id)}
            />
          ))}
        </div>
      </div>
    </div>
  );
};

const Chip = ({ label, isOn, onClick }: { label: string; isOn: boolean; onClick(): void }) => (
  <UnstyledButton className="chip" aria-pressed={isOn} onClick={onClick}>
    {label}
  </UnstyledButton>
);
