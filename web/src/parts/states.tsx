import { Button, Skeleton } from "@mantine/core";
import { IconAlertTriangle, IconLock } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { Link } from "wouter";
import { ApiError, isConflict } from "../api/client.ts";
import { Page } from "./page.tsx";

/** What went wrong, what to do, and what to quote. */
export const ProblemNote = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const problem = error instanceof ApiError ? error.problem : null;
  // What is said above already is not listed again.
  const more = problem?.faults?.filter(({ message }) => message !== problem.detail) ?? [];
  return (
    <div className="note" data-tone="failed" role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>{problem?.title ?? "Something went wrong"}</strong>
        <p>{problem?.detail ?? "Something happened that was not expected. Nothing was changed."}</p>
        {more.length > 0 && (
          <ul>
            {more.map((fault) => (
              <li key={fault.path + fault.message}>
                {fault.path}: {fault.message}
              </li>
            ))}
          </ul>
        )}
        {problem && (
          <p className="quiet small">
            Code {problem.code}
            {problem.correlationId === undefined ? "" : ` · ${problem.correlationId}`}
          </p>
        )}
        {onRetry && (
          <Button size="xs" variant="default" mt={8} onClick={onRetry}>
            Try again
          </Button>
        )}
      </div>
    </div>
  );
};

const PATIENCE_MS = 150;

/** True once something has taken long enough to say so. */
const useIsLate = (): boolean => {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
};

/** The shape of what comes, shown only when it is late. */
export const Loading = ({ rows = 4, height = 44 }: { rows?: number; height?: number }) => {
  const isLate = useIsLate();
  if (!isLate) return null;
  return (
    <div className="loading" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={height} radius="sm" />
      ))}
    </div>
  );
};

interface QueryLike<Data> {
  data: Data | undefined;
  error: unknown;
  refetch(): unknown;
}

interface LoadedProps<Data> {
  query: QueryLike<Data>;
  loading?: ReactNode;
  /** Its title, where this is a whole page: what went wrong then stands in one. */
  page?: string;
  children: (data: Data) => ReactNode;
}

/** What a query answered; until then the shape of it, or what went wrong. */
export const Loaded = <Data,>({ query, loading, page, children }: LoadedProps<Data>) => {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    const note = <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
    return page === undefined ? note : <Page title={page}>{note}</Page>;
  }
  return <>{loading ?? <Loading />}</>;
};

/** Why a page is refused while evaluative features are off; null when that is not why. They are the one thing for which one is
 * refused so when it is opened. */
export const wordsOfSwitchedOff = (error: unknown): string | null =>
  isConflict(error) ? error.problem.detail : null;

/** The page in the place of one that is switched off. */
export const SwitchedOff = ({ words }: { words: string }) => (
  <Page title="Switched off">
    <div className="note" data-tone="waiting" role="status">
      <IconLock size={18} aria-hidden />
      <div>
        <p>{words}</p>
        <p>
          <Link href="/">Open the inbox</Link> · <Link href="/settings">Open the settings</Link>
        </p>
      </div>
    </div>
  </Page>
);

/** Nothing here, and what would be. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <strong>{title}</strong>
    {children}
  </div>
);

interface MoreQuery {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

/** The next page of a list. */
export const ShowMore = ({ query }: { query: MoreQuery }) =>
  query.hasNextPage ? (
    <Button
      variant="default"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
      mt="sm"
    >
      Show more
    </Button>
  ) : null;
