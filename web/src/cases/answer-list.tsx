import type { AnswerItem } from "../../../src/http/api/schemas.ts";
import { SettleButton } from "../inbox/request-rows.tsx";
import { When } from "../parts/when.tsx";
import { ANSWER_WORDS } from "./answer-words.ts";

/** What the candidate said on their page, newest first. */
export const AnswerList = ({ answers }: { answers: readonly AnswerItem[] }) =>
  answers.length === 0 ? null : (
    <section aria-labelledby="answers" className="timeline-section">
      <h2 id="answers">What the candidate said</h2>
      <ul className="panel answers">
        {answers.toReversed().map((answer) => (
          <li key={answer.id} className="answer">
            <div>
              <p className="strong">{ANSWER_WORDS[answer.kind]}</p>
              {answer.words.map(({ label, text }) => (
                <p key={label} className="answer-words">
                  <span className="quiet">{label}:</span> {text}
                </p>
              ))}
              <p className="quiet small">
                <When iso={answer.at} />
                {answer.settledAt !== null && ` · seen to by ${answer.settledBy ?? "somebody"}`}
              </p>
            </div>
            <SettleButton request={answer} />
          </li>
        ))}
      </ul>
    </section>
  );
