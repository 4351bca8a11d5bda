import "./styles/mantine.css";
import "@mantine/notifications/styles.css";
import "./styles/base.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, Suspense, lazy, useState } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { ApiError } from "./api/client.ts";
import { useSession } from "./api/session.ts";
import { Page } from "./parts/page.tsx";
import { Loading, ProblemNote } from "./parts/states.tsx";
import { SignInPage } from "./session/sign-in-page.tsx";
import { insteadOf } from "./shell/places.ts";
import { Shell } from "./shell/shell.tsx";
import { styleNonce } from "./style-nonce.ts";
import { cssVariables, theme } from "./theme.ts";

const InboxPage = lazy(async () => ({
  default: (await import("./inbox/inbox-page.tsx")).InboxPage,
}));
const ProposalPage = lazy(async () => ({
  default: (await import("./proposal/proposal-page.tsx")).ProposalPage,
}));
const SeveralPage = lazy(async () => ({
  default: (await import("./several/several-page.tsx")).SeveralPage,
}));
const CasesPage = lazy(async () => ({
  default: (await import("./cases/cases-page.tsx")).CasesPage,
}));
const CasePage = lazy(async () => ({ default: (await import("./cases/case-page.tsx")).CasePage }));
const AccessPage = lazy(async () => ({
  default: (await import("./access/access-page.tsx")).AccessPage,
}));
const RunPage = lazy(async () => ({ default: (await import("./runs/run-page.tsx")).RunPage }));
const EventsPage = lazy(async () => ({
  default: (await import("./events/events-page.tsx")).EventsPage,
}));
const LedgerPage = lazy(async () => ({
  default: (await import("./ledger/ledger-page.tsx")).LedgerPage,
}));
const ErasuresPage = lazy(async () => ({
  default: (await import("./ledger/erasures-page.tsx")).ErasuresPage,
}));
const CompliancePage = lazy(async () => ({
  default: (await import("./compliance/compliance-page.tsx")).CompliancePage,
}));
const PeoplePage = lazy(async () => ({
  default: (await import("./people/people-page.tsx")).PeoplePage,
}));
const FeedbackPage = lazy(async () => ({
  default: (await import("./feedback/feedback-page.tsx")).FeedbackPage,
}));
const TodayPage = lazy(async () => ({
  default: (await import("./today/today-page.tsx")).TodayPage,
}));
const InsightsPage = lazy(async () => ({
  default: (await import("./insights/insights-page.tsx")).InsightsPage,
}));
const NoShowPage = lazy(async () => ({
  default: (await import("./insights/no-show-page.tsx")).NoShowPage,
}));
const PlansPage = lazy(async () => ({
  default: (await import("./plans/plans-page.tsx")).PlansPage,
}));
const PlanPage = lazy(async () => ({ default: (await import("./plans/plan-page.tsx")).PlanPage }));
const GuidesPage = lazy(async () => ({
  default: (await import("./guides/guides-page.tsx")).GuidesPage,
}));
const GuidePage = lazy(async () => ({
  default: (await import("./guides/guide-page.tsx")).GuidePage,
}));
const CandidateQuestionsPage = lazy(async () => ({
  default: (await import("./candidate-questions/candidate-questions-page.tsx"))
    .CandidateQuestionsPage,
}));
const QuestionsPage = lazy(async () => ({
  default: (await import("./questions/questions-page.tsx")).QuestionsPage,
}));
const LanguagePage = lazy(async () => ({
  default: (await import("./language/language-page.tsx")).LanguagePage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import("./settings/settings-page.tsx")).SettingsPage,
}));

const OwnBriefsPage = lazy(async () => ({
  default: (await import("./briefs/own-briefs-page.tsx")).OwnBriefsPage,
}));

/** The whole dashboard. */
export const App = () => {
  const [client] = useState(createClient);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      deduplicateInlineStyles
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={client}>
        <Notifications position="bottom-right" limit={3} />
        <Gate />
      </QueryClientProvider>
    </MantineProvider>
  );
};

/** The server understood and said no; asking again would not help. */
const isAnswer = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.status >= 400 && error.problem.status < 500;

const createClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        // A session that has ended leads to the sign-in page, and from there back to this very page.
        if (error instanceof ApiError && error.problem.status === 401) {
          client.setQueryData(["session"], null);
        }
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 1 && !isAnswer(error),
        retryDelay: 400,
      },
    },
  });
  return client;
};

/** Nothing is shown before it is known who asks. */
const Gate = () => {
  const session = useSession();
  if (session.data) return <Rooms />;
  if (session.data === null) return <SignInPage />;
  return (
    <main className="alone">
      {session.error ? (
        <ProblemNote error={session.error} onRetry={() => void session.refetch()} />
      ) : (
        <Loading rows={3} />
      )}
    </main>
  );
};

/** Whoever may not read a page is led to one that is for them. */
const Guarded = ({ children }: { children: ReactNode }) => {
  const [path] = useLocation();
  const instead = insteadOf(path, useSession().data);
  return instead === null ? children : <Redirect to={instead} replace />;
};

const Rooms = () => (
  <Shell>
    <Suspense fallback={<Loading />}>
      <Guarded>
        <Switch>
          <Route path="/" component={InboxPage} />
          <Route path="/proposals/:id">{({ id }) => <ProposalPage key={id} id={id} />}</Route>
          <Route path="/several" component={SeveralPage} />
          <Route path="/cases" component={CasesPage} />
          <Route path="/cases/:id">{({ id }) => <CasePage id={id} />}</Route>
          <Route path="/runs/:id">{({ id }) => <RunPage id={id} />}</Route>
          <Route path="/people" component={PeoplePage} />
          <Route path="/feedback" component={FeedbackPage} />
          <Route path="/today" component={TodayPage} />
          <Route path="/insights" component={InsightsPage} />
          <Route path="/insights/no-shows" component={NoShowPage} />
          <Route path="/plans" component={PlansPage} />
          <Route path="/plans/:id">{({ id }) => <PlanPage key={id} id={id} />}</Route>
          <Route path="/plans/:id/questions">
            {({ id }) => <QuestionsPage key={id} planId={id} />}
          </Route>
          <Route path="/new-plan">
            <PlanPage id={null} />
          </Route>
          <Route path="/questions-from-candidates" component={CandidateQuestionsPage} />
          <Route path="/guides" component={GuidesPage} />
          <Route path="/guides/:id">{({ id }) => <GuidePage key={id} id={id} />}</Route>
          <Route path="/new-guide">
            <GuidePage id={null} />
          </Route>
          <Route path="/language" component={LanguagePage} />
          <Route path="/events" component={EventsPage} />
          <Route path="/ledger" component={LedgerPage} />
          <Route path="/erasures" component={ErasuresPage} />
          <Route path="/compliance" component={CompliancePage} />
          <Route path="/briefs" component={OwnBriefsPage} />
          <Route path="/access" component={AccessPage} />
          <Route path="/settings" component={SettingsPage} />
          <Route>
            <Page title="There is no such page" lead="The address may be old or mistyped.">
              <a href="/">Go to the inbox</a>
            </Page>
          </Route>
        </Switch>
      </Guarded>
    </Suspense>
  </Shell>
);
