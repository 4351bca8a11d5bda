import { Button } from "@mantine/core";
import { IconCheck, IconLock } from "@tabler/icons-react";
import type { AedtView } from "../../../src/http/api/aedt-routes.ts";
import { useAedt, useWithdrawAedt } from "../api/law.ts";
import { useSession } from "../api/session.ts";
import { Loaded, Loading } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { AedtForm, FEATURES } from "./aedt-form.tsx";

/** New York City's rule on tools that help to decide: what is on record, and what holds a feature back. */
export const AedtSection = () => {
  const query = useAedt();
  const { data: session } = useSession();
  const isAdmin = session?.role === "admin";
  return (
    <section className="panel setting-block" aria-labelledby="aedt">
      <div>
        <h2 id="aedt">New York City: notice and audit</h2>
        <p className="quiet">
          A feature that counts as an automated employment decision tool stays off until candidates
          have had a notice for ten business days, and a bias audit of the last twelve months is on
          record. Until you say otherwise, the synthesis and the rules that move candidates on count
          as one for every posting that may be in the City.
        </p>
      </div>
      <Loaded query={query} loading={<Loading rows={2} height={24} />}>
        {(view) => (
          <>
            <Postings view={view} />
            <Records view={view} isAdmin={isAdmin} />
            {isAdmin && <AedtForm view={view} />}
          </>
        )}
      </Loaded>
    </section>
  );
};

const Postings = ({ view: { postings, ifNotedToday } }: { view: AedtView }) => {
  if (postings.length === 0) {
    return (
      <p className="quiet">No open posting is one for which a feature counts as such a tool.</p>
    );
  }
  const isHeld = postings.some(({ features }) => features.some(({ mayRun }) => !mayRun));
  return (
    <div>
      <ul className="opt-outs" aria-label="Postings in the City">
        {postings.map(({ postingId, title, location, features }) => (
          <li key={postingId}>
            <strong>{title}</strong>{" "}
            <span className="quiet">{location ?? "place not known: it may be in the City"}</span>
            <ul className="aedt-features">
              {features
                .filter(({ isClassed }) => isClassed)
                .map((one) => (
                  <FeatureLine key={one.feature} {...one} />
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {isHeld && (
        <p className="quiet small">
          With a notice given today, a feature may run from {ifNotedToday} at the earliest.
        </p>
      )}
    </div>
  );
};

type Feature = AedtView["postings"][number]["features"][number];

const FeatureLine = ({ feature, mayRun, missing, firstDay }: Feature) => {
  const Icon = mayRun ? IconCheck : IconLock;
  return (
    <li className="small">
      <Icon size={14} aria-hidden /> {FEATURES[feature]}:{" "}
      {mayRun ? `may run, since ${firstDay ?? ""}` : `held back. ${missing.join(" ")}`}
    </li>
  );
};

type Kept = AedtView["records"][number];

const WHAT: Record<Kept["kind"], (kept: Kept) => string> = {
  notice: ({ dated, firstDay }) => `Notice given on ${dated}, long enough from ${firstDay ?? ""}`,
  audit: ({ dated }) => `Bias audit finished on ${dated}`,
  class: ({ dated, isClassed }) =>
    `${isClassed ? "Counts" : "Does not count"} as such a tool, decided on ${dated}`,
};

const Records = ({ view, isAdmin }: { view: AedtView; isAdmin: boolean }) => {
  const withdraw = useWithdrawAedt();
  if (view.records.length === 0) return <p className="quiet">Nothing is on record.</p>;
  const titleOf = (id: string): string =>
    view.postings.find(({ postingId }) => postingId === id)?.title ?? id;
  return (
    <ul className="opt-outs" aria-label="On record">
      {view.records.map((one) => (
        <li key={one.id} className="personal">
          <span>
            <strong>{WHAT[one.kind](one)}</strong>{" "}
            <span className="quiet">
              {one.feature === null ? "both features" : FEATURES[one.feature]},{" "}
              {one.postingId === null ? "all postings" : titleOf(one.postingId)}: {one.note}
            </span>
            <span className="quiet small"> (recorded by {one.recordedBy})</span>
          </span>
          {isAdmin && (
            <Button
              size="compact-sm"
              variant="default"
              loading={withdraw.isPending}
              onClick={() =>
                withdraw.mutate(one.id, {
                  onSuccess: () => tellDone("Withdrawn. It counts no more from now on."),
                  onError: tellProblem,
                })
              }
            >
              Withdraw<span className="sr-only">: {WHAT[one.kind](one)}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};
