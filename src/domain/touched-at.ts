/** When something was last touched: finished, or changed after that. */
export const touchedAt = ({
  completedAt,
  updatedAt,
}: {
  completedAt: Temporal.Instant;
  updatedAt: Temporal.Instant | null;
}): Temporal.Instant =>
  updatedAt !== null && Temporal.Instant.compare(updatedAt, completedAt) > 0
    ? updatedAt
    : completedAt;
