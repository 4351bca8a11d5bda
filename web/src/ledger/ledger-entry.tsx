import { useState } from "react";
import { Link } from "wouter";
import type { LedgerItem } from "../../../src/http/api/schemas.ts";
import { useCases } from "../api/queries.ts";
import { useMayRead } from "../api/session.ts";
import { Copy } from "../parts/copy.tsx";
import { Edits } from "../parts/edits.tsx";
import { Json } from "../parts/json.tsx";
import { When } from "../parts/when.tsx";
import { type ShownField, fieldsOf } from "./ledger-fields.ts";
import { ledgerTypeInWords } from "./ledger-words.ts";

/** Of a decision: the ledger itself holds no word of it. */
const Changed = ({ entry: { type, data } }: { entry: LedgerItem }) => {
  const { proposalId: id, decision } = data;
  if (type !== "decision.made" || typeof id !== "string") return null;
  if (decision !== "edit" && decision !== "approve") return null;
  return <Edits id={id} isOwn={decision === "edit"} />;
};

const SHORT_ID = 24;

const Value = ({ field: { as, label, value, href } }: { field: ShownField }) => {
  if (as === "time") return <When iso={value} />;
  const short = value.length > SHORT_ID ? `${value.slice(0, SHORT_ID)}…` : value;
  if (as === "id" && href === null)
    return <Copy value={value} what={label.toLowerCase()} short={short} />;
  const words = <bdi>{as === "id" ? short : value}</bdi>;
  return href === null ? words : <Link href={href}>{words}</Link>;
};

const Fields = ({ entry, mayRead }: { entry: LedgerItem; mayRead: boolean }) => {
  const fields = fieldsOf(entry, { mayRead });
  if (fields.length === 0) return <p className="quiet small">It says nothing more.</p>;
  return (
    <dl className="ledger-fields">
      {fields.map((field) => (
        <div key={`${field.name} ${field.label}`}>
          <dt>{field.label}</dt>
          <dd>
            <Value field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** One entry: in words, and as it is kept. */
export const LedgerEntry = ({ entry, isOfCase }: { entry: LedgerItem; isOfCase: boolean }) => {
  const [isOpen, setOpen] = useState(false);
  const mayRead = useMayRead();
  const names = useCases(undefined, mayRead).data ?? [];
  const name = names.find(({ id }) => id === entry.caseId)?.candidateName;
  return (
    <li className="list-row ledger-row" id={`entry-${entry.seq}`}>
      <span className="quiet num small ledger-seq">{entry.seq}</span>
      <div className="list-what">
        <span>
          <span className="strong">{ledgerTypeInWords(entry.type)}</span>{" "}
          <span className="quiet">
            by <bdi>{entry.actor}</bdi>
          </span>
        </span>
        <details
          className="ledger-data"
          onToggle={({ currentTarget, target }) => {
            if (target === currentTarget) setOpen(currentTarget.open);
          }}
        >
          <summary className="small quiet">Details</summary>
          <Fields entry={entry} mayRead={mayRead} />
          {isOpen && mayRead && <Changed entry={entry} />}
          <details>
            <summary className="small quiet">As it is kept</summary>
            <Json
              value={{ type: entry.type, correlationId: entry.correlationId, data: entry.data }}
              label={`Entry ${entry.seq}`}
            />
          </details>
          <p className="small quiet break">
            Hash <code>{entry.hash}</code>
            <br />
            of the entry before <code>{entry.prevHash}</code>
          </p>
        </details>
      </div>
      <span className="small ledger-case">
        {!isOfCase && entry.caseId !== null && (
          <Link href={`/ledger?case=${entry.caseId}`}>{name ?? "Case"}</Link>
        )}
      </span>
      <span className="quiet small">
        <When iso={entry.at} />
      </span>
      <Copy
        value={entry.hash}
        what={`hash of entry ${entry.seq},`}
        short={entry.hash.slice(0, 8)}
      />
    </li>
  );
};
