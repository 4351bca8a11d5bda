import "../styles/lists.css";
import "../styles/ledger.css";
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconShieldCheck, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { LedgerVerification } from "../../../src/http/api/ledger-schemas.ts";
import type { LedgerItem } from "../../../src/http/api/schemas.ts";
import { useVerifyLedger } from "../api/changes.ts";
import { useCase, useCases } from "../api/queries.ts";
import { useLedger } from "../api/trail.ts";
import { Copy } from "../parts/copy.tsx";
import { Edits } from "../parts/edits.tsx";
import { Json } from "../parts/json.tsx";
import { useIsAdmin } from "../api/session.ts";
import { Page } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Empty, Loaded, ProblemNote, ShowMore } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";
import { LedgerFilters, useLedgerFilters } from "./ledger-filters.tsx";
import { ledgerTypeInWords } from "./ledger-words.ts";

/** Who did what, when and why: each entry sealed to the one before it. */
export const LedgerPage = () => {
  const [caseId, setCase] = useSearchParam("case");
  const filters = useLedgerFilters();
  const query = useLedger(filters);
  const isAdmin = useIsAdmin();
  const verify = useVerifyLedger();
  return (
    <Page
      title="Ledger"
      lead="Who did what, when and why. Each entry is sealed to the one before it, so that no change goes unseen."
      aside={
        <div className="buttons">
          {isAdmin && (
            <Button variant="default" component={Link} href="/erasures">
              Erasures
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={16} aria-hidden />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            Verify
          </Button>
        </div>
      }
    >
      <div role="status">{verify.data && <Result result={verify.data} />}</div>
      {verify.error && <ProblemNote error={verify.error} />}
      <LedgerFilters />
      {caseId !== null && <CaseFilter caseId={caseId} onClear={() => setCase(null)} />}
      <Loaded query={query}>
        {(entries) =>
          entries.length === 0 ? (
            <div className="panel">
              <Empty
                title={Object.values(filters).some(Boolean) ? "No such entry" : "No entry yet"}
              />
            </div>
          ) : (
            <>
              <ol className="list panel" aria-label="Entries">
                {entries.map((entry) => (
                  <Entry key={entry.seq} entry={entry} isOfCase={caseId !== null} />
                ))}
              </ol>
              <ShowMore query={query} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

const Result = ({ result }: { result: LedgerVerification }) =>
  result.ok ? (
    <div className="note" data-tone="done">
      <IconShieldCheck size={18} aria-hidden />
      <div>
        <strong>The ledger is whole</strong>
        <p>
          {result.entries} entries, each fits the one before it
          {result.checkpoints > 0 &&
            `, held against ${result.checkpoints} signed ${result.checkpoints === 1 ? "place" : "places"} (${result.outside} kept outside of the database)`}
          . Head <Copy value={result.head} what="head hash" short={result.head.slice(0, 12)} />
        </p>
      </div>
    </div>
  ) : (
    <div className="note" data-tone="failed">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>The ledger was changed</strong>
        <p>
          {result.firstBroken
            ? `Entry ${result.firstBroken.seq} does not fit: ${result.firstBroken.what}. Entries before it are whole.`
            : "It does not fit together."}{" "}
          Keep a copy of the database as it is, and call whoever runs Convene.
        </p>
      </div>
    </div>
  );

const CaseFilter = ({ caseId, onClear }: { caseId: string; onClear(): void }) => {
  const name = useCase(caseId).data?.candidateName;
  return (
    <div className="filter-chips">
      <span className="chip" data-chosen>
        Only <Link href={`/cases/${caseId}`}>{name ?? "one case"}</Link>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconX size={13} aria-hidden />}
        onClick={onClear}
      >
        Show all
      </Button>
    </div>
  );
};

/** Of a decision: the ledger itself holds no word of it. */
const Changed = ({ entry: { type, data } }: { entry: LedgerItem }) => {
  const { proposalId: id, decision } = data;
  if (type !== "decision.made" || typeof id !== "string") return null;
  if (decision !== "edit" && decision !== "approve") return null;
  return <Edits id={id} isOwn={decision === "edit"} />;
};

const Entry = ({ entry, isOfCase }: { entry: LedgerItem; isOfCase: boolean }) => {
  const [isOpen, setOpen] = useState(false);
  const names = useCases(undefined).data ?? [];
  const name = names.find(({ id }) => id === entry.caseId)?.candidateName;
  return (
    <li className="list-row ledger-row">
      <span className="quiet num small ledger-seq">{entry.seq}</span>
      <div className="list-what">
        <span>
          <span className="strong">{ledgerTypeInWords(entry.type)}</span>{" "}
          <span className="quiet">by {entry.actor}</span>
        </span>
        <details
          className="ledger-data"
          onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        >
          <summary className="small quiet">Details</summary>
          <Json
            value={{ type: entry.type, correlationId: entry.correlationId, data: entry.data }}
            label={`Entry ${entry.seq}`}
          />
          {isOpen && <Changed entry={entry} />}
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
