import { Alert, Button, Skeleton, Stack } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { ApiError } from "../api/client.ts";

/** What went wrong, what to do, and the code to quote. */
export const Problem = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const problem = error instanceof ApiError ? error.problem : null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={problem?.title ?? "Something went wrong"}
    >
      <Stack gap="xs" align="flex-start">
        <span>{problem?.detail ?? "An error that was not expected. Nothing was changed."}</span>
        {problem?.faults?.map((fault) => (
          <span key={fault.path + fault.message}>
            {fault.path}: {fault.message}
          </span>
        ))}
        {problem && <span className="quiet">Code: {problem.code}</span>}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
};

const PATIENCE_MS = 150;

/** The shape of what comes, shown only when it is late. */
export const Loading = ({ rows = 4 }: { rows?: number }) => {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <Stack gap="sm" p="md" aria-busy="true" aria-label="Loading">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={36} radius="sm" />
      ))}
    </Stack>
  );
};

interface QueryLike<Data> {
  data: Data | undefined;
  error: unknown;
  refetch(): unknown;
}

/** Loading, error or the data of a query. */
export const Loaded = <Data,>({
  query,
  rows,
  children,
}: {
  query: QueryLike<Data>;
  rows?: number;
  children: (data: Data) => ReactNode;
}) => {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading {...(rows !== undefined && { rows })} />;
};
