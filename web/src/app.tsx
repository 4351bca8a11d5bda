/** Who is signed in decides what is shown; pages load when they are opened. */
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { ApiError } from "./api/client.ts";
import { useSession } from "./api/queries.ts";
import { Loading, Problem } from "./parts/states.tsx";
import { Page } from "./parts/page.tsx";
import { Shell } from "./shell/shell.tsx";
import { SignIn } from "./pages/sign-in.tsx";
import { Inbox } from "./pages/inbox.tsx";

const ProposalPage = lazy(async () => ({ default: (await import("./pages/proposal/proposal.tsx")).ProposalPage }));
const Cases = lazy(async () => ({ default: (await import("./pages/cases.tsx")).Cases }));
const CasePage = lazy(async () => ({ default: (await import("./pages/case.tsx")).CasePage }));
const RunPage = lazy(async () => ({ default: (await import("./pages/run.tsx")).RunPage }));
const Events = lazy(async () => ({ default: (await import("./pages/events.tsx")).Events }));
const Ledger = lazy(async () => ({ default: (await import("./pages/ledger.tsx")).Ledger }));
const Settings = lazy(async () => ({ default: (await import("./pages/settings.tsx")).Settings }));

/** The whole dashboard. */
export const App = () => {
  const session = useSession();
  if (session.data) {
    return (
      <Shell session={session.data}>
        <Suspense fallback={<Loading />}>
          <Pages />
        </Suspense>
      </Shell>
    );
  }
  if (!session.error) return <Loading />;
  const isSignedOut = session.error instanceof ApiError && session.error.problem.status === 401;
  return isSignedOut ? <SignIn /> : <Problem error={session.error} onRetry={() => void session.refetch()} />;
};

const Pages = () => (
  <Switch>
    <Route path="/" component={Inbox} />
    <Route path="/proposals/:id">{({ id }) => <ProposalPage key={id} id={id} />}</Route>
    <Route path="/cases" component={Cases} />
    <Route path="/cases/:id">{({ id }) => <CasePage id={id} />}</Route>
    <Route path="/runs/:id">{({ id }) => <RunPage id={id} />}</Route>
    <Route path="/events" component={Events} />
    <Route path="/ledger" component={Ledger} />
    <Route path="/settings" component={Settings} />
    <Route>
      <Page title="Not found">
        <p>There is no such page. The link may be from another version, or was cut off.</p>
      </Page>
    </Route>
  </Switch>
);
