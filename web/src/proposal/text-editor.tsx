import { TextInput, Textarea, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type RefObject, useRef, useState } from "react";
import type { BookingToken } from "../../../src/domain/booking-texts.ts";
import type { BookingTexts } from "../../../src/domain/proposal.ts";
import type { ProposalDetail, ProposalItem } from "../../../src/http/api/schemas.ts";
import { usePreview } from "../api/queries.ts";
import { useLeaveWarning } from "../parts/leave-warning.ts";
import { ProblemNote } from "../parts/states.tsx";
import { EditorActions } from "./editor-actions.tsx";
import { ConflictNote } from "./proposal-notes.tsx";
import { faultsByPath } from "../parts/faults.ts";
import { Invitations } from "./invitations.tsx";
import { MailView, NoteView } from "./text-views.tsx";

/** What stands for each tag once the text is filled. */
const TAG_WORDS: Record<BookingToken, string> = {
  candidate: "the candidate’s name",
  schedule: "every interview with its time, people and place",
  when: "day, time and zone of the candidate",
  when_panel: "day and time for each of the panel",
  duration: "length in minutes",
  panel: "names of the panel",
  also_there: "who sits in to learn, if anybody does",
  session: "name of the interview",
  posting: "title of the posting",
  job: "link to the job description",
  company: "name of the company",
  where: "video link, or how they will meet",
  prepare: "what the candidate should prepare",
  agenda: "what the panel does",
  lever: "link to the candidate in Lever",
  brief: "where each of the panel gets their brief, in the invitation alone",
  page: "link to the candidate’s own page, in the mail alone",
  times: "the times to choose from",
  until: "until when they may be chosen",
};
const TAGS = Object.entries(TAG_WORDS);

interface Field {
  name: keyof BookingTexts;
  label: string;
  maxLength: number;
  rows?: number;
}

const FIELDS: { title: string; isForEach?: boolean; fields: Field[] }[] = [
  {
    title: "Mail to the candidate",
    fields: [
      { name: "mailSubject", label: "Subject", maxLength: 200 },
      { name: "mailBody", label: "Mail", maxLength: 5000, rows: 12 },
    ],
  },
  {
    title: "Invitation to the panel",
    isForEach: true,
    fields: [
      { name: "invitationTitle", label: "Title", maxLength: 200 },
      { name: "invitationBody", label: "Description", maxLength: 5000, rows: 7 },
    ],
  },
  {
    title: "Note in Lever",
    fields: [{ name: "leverNote", label: "Note", maxLength: 3000, rows: 4 }],
  },
];

const NAMES = FIELDS.flatMap(({ fields }) => fields.map(({ name }) => name));
const TYPING_MS = 250;

interface TextEditorProps {
  proposal: ProposalDetail;
  isBusy: boolean;
  conflict: ProposalItem | null;
  onCancel(): void;
  onSave(texts: Partial<BookingTexts>): void;
}

