import "../styles/lists.css";
import "../styles/candidate-questions.css";
import { Link } from "wouter";
import type { QuestionFromCandidate } from "../../../src/domain/chat.ts";
import { useCandidateQuestions } from "../api/queries.ts";
import { Badge, type Tone } from "../parts/badge.tsx";
import { FilterChips } from "../parts/filter-chips.tsx";
import { Initials } from "../parts/initials.tsx";
import { Page } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Empty, Loaded } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";
import { AnswerForm } from "./answer-form.tsx";

/** What candidates asked in the chat of their page and the assistant could not answer. */
export const CandidateQuestionsPage = () => {
  const [state] = useSearchParam("state");
  const [named] = useSearchParam("question");
  const query = useCandidateQuestions(stateOf(state));
  return (
    <Page
      title="Questions from candidates"
      lead="What the assistant could not answer. What you write here is read in the candidate’s chat, as you write it."
    >
      <FilterChips
        param="state"
        label="Which questions"
        options={[
          { value: "open", label: "To answer" },
          { value: "answered", label: "Answered" },
        ]}
      />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="panel">
              <Empty title="No questions here">
                <p>
                  A question comes here when neither the candidate’s interview, the posting nor a
                  guide answers it, or when a candidate asks for a person.
                </p>
              </Empty>
            </div>
          ) : (
            <ul className="asked-list" aria-label="Questions">
              {namedFirst(items, named).map((item) => (
                <Asked key={item.id} item={item} isNamed={item.id === named} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
};

const stateOf = (value: string | null): "open" | "answered" | undefined =>
  value === "open" || value === "answered" ? value : undefined;

/** Whoever comes by the link of one question sees it at once. */
const namedFirst = (
  items: readonly QuestionFromCandidate[],
  named: string | null,
): QuestionFromCandidate[] => [
  ...items.filter(({ id }) => id === named),
  ...items.filter(({ id }) => id !== named),
];

const STATES: Record<QuestionFromCandidate["state"], { tone: Tone; words: string }> = {
  open: { tone: "waiting", words: "To answer" },
  answered: { tone: "done", words: "Answered" },
  closed: { tone: "neutral", words: "Case ended" },
};

const Asked = ({ item, isNamed }: { item: QuestionFromCandidate; isNamed: boolean }) => (
  <li className="panel asked" data-named={isNamed}>
    <div className="asked-head">
      <Initials name={item.candidateName} />
      <div className="asked-who">
        <Link href={`/cases/${item.caseId}`}>{item.candidateName}</Link>
        <span className="quiet small">
          {item.postingTitle} · {item.stageName}
        </span>
      </div>
      <span className="quiet small">
        <When iso={item.at} isRelative />
        {item.timesAsked > 1 && <> · asked {item.timesAsked} times</>}
      </span>
      <Badge tone={STATES[item.state].tone}>{STATES[item.state].words}</Badge>
    </div>
    {item.question === null ? (
      <p className="quiet">The words are not shown: they are for few, or were erased.</p>
    ) : (
      <>
        {item.before !== null && (
          <p className="quiet small">Just before they wrote: “{item.before}”</p>
        )}
        <blockquote className="asked-words">{item.question}</blockquote>
      </>
    )}
    {item.answer && <Answer answer={item.answer} />}
    {item.state === "open" && <AnswerForm item={item} />}
  </li>
);

const Answer = ({ answer }: { answer: NonNullable<QuestionFromCandidate["answer"]> }) => (
  <div className="asked-answer">
    <span className="quiet small">
      {answer.by}, <When iso={answer.at} isRelative />
    </span>
    {answer.text === "" ? (
      <p className="quiet">The answer is not shown: it is for few, or was erased.</p>
    ) : (
      <p>{answer.text}</p>
    )}
  </div>
);
