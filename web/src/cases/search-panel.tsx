import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import type { SearchItem } from "../../../src/http/api/search-schemas.ts";
import { useLook } from "../api/changes.ts";
import { useSearchParam } from "../parts/search-param.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";
import { useMayPropose } from "./may-propose.ts";

interface SearchPanelProps {
  case_: CaseDetail;
  search: SearchItem;
}

/** Nothing fits: who blocks, when it is looked at again, and the rules of which one may give. */
export const SearchPanel = ({ case_, search }: SearchPanelProps) => {
  const look = useLook(case_.id);
  const mayPropose = useMayPropose(case_);
  const [chosen, choose] = useSearchParam("relax");
  const ask = (relax?: string): void =>
    look.mutate(relax, {
      onSuccess: () => {
        choose(null);
        tellDone("Looking for times. What is found waits for your approval.");
      },
      onError: tellProblem,
    });
  const isGone = chosen !== null && search.relaxations.every(({ id }) => id !== chosen);
  return (
    <section className="panel search" aria-labelledby="nothing-fits">
      <div className="search-head">
        <h2 id="nothing-fits">
          <IconAlertTriangle size={18} aria-hidden />{" "}
          {search.because === null ? "No time fits" : "No change of the booking fits"}
        </h2>
        <p className="quiet small">
          since <When iso={search.since} />
        </p>
      </div>
      {search.because !== null && <p>{search.because}</p>}
      {search.blockers.length > 0 && (
        <ul className="search-blockers">
          {search.blockers.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {search.inVain !== null && (
        <p className="note" data-tone="waiting" role="status">
          {search.inVain}
        </p>
      )}
      {isGone && (
        <p className="note" data-tone="waiting" role="status">
          What the message offered would not help any more. This would:
        </p>
      )}
      {search.relaxations.length > 0 && (
        <>
          <h3>One rule could give</h3>
          <ul className="search-ways">
            {search.relaxations.map((relaxation) => (
              <Way
                key={relaxation.id}
                relaxation={relaxation}
                isChosen={chosen === relaxation.id}
                isBusy={look.isPending}
                {...(mayPropose && { onAsk: () => ask(relaxation.id) })}
              />
            ))}
          </ul>
        </>
      )}
      <Later search={search} isBusy={look.isPending} {...(mayPropose && { onAsk: () => ask() })} />
    </section>
  );
};

interface WayProps {
  relaxation: SearchItem["relaxations"][number];
  /** A link in a message chose it. */
  isChosen: boolean;
  isBusy: boolean;
  onAsk?: () => void;
}

const Way = ({ relaxation: { change, words }, isChosen, isBusy, onAsk }: WayProps) => {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.querySelector("button")?.focus();
  }, [isChosen]);
  return (
    <li ref={row} data-chosen={isChosen}>
      <p>{words}</p>
      {onAsk && (
        <Button
          size="compact-sm"
          variant={isChosen ? "filled" : "default"}
          disabled={isBusy}
          onClick={onAsk}
        >
          Look again<span className="sr-only">: {change}</span>
        </Button>
      )}
    </li>
  );
};

/** What becomes of the word to the recruiter, around the time of it. */
const TOLD: Record<SearchItem["alert"]["outcome"], string> = {
  due: "The recruiter is told",
  waits: "The recruiter has not been told yet; due",
  told: "The recruiter was told",
  silent: "Silent mode: the recruiter would have been told",
  failed: "The recruiter was not told; tried",
  unknown: "Nobody can tell whether the recruiter was told; sent",
};

const Told = ({ alert: { outcome, at, why } }: Pick<SearchItem, "alert">) => (
  <>
    {TOLD[outcome]} <When iso={at} />.{why !== null && ` ${why}`}
  </>
);

interface LaterProps {
  search: SearchItem;
  isBusy: boolean;
  onAsk?: () => void;
}

const Later = ({ search, isBusy, onAsk }: LaterProps) => (
  <div className="search-later">
    <p className="quiet small">
      Looked for last <When iso={search.lookedAt} />
      {search.nextLookAt === null ? (
        "; not looked for by itself any more. "
      ) : (
        <>
          , next <When iso={search.nextLookAt} /> or when a calendar changes.{" "}
        </>
      )}
      <Told alert={search.alert} />
    </p>
    {onAsk && (
      <Button size="compact-sm" variant="default" disabled={isBusy} onClick={onAsk}>
        Look again by the plan
      </Button>
    )}
  </div>
);
