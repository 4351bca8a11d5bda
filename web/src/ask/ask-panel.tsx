import "../styles/ask.css";
import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { PlainRequestItem } from "../../../src/http/api/request-schemas.ts";
import { useAsk } from "../api/changes.ts";
import { useAsked } from "../api/queries.ts";
import { Loading, ProblemNote } from "../parts/states.tsx";
import { AskEntry } from "./ask-entry.tsx";

const EXAMPLES = [
  "What waits for me?",
  "Who owes feedback?",
  "Reschedule (candidate) to next week mornings",
  "Brief (interviewer) again",
];

const LONGEST = 500;

interface AskPanelProps {
  isOpen: boolean;
  onClose(): void;
}

/** The box in which somebody says in plain words what they want, its answer, and what they have asked before. */
export const AskPanel = ({ isOpen, onClose }: AskPanelProps) => {
  const [path] = useLocation();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const ask = useAsk();
  const asked = useAsked();
  useCloseOnNewPage(path, onClose);
  const caseId = /^\/cases\/([^/]+)$/.exec(path)?.[1];
  const send = (words: string, about: string | undefined): void => {
    if (words.trim() === "" || ask.isPending) return;
    setProblem(null);
    ask.mutate(
      { text: words.trim(), ...(about !== undefined && { caseId: about }) },
      { onSuccess: () => setText(""), onError: setProblem },
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(text, caseId);
  };
  const items = asked.data?.items ?? [];
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Ask"
      size="lg"
      yOffset="8vh"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form className="ask-form" onSubmit={submit}>
        <TextInput
          data-autofocus
          label="What do you want?"
          description="In your own words. What is to be done becomes a proposal first."
          value={text}
          maxLength={LONGEST}
          onChange={({ currentTarget: { value } }) => setText(value)}
          autoComplete="off"
        />
        <Button type="submit" loading={ask.isPending} disabled={text.trim() === ""}>
          Ask
        </Button>
      </form>
      {problem !== null && <ProblemNote error={problem} />}
      <div className="ask-log" role="log" aria-label="Asked and answered" aria-busy={ask.isPending}>
        {asked.isPending && <Loading rows={2} />}
        {asked.error && <ProblemNote error={asked.error} onRetry={() => void asked.refetch()} />}
        {asked.data && items.length === 0 && <Examples onChoose={setText} />}
        {items.map((item, index) => (
          <AskEntry key={item.id} item={item} isNewest={index === 0} onChoose={chooser(send)} />
        ))}
      </div>
    </Modal>
  );
};

const chooser =
  (send: (text: string, caseId: string | undefined) => void) =>
  ({ text, caseId }: PlainRequestItem["choices"][number]): void =>
    send(text, caseId);

/** Whoever follows a link has what they wanted. */
const useCloseOnNewPage = (path: string, onClose: () => void): void => {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    onClose();
  }, [path, onClose]);
};

const Examples = ({ onChoose }: { onChoose(text: string): void }) => (
  <div className="ask-examples">
    <p className="quiet small">Such as:</p>
    {EXAMPLES.map((example) => (
      <Button key={example} variant="default" size="xs" onClick={() => onChoose(example)}>
        {example}
      </Button>
    ))}
  </div>
);
