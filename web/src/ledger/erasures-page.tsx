import "../styles/lists.css";
import "../styles/ledger.css";
import type { ErasureItem } from "../../../src/http/api/erasure-schemas.ts";
import { useErasures } from "../api/trail.ts";
import { StatusBadge } from "../parts/badge.tsx";
import { Copy } from "../parts/copy.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Loaded, ShowMore } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";
import { sentence, spell } from "../parts/words.ts";

const REASONS: Record<ErasureItem["reason"], string> = {
  deleted_in_lever: "Deleted in Lever",
  asked_by_candidate: "The candidate asked for it",
  consent_withdrawn: "They withdrew their consent",
  kept_long_enough: "Kept for as long as was set",
  entered_by_mistake: "Entered by mistake",
  other: "Another reason",
};

/** Who was erased, why and by whom, and what is left to do by hand. Ids and counts: nobody can say any more who it was. */
export const ErasuresPage = () => {
  const query = useErasures();
  return (
    <Page
      title="Erasures"
      lead="Who was erased, why, and what went. Each is a certificate: ids and counts, and no word of the person."
    >
      <Loaded query={query}>
        {(erasures) =>
          erasures.length === 0 ? (
            <div className="panel">
              <Empty title="Nobody was erased">
                <p>
                  It begins on the page of a case, when Lever deletes a candidate, or by age where
                  that is set.
                </p>
              </Empty>
            </div>
          ) : (
            <>
              <ul className="list panel" aria-label="Erasures">
                {erasures.map((erasure) => (
                  <ErasureRow key={erasure.id} erasure={erasure} />
                ))}
              </ul>
              <ShowMore query={query} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

const ErasureRow = ({ erasure }: { erasure: ErasureItem }) => {
  const { counts, outside } = erasure;
  const isDone = erasure.erasedAt !== null;
  return (
    <li className="list-row erasure-row">
      <StatusBadge
        status={isDone ? "done" : "running"}
        words={isDone ? "Erased" : "Being erased"}
      />
      <div className="list-what">
        <span>
          <span className="strong">{REASONS[erasure.reason]}</span>{" "}
          <span className="quiet">
            by {erasure.askedBy}
            {erasure.reference !== null && `, ${erasure.reference}`}
          </span>
        </span>
        {erasure.isWhole === false && (
          <p className="quiet small">
            The person has another candidacy: what belongs to that one stays.
          </p>
        )}
        {counts !== null && <Counts counts={counts} />}
        {outside !== null && outside.length > 0 && <Outside items={outside} />}
      </div>
      <span className="quiet small">
        <When iso={erasure.erasedAt ?? erasure.askedAt} />
      </span>
      <Copy value={erasure.id} what="id of the certificate" short={erasure.id.slice(0, 11)} />
    </li>
  );
};

const Counts = ({ counts }: { counts: Record<string, number> }) => {
  const kinds = Object.entries(counts).filter(([, count]) => count > 0);
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  return (
    <details className="ledger-data">
      <summary className="small quiet">
        {all === 0 ? "Nothing was held" : `${String(all)} texts and rows went`}
      </summary>
      <ul className="plain-list small">
        {kinds.map(([kind, count]) => (
          <li key={kind}>
            <span className="num">{count}</span> {spell(kind.replace(/^text /, "texts: "))}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What was written elsewhere and cannot be shredded from here. */
const Outside = ({ items }: { items: NonNullable<ErasureItem["outside"]> }) => (
  <details className="ledger-data">
    <summary className="small strong">
      {items.length === 1 ? "1 thing stands" : `${String(items.length)} things stand`} elsewhere:
      see to it by hand
    </summary>
    <ul className="plain-list small">
      {items.map(({ kind, status, ref }) => (
        <li key={JSON.stringify([kind, ref])} className="break">
          {sentence(spell(kind))} ({spell(status)}){" "}
          {Object.entries(ref).map(([name, value]) => (
            <code key={name}>
              {name} {value}{" "}
            </code>
          ))}
        </li>
      ))}
    </ul>
  </details>
);
