/** One clock for company and product. It runs with real time plus an offset, or stands still until it is moved. */

export interface CompanyClock {
  now(): Temporal.Instant;
  isFrozen(): boolean;
  advance(duration: Temporal.DurationLike): void;
  set(instant: Temporal.Instant): void;
  freeze(): void;
  unfreeze(): void;
}

/** The clock of a service whose machine is wrong by so much. */
export const skewedClock = (clock: CompanyClock, skewSeconds: () => number): CompanyClock => ({
  ...clock,
  now: () => clock.now().add({ seconds: skewSeconds() }),
});

/** A clock that starts at the given time. */
export const createCompanyClock = (options: {
  startsAt?: Temporal.Instant;
  frozen?: boolean;
}): CompanyClock => {
  const real = () => Temporal.Now.instant();
  let offset = options.startsAt
    ? real().until(options.startsAt)
    : Temporal.Duration.from({ seconds: 0 });
  let stoodAt: Temporal.Instant | null = null;
  const now = (): Temporal.Instant => stoodAt ?? real().add(offset);
  const set = (instant: Temporal.Instant): void => {
    if (stoodAt) stoodAt = instant;
    else offset = real().until(instant);
  };
  if (options.frozen) stoodAt = options.startsAt ?? real();
  return {
    now,
    isFrozen: () => stoodAt !== null,
    advance: (duration) => set(now().add(duration)),
    set,
    freeze: () => {
      stoodAt = now();
    },
    unfreeze: () => {
      if (!stoodAt) return;
      const at = stoodAt;
      stoodAt = null;
      offset = real().until(at);
    },
  };
};
