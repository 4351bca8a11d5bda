import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { PlainRequestItem } from "../../../src/http/api/request-schemas.ts";
import { When } from "../parts/when.tsx";

interface AskEntryProps {
  item: PlainRequestItem;
  /** Choices of an older one are over. */
  isNewest: boolean;
  onChoose(choice: PlainRequestItem["choices"][number]): void;
}

const VIA = {
  dashboard: null,
  api: "by the API",
  slack: "in Slack",
  mcp: "by an assistant",
} as const;

/** One request with its answer and what came of it. */
export const AskEntry = ({ item, isNewest, onChoose }: AskEntryProps) => (
  <article className="ask-entry" data-kind={item.kind ?? "waiting"}>
    <p className="ask-text">
      {item.text ?? "(erased)"}
      <span className="quiet small">
        {" "}
        <When iso={item.askedAt} isRelative /> {VIA[item.via]}
      </span>
    </p>
    {item.kind === null && <p className="quiet">One moment …</p>}
    {item.words.map((words, index) => (
      <p key={index}>{words}</p>
    ))}
    {item.items.length > 0 && <Items items={item.items} />}
    {item.choices.length > 0 && isNewest && (
      <div className="ask-choices">
        {item.choices.map((choice) => (
          <Button
            key={`${choice.caseId ?? ""} ${choice.text} ${choice.label}`}
            variant="default"
            size="xs"
            onClick={() => onChoose(choice)}
          >
            {choice.label}
          </Button>
        ))}
      </div>
    )}
    {item.handed && <Handed handed={item.handed} />}
    <p className="ask-links small">
      {item.links.map(({ label, path }) => (
        <Link key={path} href={path}>
          {label}
        </Link>
      ))}
      {item.kind !== null && (
        <Link href={`/runs/${item.runId}`} className="quiet">
          How it was understood
        </Link>
      )}
    </p>
  </article>
);

const Items = ({ items }: Pick<PlainRequestItem, "items">) => (
  <ul className="ask-items">
    {items.map(({ subject, what, path }) => {
      const words = subject === null ? what : `${subject}: ${what}`;
      return (
        <li key={`${path ?? ""} ${words}`}>
          {path === null ? words : <Link href={path}>{words}</Link>}
        </li>
      );
    })}
  </ul>
);

const STATUS: Record<string, string> = {
  waiting: "waits for a decision",
  approved: "approved",
  performing: "being done",
  done: "done",
  rejected: "rejected",
  expired: "expired",
  superseded: "replaced by a newer one",
  observed: "only watched",
  failed: "failed",
};

const Handed = ({ handed }: { handed: NonNullable<PlainRequestItem["handed"]> }) => {
  if (handed.proposals.length === 0) {
    return <p className="ask-note">{handed.note ?? "It is being worked on …"}</p>;
  }
  return (
    <ul className="ask-items">
      {handed.proposals.map(({ id, summary, status }) => (
        <li key={id}>
          <Link href={`/proposals/${id}`}>{summary}</Link>{" "}
          <span className="quiet">{STATUS[status] ?? status}</span>
        </li>
      ))}
    </ul>
  );
};
