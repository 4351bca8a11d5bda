/** Who did what and why, chained entry by entry. */
import { Alert, Anchor, Button, Code, CopyButton, Group, Text } from "@mantine/core";
import { Link, useSearchParams } from "wouter";
import type { LedgerItem } from "../../../src/http/api/schemas.ts";
import { useLedger, useVerify } from "../api/queries.ts";
import { Page } from "../parts/page.tsx";
import { Loaded, Problem } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";

/** The ledger. */
export const Ledger = () => {
  const [params, setParams] = useSearchParams();
  const caseId = params.get("caseId") ?? undefined;
  const after = params.get("after") ?? undefined;
  const ledger = useLedger(caseId, after);
  const verify = useVerify();
  return (
    <Page
      title="Ledger"
      aside={
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
          Verify the chain
        </Button>
      }
    >
      <div aria-live="polite">
        {verify.error && <Problem error={verify.error} />}
        {verify.data && (
          <Alert color={verify.data.ok ? "green" : "red"} variant="light" title={verify.data.ok ? "The chain is whole" : "The chain is broken"}>
            {verify.data.ok
              ? `${verify.data.entries} entries, each fits the one before it.`
              : `Entry ${verify.data.firstBroken?.seq ?? 0}: ${verify.data.firstBroken?.what ?? ""}`}
          </Alert>
        )}
      </div>
      {caseId && (
        <Group gap="xs">
          <Text size="sm" className="quiet">
            Entries of one case
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => setParams({})}>
            Show all
          </Button>
        </Group>
      )}
      <Loaded query={ledger}>
        {({ items, next }) => (
          <>
            <div className="paper">
              {items.length === 0 && (
                <Text p="lg" className="quiet">
                  No entry yet.
                </Text>
              )}
              {items.map((entry) => (
                <Entry key={entry.seq} entry={entry} />
              ))}
            </div>
            {next && (
              <Button
                variant="default"
                onClick={() => setParams({ ...(caseId && { caseId }), after: next })}
              >
                Older entries
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
};

const Entry = ({ entry }: { entry: LedgerItem }) => (
  <div className="row">
    <div>
      <Text component="span" className="quiet num">
        {entry.seq}
      </Text>{" "}
      <Text component="span" fw={600}>
        {entry.type}
      </Text>{" "}
      <Text component="span" className="quiet">
        by {entry.actor}
      </Text>
      <Text size="sm" className="quiet wrap">
        {Object.entries(entry.data)
          .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
          .join(", ")}
      </Text>
    </div>
    <Group gap="xs" align="flex-start" justify="flex-end">
      {entry.caseId && (
        <Anchor component={Link} size="sm" href={`/cases/${entry.caseId}`}>
          Case
        </Anchor>
      )}
      <CopyButton value={entry.hash}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" onClick={copy} aria-label={`Copy the hash of entry ${entry.seq}`}>
            <Code bg="transparent">{copied ? "copied" : entry.hash.slice(0, 10)}</Code>
          </Button>
        )}
      </CopyButton>
      <Text component="span" size="sm" className="quiet">
        <When iso={entry.at} />
      </Text>
    </Group>
  </div>
);
