/** What came in, and what became of it. */
import { Button, Group, SegmentedControl, Text } from "@mantine/core";
import { useSearchParams } from "wouter";
import type { EventItem } from "../../../src/http/api/schemas.ts";
import { useEvents, useRetryEvent } from "../api/queries.ts";
import { StatusBadge } from "../parts/badge.tsx";
import { Page } from "../parts/page.tsx";
import { Loaded, Problem } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";

const STATUSES = [
  { value: "", label: "All" },
  { value: "waiting", label: "Waiting" },
  { value: "failed", label: "Failed" },
  { value: "ignored", label: "Ignored" },
  { value: "handled", label: "Handled" },
];

/** The list of events. */
export const Events = () => {
  const [params, setParams] = useSearchParams();
  const status = params.get("status") ?? "";
  const events = useEvents(status === "" ? undefined : status);
  return (
    <Page title="Events">
      <Group>
        <SegmentedControl
          aria-label="Which events"
          data={STATUSES}
          value={status}
          onChange={(value) => setParams(value === "" ? {} : { status: value })}
        />
      </Group>
      <Loaded query={events}>
        {({ items }) => (
          <div className="paper">
            {items.length === 0 && (
              <Text p="lg" className="quiet">
                No event here. Lever's webhooks, automation tools, decisions and the clock make events.
              </Text>
            )}
            {items.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
};

const EventRow = ({ event }: { event: EventItem }) => {
  const retry = useRetryEvent();
  return (
    <div className="row">
      <div>
        <Text component="span" fw={600}>
          {event.kind}
        </Text>{" "}
        <Text component="span" className="quiet">
          from {event.source}
        </Text>
        <Text className="wrap">{event.error?.message ?? event.note ?? "Being handled."}</Text>
        <Text size="sm" className="quiet wrap">
          <When iso={event.receivedAt} />
          {event.opportunityId && `, opportunity ${event.opportunityId}`}
          {event.attempts > 0 && `, tried ${event.attempts} times`}
        </Text>
        {retry.error && <Problem error={retry.error} />}
      </div>
      <Group gap="xs" align="flex-start" justify="flex-end">
        <StatusBadge status={event.status} />
        {event.status === "failed" && (
          <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate(event.id)}>
            Run again
          </Button>
        )}
      </Group>
    </div>
  );
};
