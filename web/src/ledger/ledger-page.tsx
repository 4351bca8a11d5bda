import "../styles/lists.css";
import "../styles/ledger.css";
import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { Link } from "wouter";
import { useCase } from "../api/queries.ts";
import { useLedger } from "../api/trail.ts";
import { useIsAdmin, useMayRead } from "../api/session.ts";
import { Page } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Empty, Loaded, ShowMore } from "../parts/states.tsx";
import { LedgerCheck } from "./ledger-check.tsx";
import { LedgerEntry } from "./ledger-entry.tsx";
import { LedgerFilters, useLedgerFilters } from "./ledger-filters.tsx";

/** Who did what, when and why: each entry sealed to the one before it. */
export const LedgerPage = () => {
  const [caseId, setCase] = useSearchParam("case");
  const filters = useLedgerFilters();
  const query = useLedger(filters);
  const isAdmin = useIsAdmin();
  return (
    <Page
      title="Ledger"
      lead="Who did what, when and why. Each entry is sealed to the one before it, so that no change goes unseen."
      aside={
        isAdmin && (
          <Button variant="default" component={Link} href="/erasures">
            Erasures
          </Button>
        )
      }
    >
      <LedgerCheck />
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
                  <LedgerEntry key={entry.seq} entry={entry} isOfCase={caseId !== null} />
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

const CaseFilter = ({ caseId, onClear }: { caseId: string; onClear(): void }) => {
  const mayRead = useMayRead();
  const name = useCase(caseId, mayRead).data?.candidateName;
  return (
    <div className="filter-chips">
      <span className="chip" data-chosen>
        Only {mayRead ? <Link href={`/cases/${caseId}`}>{name ?? "one case"}</Link> : "one case"}
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
