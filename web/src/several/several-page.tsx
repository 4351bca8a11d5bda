import "../styles/several.css";
import { Button } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { ApprovalOutcomes, ProposalContent } from "../../../src/http/api/several-routes.ts";
import { api } from "../api/client.ts";
import { useApproveSeveral } from "../api/changes.ts";
import { useMayDecide } from "../api/session.ts";
import { useKeys } from "../parts/keys.ts";
import { Page } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Loading, ProblemNote } from "../parts/states.tsx";
import { Outcomes } from "./outcomes.tsx";
import { SeveralItem } from "./several-item.tsx";
import { useSeen } from "./use-seen.ts";

const contentQuery = (id: string) => ({
  queryKey: ["proposals", "content", id],
  queryFn: async () =>
    await api<ProposalContent>("GET", `/api/proposals/${encodeURIComponent(id)}/content`),
});

type Readable = Parameters<typeof SeveralItem>[0]["shown"];
const isOpen = (shown: ProposalContent): shown is Readable =>
  shown.content !== null && shown.proposal.status === "waiting" && shown.proposal.notYours === null;

/** Several proposals, each read whole, and one approval of all. */
export const SeveralPage = () => {
  const [of] = useSearchParam("of");
  const ids = [...new Set((of ?? "").split(",").filter((id) => id !== ""))];
  const [done, setDone] = useState<Done | null>(null);
  if (done) return <Outcomes {...done} />;
  if (ids.length === 0) {
    return (
      <Page title="Approve several" lead="Nothing is chosen.">
        <Link href="/">Choose in the inbox</Link>
      </Page>
    );
  }
  return <Reading ids={ids} onDone={setDone} />;
};

interface Done {
  outcomes: ApprovalOutcomes["items"];
  /** What each was, as it was seen. */
  were: readonly ProposalContent["proposal"][];
}

const Reading = ({ ids, onDone }: { ids: string[]; onDone(done: Done): void }) => {
  const [, go] = useLocation();
  const mayDecide = useMayDecide();
  const seen = useSeen();
  const approve = useApproveSeveral();
  const queries = useQueries({ queries: ids.map(contentQuery) });
  const failed = queries.find(({ error }) => error !== null);
  const shown = queries.flatMap(({ data }) => data ?? []);
  const open = shown.filter(isOpen);
  const out = shown.filter((one) => !isOpen(one));
  const unseen = open.filter(({ proposal }) => !seen.has(proposal.id, proposal.digest));
  const focusOn = (id: string | undefined): void => {
    const item = document.querySelector<HTMLElement>(`[data-several="${id ?? ""}"]`);
    item?.focus({ preventScroll: true });
    item?.scrollIntoView({ block: "start" });
  };
  const move = (by: number): void => {
    const all = open.map(({ proposal }) => proposal.id);
    const here = document.activeElement?.closest<HTMLElement>("[data-several]")?.dataset["several"];
    const index = here === undefined ? -1 : all.indexOf(here);
    focusOn(all[Math.min(all.length - 1, Math.max(0, index + by))]);
  };
  const send = (): void => {
    if (approve.isPending) return;
    if (unseen.length > 0) {
      focusOn(unseen[0]?.proposal.id);
      return;
    }
    approve.mutate(
      { seen: open.map(({ proposal: { id, digest } }) => ({ id, digest })) },
      {
        onSuccess: ({ items }) =>
          onDone({ outcomes: items, were: shown.map(({ proposal }) => proposal) }),
      },
    );
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    u: () => go("/"),
    ...(mayDecide && {
      a: () => document.querySelector<HTMLElement>("[data-approve-several]")?.focus(),
    }),
  });
  return (
    <Page
      title="Approve several"
      lead="Read each to its end. They are approved together below, and each by itself: one that changes meanwhile is left out."
    >
      {failed && <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />}
      <div className="several">
        {queries.some(({ isPending }) => isPending) && <Loading rows={ids.length} height={180} />}
        {open.map((one) => (
          <SeveralItem key={one.proposal.id} shown={one} seen={seen} />
        ))}
        {out.length > 0 && <LeftOut out={out} />}
        {open.length > 0 && mayDecide && (
          <Confirm open={open} unseen={unseen} isBusy={approve.isPending} onApprove={send} />
        )}
        {approve.error && <ProblemNote error={approve.error} />}
      </div>
    </Page>
  );
};

const LeftOut = ({ out }: { out: readonly ProposalContent[] }) => (
  <section className="panel several-item" aria-labelledby="left-out">
    <h2 id="left-out">Left out</h2>
    <ul className="several-list">
      {out.map(({ proposal }) => (
        <li key={proposal.id}>
          <Link href={`/proposals/${proposal.id}`}>{proposal.candidateName}</Link>:{" "}
          {whyOut(proposal)}
        </li>
      ))}
    </ul>
  </section>
);

const whyOut = ({ status, notYours, isReadable, summary }: ProposalContent["proposal"]): string => {
  if (status !== "waiting") return "it does not wait any more.";
  if (notYours !== null) return notYours;
  return isReadable ? "it needs a look of its own, on its page." : summary;
};

interface ConfirmProps {
  open: readonly Readable[];
  unseen: readonly Readable[];
  isBusy: boolean;
  onApprove(): void;
}

/** All of them once more, in words, with the one button. */
const Confirm = ({ open, unseen, isBusy, onApprove }: ConfirmProps) => (
  <section className="panel several-item" aria-labelledby="confirm">
    <h2 id="confirm">What you approve</h2>
    <ol className="several-list">
      {open.map(({ proposal }) => (
        <li key={proposal.id}>
          <strong>{proposal.candidateName}</strong>: {proposal.summary}
          {unseen.some((one) => one.proposal.id === proposal.id) && (
            <span className="quiet"> Not read to its end yet.</span>
          )}
        </li>
      ))}
    </ol>
    <p className="quiet small" role="status">
      {unseen.length === 0
        ? "All were read."
        : `${open.length - unseen.length} of ${open.length} were read to the end.`}
    </p>
    <Button mt={8} loading={isBusy} onClick={onApprove} data-approve-several>
      {unseen.length > 0 ? "Go to the next to read" : `Approve ${open.length}`}
    </Button>
  </section>
);
