import "../styles/ask.css";
import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
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
  const underWay = useRef(new Set<string>());
  const asked = useAsked();
  useCloseOnNewPage(path, onClose);
  const caseId = /^\/cases\/([^/]+)$/.exec(path)?.[1];
  const send = async (words: string, about: string | undefined): Promise<void> => {
    // A second press of the same says nothing new.
    if (underWay.current.has(words)) return;
    underWay.current.add(words);
    setProblem(null);
    try {
      await ask.mutateAsync({ text: words, ...(about !== undefined && { caseId: about }) });
    } catch (error) {
      setProblem(error);
      // What was asked is not lost, nor what somebody writes meanwhile.
      setText((now) => (now === "" ? words : now));
    } finally {
      underWay.current.delete(words);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = text.trim();
    if (words === "") return;
    // The answer may stand in the log before the request for it has ended: the next can be asked at once.
    setText("");
    void send(words, caseId);
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
        <Button type="submit" loading={ask.isPending && text === ""} disabled={text.trim() === ""}>
          Ask
        </Button>
      </form>
      {problem !== null && <ProblemNote error={problem} />}
      <div className="ask-log" role="log" aria-label="Asked and answered" aria-busy={ask.isPending}>
        {asked.isPending && <Loading rows={2} />}
        {asked.error && <ProblemNote error={asked.error} onRetry={() => void asked.refetch()} />}
        {asked.data && items.length === 0 && <Examples onChoose={setText} />}
        {items.map((item, index) => (
          <AskEntry
            key={item.id}
            item={item}
            isNewest={index === 0}
            onChoose={({ text: words, caseId: about }) => void send(words, about)}
          />
        ))}
      </div>
    </Modal>
  );
};

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
