import { Button, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconDownload, IconShieldCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { LedgerVerification } from "../../../src/http/api/ledger-schemas.ts";
import { type Lines, useCheckpoints, useSaveLines, useVerifyLedger } from "../api/trail.ts";
import { Copy } from "../parts/copy.tsx";
import { Loaded, ProblemNote } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";

const HASH = /^[0-9a-f]{64}$/i;

/** For whoever checks the ledger: whether it is whole, also against what they kept of it; and taking it away. */
export const LedgerCheck = () => {
  const [kept, setKept] = useState("");
  const verify = useVerifyLedger();
  const since = kept.trim();
  const isHash = since === "" || HASH.test(since);
  return (
    <section className="panel ledger-panel" aria-labelledby="check">
      <div>
        <h2 id="check">Check it, and take it away</h2>
        <p className="quiet">
          Verify looks through all of it, and holds it against its signed places. What you keep
          elsewhere, a head or the hash of any entry, also shows a ledger that was made anew.
        </p>
      </div>
      <form
        className="ledger-check"
        onSubmit={(event) => {
          event.preventDefault();
          if (isHash) verify.mutate(since);
        }}
      >
        <TextInput
          label="A hash that you kept"
          placeholder="64 digits; empty: none"
          spellCheck={false}
          autoComplete="off"
          value={kept}
          error={isHash ? null : "A hash has 64 digits from 0 to 9 and a to f."}
          onChange={({ currentTarget: { value } }) => setKept(value)}
        />
        <Button
          type="submit"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={verify.isPending}
          disabled={!isHash}
        >
          Verify
        </Button>
      </form>
      <div role="status">
        {verify.data && <Result result={verify.data} hasKept={verify.variables !== ""} />}
      </div>
      {verify.error && <ProblemNote error={verify.error} />}
      <div className="ledger-files">
        <SaveButton what="ledger">Save the ledger as JSON lines</SaveButton>
        <SaveButton what="policies">Save the versions of the policy</SaveButton>
      </div>
      <Places />
    </section>
  );
};

const Result = ({ result, hasKept }: { result: LedgerVerification; hasKept: boolean }) =>
  result.ok ? (
    <div className="note" data-tone="done">
      <IconShieldCheck size={18} aria-hidden />
      <div>
        <strong>The ledger is whole</strong>
        <p>
          {result.entries} entries, each fits the one before it
          {result.checkpoints > 0 &&
            `, held against ${result.checkpoints} signed ${result.checkpoints === 1 ? "place" : "places"} (${result.outside} kept outside of the database)`}
          . {hasKept && "The hash that you kept is in it. "}
          Head <Copy value={result.head} what="head hash" short={result.head.slice(0, 12)} />
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

const SaveButton = ({ what, children }: { what: Lines; children: string }) => {
  const save = useSaveLines(what);
  return (
    <div>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size={14} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {children}
      </Button>
      {save.error && <ProblemNote error={save.error} />}
    </div>
  );
};

const SHOWN = 20;

/** Read once somebody wants to see them. */
const Places = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Signed places</summary>
      {isOpen && <PlaceList />}
    </details>
  );
};

const PlaceList = () => {
  const query = useCheckpoints();
  const [isWhole, setWhole] = useState(false);
  return (
    <div className="ledger-places">
      <p className="quiet small">
        Now and then a worker signs the head with a key that the database does not have. Keep these
        places elsewhere, and the ledger can be held against them later:{" "}
        <code>convene audit verify --since</code>.
      </p>
      <Loaded query={query}>
        {(places) => (
          <>
            {places.length === 0 ? (
              <p className="quiet">Nothing is signed yet.</p>
            ) : (
              <ol aria-label="Signed places, newest first">
                {places.slice(0, isWhole ? undefined : SHOWN).map(({ n, seq, hash, at }) => (
                  <li key={n}>
                    <span className="strong num">Place {n}</span>
                    <span>
                      up to entry <span className="num">{seq}</span>
                    </span>
                    <span className="quiet small">
                      <When iso={at} />
                    </span>
                    <Copy value={hash} what={`hash of place ${n},`} short={hash.slice(0, 12)} />
                  </li>
                ))}
              </ol>
            )}
            <div className="ledger-files">
              {!isWhole && places.length > SHOWN && (
                <Button size="compact-sm" variant="default" onClick={() => setWhole(true)}>
                  Show all {places.length}
                </Button>
              )}
              {places.length > 0 && (
                <SaveButton what="checkpoints">Save the signed places</SaveButton>
              )}
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
};
