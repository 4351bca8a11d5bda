import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { PostingQuestions } from "../../../src/http/api/question-schemas.ts";
import { useForgetQuestions, useSaveQuestions } from "../api/changes.ts";
import { useCompetencies } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { BehindNote, savedMeanwhile } from "../parts/behind-note.tsx";
import { SaveBar } from "../parts/save-bar.tsx";
import { ProblemNote } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";
import { LevelChoice } from "./level-choice.tsx";
import { QuestionCard, type QuestionKey } from "./question-card.tsx";
import {
  type DraftSession,
  type QuestionDraft,
  editOf,
  timeFor,
  useQuestionDraft,
} from "./use-question-draft.ts";

/** The questions of one posting: by session, with what could not be done well, changed and saved here. */
export const QuestionSetEditor = ({ found }: { found: PostingQuestions }) => {
  const draft = useQuestionDraft(found);
  const isLocked = !useMayDecide();
  const at = { postingId: found.postingId, planId: found.planId };
  return (
    <>
      <LevelChoice found={found} isLocked={isLocked || draft.isChanged} />
      <Origin found={found} />
      <Notes found={found} />
      {draft.isBehind && <BehindNote says={savedMeanwhile(found)} texts={null} draft={draft} />}
      {draft.sessions.map((session) => (
        <Session
          key={session.sessionId}
          {...{ at, session, draft, isLocked, findings: found.language }}
        />
      ))}
      {isLocked ? (
        <p className="quiet small">Only administrators and recruiters can change questions.</p>
      ) : (
        <Bar found={found} draft={draft} />
      )}
    </>
  );
};

const Origin = ({ found }: { found: PostingQuestions }) => (
  <p className="quiet">
    {found.isKept && found.savedAt !== null ? (
      <>
        Kept by {found.savedBy}, version {found.version}, <When iso={found.savedAt} isRelative />:
        it no longer follows the job text.
      </>
    ) : (
      `Composed for level ${found.set.level.value}. ${found.level === null ? found.set.level.why : `${found.savedBy ?? "Somebody"} has set it.`} ${found.set.family.why}`
    )}
  </p>
);

const Notes = ({ found: { behind, set } }: { found: PostingQuestions }) => {
  if (behind.length + set.findings.length === 0) return null;
  return (
    <div className="note" data-tone="waiting">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>To know</strong>
        <ul>
          {behind.map((says) => (
            <li key={says}>{says}</li>
          ))}
          {set.findings.map(({ says, todo }) => (
            <li key={says + todo}>
              {says} <span className="quiet">{todo}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};

interface SessionProps {
  at: QuestionKey;
  session: DraftSession;
  draft: QuestionDraft;
  isLocked: boolean;
  findings: PostingQuestions["language"];
}

const Session = ({ at, session, draft, isLocked, findings }: SessionProps) => {
  const names = new Map((useCompetencies().data?.items ?? []).map(({ id, name }) => [id, name]));
  const { most, used } = timeFor(session);
  const { opening, candidate } = session.minutes;
  const others = draft.sessions.filter(({ sessionId }) => sessionId !== session.sessionId);
  return (
    <section className="panel question-session" aria-label={session.name}>
      <div className="question-session-head">
        <h2>{session.name}</h2>
        <span className="small num" data-over={used > most}>
          {used} of {most} min for questions, {opening} to begin, {candidate} for the candidate
        </span>
      </div>
      {session.questions.length === 0 && <p className="quiet">Nothing is asked here.</p>}
      <ol>
        {session.questions.map((question) => (
          <QuestionCard
            key={question.id}
            {...{ at, question, draft, isLocked, others, findings }}
            competency={names.get(question.competencyId) ?? question.competencyId}
          />
        ))}
      </ol>
    </section>
  );
};

const isOver = (session: DraftSession): boolean => timeFor(session).used > timeFor(session).most;
const isBlank = ({ questions }: DraftSession): boolean =>
  questions.some(({ text, followUps }) =>
    [text, ...followUps].some((words) => words.trim() === ""),
  );

const statusOf = (draft: QuestionDraft): string => {
  if (draft.isBehind) return "Choose above which questions to go on with.";
  const over = draft.sessions.find(isOver);
  if (over) return `“${over.name}” has less time than its questions need.`;
  if (draft.sessions.some(isBlank)) return "A question has no words.";
  return draft.isChanged ? "Not saved yet." : "Nothing is changed.";
};

const Bar = ({ found, draft }: { found: PostingQuestions; draft: QuestionDraft }) => {
  const save = useSaveQuestions();
  const forget = useForgetQuestions();
  const { postingId, planId, version } = found;
  const canSave =
    draft.isChanged &&
    !draft.isBehind &&
    !draft.sessions.some((one) => isOver(one) || isBlank(one));
  return (
    <>
      {save.error && <ProblemNote error={save.error} />}
      <SaveBar status={statusOf(draft)} isChanged={draft.isChanged}>
        {found.isKept && (
          <Button
            variant="default"
            disabled={draft.isChanged}
            loading={forget.isPending}
            onClick={() =>
              forget.mutate(
                { postingId, planId, basedOn: version },
                {
                  onSuccess: () => tellDone("The questions are as composed again."),
                  onError: tellProblem,
                },
              )
            }
          >
            Go back to composed
          </Button>
        )}
        <Button variant="default" disabled={!draft.isChanged} onClick={draft.takeTheirs}>
          Discard
        </Button>
        <Button
          disabled={!canSave}
          loading={save.isPending}
          onClick={() =>
            save.mutate(
              {
                postingId,
                planId,
                sessions: editOf(draft.sessions),
                basedOn: draft.basedOn,
              },
              {
                onSuccess: () => tellDone("The questions are kept for this posting."),
              },
            )
          }
        >
          Save
        </Button>
      </SaveBar>
    </>
  );
};