/** The texts as templates with tags, and beside them how they will read. */
export const TextEditor = ({ proposal, isBusy, conflict, onCancel, onSave }: TextEditorProps) => {
  const before = proposal.payload.texts;
  const isOne = proposal.payload.sessions.length === 1;
  const [texts, setTexts] = useState<BookingTexts>(before);
  const [settled] = useDebouncedValue(texts, TYPING_MS);
  const changed = Object.fromEntries(
    NAMES.filter((name) => texts[name] !== before[name]).map((name) => [name, texts[name]]),
  ) as Partial<BookingTexts>;
  const isChanged = Object.keys(changed).length > 0;
  const preview = usePreview(proposal.id, { texts: settled });
  const faults = faultsOf(preview.error);
  const tags = useTagInsertion(setTexts);
  useLeaveWarning(isChanged && !isBusy);
  return (
    <form
      className="proposal-body editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && faults.size === 0) onSave(changed);
      }}
    >
      <div className="proposal-column">
        {conflict && <ConflictNote present={conflict} />}
        <TagLegend onInsert={tags.insert} />
        {FIELDS.map(({ title, isForEach, fields }) => (
          <fieldset key={title} className="panel editor-fields">
            <legend>{title}</legend>
            {!isOne && isForEach && (
              <p className="small quiet">
                One text for all {proposal.payload.sessions.length} invitations: the tags tell what
                each is about.
              </p>
            )}
            {fields.map((field) => (
              <TextField
                key={field.name}
                field={field}
                value={texts[field.name]}
                fault={faults.get(field.name)}
                onFocus={tags.remember}
                onChange={(value) => setTexts((now) => ({ ...now, [field.name]: value }))}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div className="proposal-column editor-preview">
        <EditorActions
          isSavable={isChanged && faults.size === 0}
          isBusy={isBusy}
          onCancel={onCancel}
        >
          {isChanged
            ? "Saving makes a new version, which waits for approval. Nothing is sent yet."
            : "Change a text on the left. The preview follows."}
        </EditorActions>
        {preview.error && faults.size === 0 && <ProblemNote error={preview.error} />}
        <section className="panel editor-texts" aria-label="Preview" data-stale={faults.size > 0}>
          <h2>Mail to the candidate</h2>
          <MailView mail={(preview.data ?? proposal).rendered.mail} />
          <h2>{isOne ? "Invitation to the panel" : "Invitations to the panels"}</h2>
          <Invitations
            proposal={proposal}
            invitations={(preview.data ?? proposal).rendered.invitations}
          />
          <h2>Note in Lever</h2>
          <NoteView note={(preview.data ?? proposal).rendered.leverNote} />
        </section>
      </div>
    </form>
  );
};

/** The server's faults by field. */
const faultsOf = (error: unknown): Map<string, string> =>
  new Map([...faultsByPath(error)].map(([path, said]) => [path.split(".").at(-1) ?? path, said]));

interface TextFieldProps {
  field: Field;
  value: string;
  fault: string | undefined;
  onFocus(element: TextElement, name: keyof BookingTexts): void;
  onChange(value: string): void;
}

type TextElement = HTMLInputElement | HTMLTextAreaElement;

const submitOnModEnter = (event: React.KeyboardEvent<TextElement>): void => {
  if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
    event.currentTarget.form?.requestSubmit();
  }
};

const TextField = ({ field, value, fault, onFocus, onChange }: TextFieldProps) => {
  const shared = {
    label: field.label,
    value,
    maxLength: field.maxLength,
    error: fault,
    onKeyDown: submitOnModEnter,
    onFocus: (event: React.FocusEvent<TextElement>) => onFocus(event.currentTarget, field.name),
    onChange: (event: React.ChangeEvent<TextElement>) => onChange(event.currentTarget.value),
  };
  return field.rows === undefined ? (
    <TextInput {...shared} />
  ) : (
    <Textarea {...shared} autosize minRows={field.rows} maxRows={field.rows + 8} />
  );
};

/** Remembers the field last written in, and puts tags at its cursor. */
const useTagInsertion = (setTexts: (change: (now: BookingTexts) => BookingTexts) => void) => {
  const last: RefObject<{ element: TextElement; name: keyof BookingTexts } | null> = useRef(null);
  return {
    remember: (element: TextElement, name: keyof BookingTexts): void => {
      last.current = { element, name };
    },
    insert: (tag: string): void => {
      const target = last.current;
      if (!target) return;
      const { element, name } = target;
      const at = element.selectionStart ?? element.value.length;
      const written = `{{${tag}}}`;
      setTexts((now) => ({
        ...now,
        [name]: now[name].slice(0, at) + written + now[name].slice(element.selectionEnd ?? at),
      }));
      requestAnimationFrame(() => {
        element.focus();
        element.setSelectionRange(at + written.length, at + written.length);
      });
    },
  };
};

const TagLegend = ({ onInsert }: { onInsert(tag: string): void }) => {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <section className="panel tags" aria-labelledby="tags">
      <h2 id="tags">Tags fill themselves in with the facts</h2>
      <div className="tag-list">
        {TAGS.map(([tag, words]) => (
          <UnstyledButton
            key={tag}
            className="tag"
            aria-description={words}
            onClick={() => onInsert(tag)}
            onMouseEnter={() => setShown(`{{${tag}}} stands for ${words}.`)}
            onMouseLeave={() => setShown(null)}
            onFocus={() => setShown(`{{${tag}}} stands for ${words}.`)}
            onBlur={() => setShown(null)}
          >
            {`{{${tag}}}`}
          </UnstyledButton>
        ))}
      </div>
      <p className="small quiet tag-words">
        {shown ?? "Point at one to see what it stands for; press it to put it at the cursor."}
      </p>
    </section>
  );
};
