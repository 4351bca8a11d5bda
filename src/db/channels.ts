/** Who listens on which notification channel of one database. */

/** Called for each notice; and after notices may have been missed because the connection was away. */
export interface Subscriber {
  onPayload(payload: string): void;
  onGap?: (() => void) | undefined;
}

/** The subscribers by channel. */
export interface Channels {
  /** Returns whether the channel is new. */
  add(channel: string, subscriber: Subscriber): boolean;
  /** Returns whether the channel is no longer listened on. */
  remove(channel: string, subscriber: Subscriber): boolean;
  names(): string[];
  deliver(channel: string, payload: string): void;
  announceGap(): void;
}

/** No subscribers yet. */
export const createChannels = (): Channels => {
  const subscribers = new Map<string, Set<Subscriber>>();
  return {
    add(channel, subscriber) {
      const isNew = !subscribers.has(channel);
      subscribers.set(channel, (subscribers.get(channel) ?? new Set()).add(subscriber));
      return isNew;
    },
    remove(channel, subscriber) {
      const rest = subscribers.get(channel);
      if (rest === undefined || !rest.delete(subscriber) || rest.size > 0) return false;
      return subscribers.delete(channel);
    },
    names: () => [...subscribers.keys()],
    deliver(channel, payload) {
      for (const subscriber of subscribers.get(channel) ?? []) subscriber.onPayload(payload);
    },
    announceGap() {
      for (const each of subscribers.values()) for (const subscriber of each) subscriber.onGap?.();
    },
  };
};

/** The channel as an SQL identifier. */
export const quoteChannel = (channel: string): string => `"${channel.replaceAll('"', '""')}"`;
