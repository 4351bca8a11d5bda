import { Button } from "@mantine/core";
import { IconBan, IconInfoCircle, IconPencil } from "@tabler/icons-react";
import { CATEGORY_WORDS, SEVERITY_WORDS } from "./finding-words.ts";
import { cardId, goTo, markId } from "./marked-text.tsx";
import type { Finding } from "./text-parts.ts";

const ICONS = { blocking: IconBan, warning: IconPencil, advice: IconInfoCircle } as const;

interface CardProps {
  id: string;
  finding: Finding;
  index: number;
  text: string;
  /** Names of jurisdictions by id. */
  names: ReadonlyMap<string, string>;
  isLocked: boolean;
  /** Null: the sentence is taken out. */
  onReplace(instead: string | null): void;
}

/** One finding: what, why, whose rule, and the sentence to use instead. */
export const FindingCard = ({
  id,
  finding,
  index,
  text,
  names,
  isLocked,
  onReplace,
}: CardProps) => {
  const { label, tone } = SEVERITY_WORDS[finding.severity];
  const Icon = ICONS[finding.severity];
  return (
    <li className="panel language-card" id={cardId(id, index)} tabIndex={-1}>
      <div className="language-card-head">
        <h3>
          <span className="num">{index + 1}.</span> {CATEGORY_WORDS[finding.category]}
        </h3>
        <span className="badge" data-tone={tone}>
          <Icon size={14} aria-hidden /> {label}
        </span>
      </div>
      <p className="break">
        “{text.slice(finding.start, finding.end)}”{" "}
        <button type="button" className="language-show" onClick={() => goTo(markId(id, index))}>
          Show in the text
        </button>
      </p>
      <p>{finding.why}</p>
      <Instead {...{ finding, isLocked, onReplace }} />
      <p className="small quiet">
        {finding.rule ? (
          <a href={finding.rule.url} target="_blank" rel="noreferrer">
            {finding.rule.source}
          </a>
        ) : (
          finding.category !== "unfilled" && "No rule is named here for it: ask counsel."
        )}
        {finding.jurisdictions &&
          ` · Rules of ${finding.jurisdictions.map((each) => names.get(each) ?? each).join(", ")}`}
      </p>
    </li>
  );
};

/** What the writer can do: put another sentence, with what only they know left blank, or take theirs out. */
const Instead = ({
  finding: { instead },
  isLocked,
  onReplace,
}: Pick<CardProps, "finding" | "isLocked" | "onReplace">) => (
  <div className="language-instead">
    <p>
      <span className="small strong">Instead</span>
      <br />
      {instead ?? "Write in the text what belongs here, in place of the brackets."}
    </p>
    <div className="buttons">
      {instead !== null && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={isLocked}
          aria-label={`Put it in place of the sentence: ${instead}`}
          onClick={() => onReplace(instead)}
        >
          Put it in place of the sentence
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        disabled={isLocked}
        onClick={() => onReplace(null)}
      >
        Take the sentence out
      </Button>
    </div>
  </div>
);
