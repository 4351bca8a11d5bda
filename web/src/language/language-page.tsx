import "../styles/language.css";
import { Button, Textarea } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useRef } from "react";
import { LOCALE } from "../parts/locale.ts";
import { Page } from "../parts/page.tsx";
import { Choices } from "./choices.tsx";
import { FromPosting } from "./from-posting.tsx";
import { CheckResult } from "./check-result.tsx";
import { LONGEST_TEXT, type LanguageCheck, useCheck } from "./use-check.ts";

/** A text of hiring, checked: what it asks or judges by that it should not, and what to say instead. */
export const LanguagePage = () => {
  const check = useCheck();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <Page
      title="Language"
      lead="What a job text, a question, feedback or a message should not ask or judge by, and what to say instead. The text is not kept."
    >
      <section className="panel language-input" aria-label="Text to check">
        <Choices check={check} />
        <FromPosting onTaken={check.take} onKind={check.setKind} />
        <TextField check={check} />
        <Bar check={check} onDone={() => heading.current?.focus()} />
      </section>
      <CheckResult check={check} heading={heading} />
    </Page>
  );
};

const TextField = ({ check }: { check: LanguageCheck }) => {
  const over = check.text.length - LONGEST_TEXT;
  return (
    <Textarea
      label="Text"
      description="Questions one a line. In English: other languages are not read."
      autosize
      minRows={6}
      maxRows={16}
      value={check.text}
      error={over > 0 ? `${over.toLocaleString(LOCALE)} characters too long.` : undefined}
      onChange={(event) => check.write(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && check.canCheck) {
          event.preventDefault();
          check.check();
        }
      }}
    />
  );
};

const Bar = ({ check, onDone }: { check: LanguageCheck; onDone(): void }) => (
  <div className="language-bar">
    <span className="quiet small num">
      {check.text.length.toLocaleString(LOCALE)} of {LONGEST_TEXT.toLocaleString(LOCALE)} characters
    </span>
    <div className="buttons">
      {check.canUndo && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => {
            check.undo();
            onDone();
          }}
        >
          Undo the last replacement
        </Button>
      )}
      <Button
        disabled={!check.canCheck}
        loading={check.query.isFetching}
        aria-keyshortcuts="Control+Enter"
        onClick={check.check}
      >
        Check
      </Button>
    </div>
  </div>
);
