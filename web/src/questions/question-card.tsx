import { Button, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useOtherQuestions } from "../api/queries.ts";
import { Loaded, Loading } from "../parts/states.tsx";
import { QuestionWords } from "./question-words.tsx";
import type { DraftQuestion, QuestionDraft } from "./use-question-draft.ts";
import { type WordsFinding, WordsNotes } from "./words-finding.tsx";

export interface QuestionKey {
  postingId: string;
  planId: string;
}

interface CardProps {
  at: QuestionKey;
  question: DraftQuestion;
  competency: string;
  draft: QuestionDraft;
  isLocked: boolean;
  /** Of all questions, as they were saved. */
  findings: readonly WordsFinding[];
  /** Sessions that it could be moved to. */
  others: readonly { sessionId: string; name: string }[];
}

/** One question with what belongs to it, and what may be done with it. */
export const QuestionCard = (props: CardProps) => {
  const { at, question, competency, draft, isLocked, others } = props;
  const [open, setOpen] = useState<"words" | "swap" | null>(null);
  const toggle = (part: "words" | "swap"): void => setOpen(open === part ? null : part);
  return (
    <li className="question">
      <p className="quiet small">
        {competency} · {question.kind} · <span className="num">{question.minutes} min</span>
        {question.origin === "edited" && " · changed by a person"}
      </p>
      {open === "words" ? (
        <QuestionWords question={question} draft={draft} />
      ) : (
        <p className="question-text">{question.text}</p>
      )}
      <WordsNotes
        findings={found(props, null)}
        isLocked={isLocked}
        onTake={(text) => draft.write(question.id, { text })}
      />
      {question.followUps.map((followUp, index) => (
        <FollowUpNotes key={followUp} {...props} index={index} />
      ))}
      {!isLocked && (
        <div className="buttons">
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={open === "words"}
            onClick={() => toggle("words")}
          >
            {open === "words" ? "Close" : "Change"}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={open === "swap"}
            onClick={() => toggle("swap")}
          >
            Swap
          </Button>
          <CardMenu {...{ question, competency, draft, others }} />
        </div>
      )}
      {open === "swap" && <Others {...{ at, question, draft }} onChosen={() => setOpen(null)} />}
      <Particulars question={question} />
    </li>
  );
};

/** Findings of words that still stand as they were checked. */
const found = ({ findings, question }: CardProps, place: number | null): WordsFinding[] => {
  const words = place === null ? question.text : question.followUps[place];
  return findings.filter(
    ({ questionId, followUp, text }) =>
      questionId === question.id && followUp === place && text === words,
  );
};

/** With the follow-up itself, which is folded away else. */
const FollowUpNotes = ({ index, ...props }: CardProps & { index: number }) => {
  const { question, draft, isLocked } = props;
  const findings = found(props, index);
  if (findings.length === 0) return null;
  return (
    <>
      <p>
        <span className="quiet small">Follow-up</span> {question.followUps[index]}
      </p>
      <WordsNotes
        {...{ findings, isLocked }}
        onTake={(instead) =>
          draft.write(question.id, { followUps: question.followUps.with(index, instead) })
        }
      />
    </>
  );
};

const CardMenu = ({
  question,
  competency,
  draft,
  others,
}: Pick<CardProps, "question" | "competency" | "draft" | "others">) => (
  <Menu position="bottom-start" withinPortal>
    <Menu.Target>
      <Button size="compact-sm" variant="default" aria-label={`More: ${question.text}`}>
        <IconDots size={16} aria-hidden />
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      {others.map(({ sessionId, name }) => (
        <Menu.Item
          key={sessionId}
          onClick={() => draft.move(question.competencyId, sessionId)}
        >{`Move ${competency} to ${name}`}</Menu.Item>
      ))}
      <Menu.Item color="red" onClick={() => draft.remove(question.id)}>
        Remove
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
);

interface OthersProps {
  at: QuestionKey;
  question: DraftQuestion;
  draft: QuestionDraft;
  onChosen(): void;
}

/** What else of the competency fits the posting and is asked nowhere. */
const Others = ({ at, question, draft, onChosen }: OthersProps) => {
  const asked = new Set(draft.sessions.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return (
    <Loaded
      query={useOtherQuestions({ ...at, competencyId: question.competencyId })}
      loading={<Loading rows={2} />}
    >
      {({ items }) => (
        <ul className="question-others" aria-label="Instead">
          {items
            .filter(({ id }) => !asked.has(id))
            .map((other) => (
              <li key={other.id}>
                <button
                  type="button"
                  onClick={() => {
                    draft.swap(question.id, other);
                    onChosen();
                  }}
                >
                  {other.text}{" "}
                  <span className="quiet small num">
                    {other.kind}, {other.minutes} min
                  </span>
                </button>
              </li>
            ))}
        </ul>
      )}
    </Loaded>
  );
};

const Particulars = ({ question }: { question: DraftQuestion }) => (
  <details className="question-more">
    <summary className="small">Follow-ups, what answers show, why it was chosen</summary>
    <h3>Follow-ups</h3>
    <ul>
      {question.followUps.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
    <h3>What answers show</h3>
    <dl>
      {question.rubric.map(({ label, shows }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{shows}</dd>
        </div>
      ))}
    </dl>
    <h3>Why it was chosen</h3>
    <ul>
      {question.why.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  </details>
);
