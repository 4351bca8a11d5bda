import { SegmentedControl, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useDeferredValue, useMemo, useState } from "react";
import { readMarkdown } from "../../../src/domain/read-markdown.ts";
import type { GuideDetail } from "../../../src/http/api/guide-schemas.ts";
import { useMayDecide } from "../api/session.ts";
import { BehindNote, savedMeanwhile } from "../parts/behind-note.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { GuideSaveBar } from "./guide-save-bar.tsx";
import { MarkdownField } from "./markdown-field.tsx";
import { MarkdownView } from "./markdown-view.tsx";
import { TryQuestion } from "./try-question.tsx";
import { wholeOf } from "./guide-words.ts";
import { type GuideWords, useGuideDraft } from "./use-guide-draft.ts";

interface GuideEditorProps {
  /** Null: a new one. */
  guide: GuideDetail | null;
  start: GuideWords;
  /** Null: it is for everybody. */
  postingId: string | null;
}

/** A guide has at most so many characters in its title. */
const MOST_IN_TITLE = 120;

/** Text and preview side by side, what cannot be kept at its line, and what a question would find before it is saved. */
export const GuideEditor = ({ guide, start, postingId }: GuideEditorProps) => {
  const draft = useGuideDraft(guide, start);
  const { title, text } = draft.words;
  const isLocked = !useMayDecide();
  const [, setPane] = useSearchParam("view");
  const settled = useDeferredValue(text);
  const { blocks, faults } = useMemo(() => readMarkdown(settled), [settled]);
  const [readable, setReadable] = useState(blocks);
  if (blocks !== null && blocks !== readable) setReadable(blocks);
  return (
    <div className="plan-editor">
      {draft.isBehind && guide && (
        <BehindNote
          says={savedMeanwhile(guide)}
          texts={{ before: wholeOf(guide), after: wholeOf(draft.words), isFolded: true }}
          draft={draft}
        />
      )}
      <TextInput
        label="Title"
        description="For you and your colleagues. Candidates see it above what stands under no heading."
        value={title}
        maxLength={MOST_IN_TITLE}
        readOnly={isLocked}
        onChange={(event) => draft.write({ title: event.currentTarget.value })}
      />
      <Panes
        faults={faults.length}
        field={
          <MarkdownField
            text={text}
            faults={faults}
            isLocked={isLocked}
            onChange={(written) => draft.write({ text: written })}
          />
        }
        preview={<MarkdownView blocks={readable} isOld={blocks === null} />}
      />
      {isLocked ? (
        <p className="quiet small">Only administrators and recruiters can change guides.</p>
      ) : (
        <GuideSaveBar
          guide={guide}
          draft={draft}
          faults={faults.length}
          postingId={postingId}
          onText={() => setPane(null)}
        />
      )}
      <TryQuestion
        draft={{
          guideId: guide?.id ?? null,
          postingId,
          title,
          text,
          isFaulty: faults.length > 0 || title.trim() === "",
        }}
      />
    </div>
  );
};

interface PanesProps {
  faults: number;
  field: React.ReactNode;
  preview: React.ReactNode;
}

/** Both where there is room; else the one that was chosen, which the address keeps. */
const Panes = ({ faults, field, preview }: PanesProps) => {
  const isWide = useMediaQuery("(min-width: 75em)", true, { getInitialValueInEffect: false });
  const [chosen, setPane] = useSearchParam("view");
  const shown = chosen === "preview" ? "preview" : "text";
  const panes = {
    text: (
      <section className="panel plan-pane" aria-label="Text">
        {field}
      </section>
    ),
    preview: (
      <section className="panel plan-pane" aria-label="Preview">
        {preview}
      </section>
    ),
  };
  if (isWide) {
    return (
      <div className="plan-panes guide-panes">
        {panes.text}
        {panes.preview}
      </div>
    );
  }
  return (
    <>
      <SegmentedControl
        aria-label="What to show"
        data={[
          { value: "text", label: faults === 0 ? "Text" : `Text (${faults})` },
          { value: "preview", label: "Preview" },
        ]}
        value={shown}
        onChange={(next) => setPane(next === "preview" ? "preview" : null)}
      />
      {panes[shown]}
    </>
  );
};
