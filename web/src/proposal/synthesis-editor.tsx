import { Button, Checkbox, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { SynthesisEdit, SynthesisQuote } from "../../../src/domain/synthesis.ts";
import type { SynthesisDetail } from "../../../src/http/api/aside-schemas.ts";
import type { ProposalItem } from "../../../src/http/api/schemas.ts";
import { useSynthesisPreview } from "../api/queries.ts";
import { ProblemNote } from "../parts/states.tsx";
import { EditorActions } from "./editor-actions.tsx";
import { ConflictNote } from "./proposal-notes.tsx";
import { faultsByPath } from "../parts/faults.ts";

const SIDES: Record<SynthesisQuote["kind"], string> = {
  strength: "Strength",
  concern: "Concern",
  observation: "Observation",
};

interface SynthesisEditorProps {
  proposal: SynthesisDetail;
  isBusy: boolean;
  conflict: ProposalItem | null;
  onCancel(): void;
  onSave(edit: SynthesisEdit): void;
}

interface Asked {
  /** Of this page alone: a new question has no id yet. */
  key: string;
  id: string | null;
  text: string;
}

interface Draft {
  questions: Asked[];
  quotesOut: string[];
  remark: string;
}

const TYPING_MS = 400;

const draftOf = ({ payload, made }: SynthesisDetail): Draft => {
  const known = new Set(made.questions.map(({ id }) => id));
  return {
    questions: payload.questions.map(({ id, text }) => ({
      key: id,
      id: known.has(id) ? id : null,
      text,
    })),
    quotesOut: payload.edited?.quotesOut ?? [],
    remark: payload.edited?.remark?.text ?? "",
  };
};

const editOf = ({ questions, quotesOut, remark }: Draft): SynthesisEdit => ({
  questions: questions
    .filter(({ text }) => text.trim() !== "")
    .map(({ id, text }) => ({ id, text: text.trim() })),
  quotesOut,
  remark: remark.trim() === "" ? null : remark.trim(),
});

/** What a person may change of a synthesis. Its figures and quotes are the forms’ own. */
export const SynthesisEditor = ({
  proposal,
  isBusy,
  conflict,
  onCancel,
  onSave,
}: SynthesisEditorProps) => {
  const [draft, setDraft] = useState(() => draftOf(proposal));
  const edit = editOf(draft);
  const isChanged = JSON.stringify(edit) !== JSON.stringify(editOf(draftOf(proposal)));
  const [settled] = useDebouncedValue(edit, TYPING_MS);
  const preview = useSynthesisPreview(proposal.id, isChanged ? settled : null);
  const faults = isChanged ? faultsByPath(preview.error) : new Map<string, string>();
  return (
    <form
      className="proposal-column"
      aria-label="Edit the synthesis"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && faults.size === 0) onSave(edit);
      }}
    >
      {conflict && <ConflictNote present={conflict} />}
      <EditorActions isSavable={isChanged && faults.size === 0} isBusy={isBusy} onCancel={onCancel}>
        {isChanged
          ? "Saving makes a new version, which waits for approval. What was changed is kept beside it."
          : "Scores and quotes are the forms’ own. Change a question, leave a quote out, or add a remark."}
      </EditorActions>
      {isChanged && preview.error && faults.size === 0 && <ProblemNote error={preview.error} />}
      <Questions draft={draft} faults={faults} onChange={setDraft} />
      <Quotes proposal={proposal} draft={draft} onChange={setDraft} />
      <fieldset className="panel editor-fields">
        <legend>Your own remark</legend>
        <Textarea
          label="Remark"
          description="It stands in the note under your name."
          autosize
          minRows={2}
          maxLength={1_000}
          value={draft.remark}
          error={faults.get("payload.remark")}
          onChange={({ currentTarget: { value } }) =>
            setDraft({ ...draft, remark: value.replaceAll("\n", " ") })
          }
        />
      </fieldset>
    </form>
  );
};

interface PartProps {
  draft: Draft;
  onChange(draft: Draft): void;
}

const Questions = ({
  draft,
  faults,
  onChange,
}: PartProps & { faults: ReadonlyMap<string, string> }) => {
  const set = (questions: Asked[]): void => onChange({ ...draft, questions });
  const sent = draft.questions.filter(({ text }) => text.trim() !== "");
  return (
    <fieldset className="panel editor-fields">
      <legend>For the debrief</legend>
      {draft.questions.map((question, index) => (
        <div key={question.key} className="synthesis-question">
          <Textarea
            label={`Question ${index + 1}`}
            autosize
            minRows={1}
            maxLength={600}
            value={question.text}
            error={faults.get(`payload.questions.${sent.indexOf(question)}.text`)}
            onChange={({ currentTarget: { value } }) =>
              set(
                draft.questions.map((one) =>
                  one.key === question.key ? { ...one, text: value.replaceAll("\n", " ") } : one,
                ),
              )
            }
          />
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => set(draft.questions.filter(({ key }) => key !== question.key))}
          >
            Leave out<span className="sr-only"> question {index + 1}</span>
          </Button>
        </div>
      ))}
      {draft.questions.length < 20 && (
        <Button
          size="compact-sm"
          variant="default"
          className="synthesis-add"
          onClick={() =>
            set([...draft.questions, { key: crypto.randomUUID(), id: null, text: "" }])
          }
        >
          Add a question
        </Button>
      )}
    </fieldset>
  );
};

const Quotes = ({
  proposal: { made, payload },
  draft,
  onChange,
}: PartProps & {
  proposal: SynthesisDetail;
}) =>
  made.quotes.length > 0 && (
    <fieldset className="panel editor-fields">
      <legend>Quotes in the note</legend>
      {made.quotes.map(({ id, kind, text, form }) => (
        <Checkbox
          key={id}
          label={`“${text}”`}
          description={`${SIDES[kind]}, ${payload.forms.find((one) => one.id === form)?.name ?? ""}`}
          checked={!draft.quotesOut.includes(id)}
          onChange={({ currentTarget: { checked } }) =>
            onChange({
              ...draft,
              quotesOut: checked
                ? draft.quotesOut.filter((one) => one !== id)
                : [...draft.quotesOut, id],
            })
          }
        />
      ))}
    </fieldset>
  );
