import { Fragment } from "react";
import { CATEGORY_WORDS, SEVERITY_WORDS } from "./finding-words.ts";
import { type Finding, partsOf } from "./text-parts.ts";

/** Where a finding is told, and where it stands. */
export const cardId = (id: string, index: number): string => `${id}-finding-${index + 1}`;
export const markId = (id: string, index: number): string => `${id}-place-${index + 1}`;

/** Goes to a place of the page, by eye and by focus. */
export const goTo = (id: string): void => {
  const place = document.querySelector<HTMLElement>(`[id="${id}"]`);
  place?.scrollIntoView({ block: "center" });
  place?.focus();
};

interface MarkedTextProps {
  id: string;
  text: string;
  findings: readonly Finding[];
}

/** The text with each finding underlined, by severity in another way, and numbered as in the list. */
export const MarkedText = ({ id, text, findings }: MarkedTextProps) => (
  <section className="panel language-marked" aria-label="Your text with its findings">
    <p className="language-text">
      {partsOf(text, findings).map((part) => (
        <Fragment key={part.start}>
          {part.severity === null ? (
            part.text
          ) : (
            <mark data-severity={part.severity}>{part.text}</mark>
          )}
          {part.ending.map((index) => (
            <Number key={index} {...{ id, index }} finding={findings[index]} />
          ))}
        </Fragment>
      ))}
    </p>
  </section>
);

interface NumberProps {
  id: string;
  index: number;
  finding: Finding | undefined;
}

const Number = ({ id, index, finding }: NumberProps) =>
  finding && (
    <button
      type="button"
      className="language-number num"
      id={markId(id, index)}
      data-severity={finding.severity}
      aria-label={`Finding ${index + 1}: ${CATEGORY_WORDS[finding.category]}, ${SEVERITY_WORDS[finding.severity].label}`}
      onClick={() => goTo(cardId(id, index))}
    >
      {index + 1}
    </button>
  );
