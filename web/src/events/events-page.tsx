import "../styles/lists.css";
import "../styles/events.css";
import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { Link } from "wouter";
import type { EventItem } from "../../../src/http/api/schemas.ts";
import { useRetryEvent } from "../api/changes.ts";
import { useEvents } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { StatusBadge } from "../parts/badge.tsx";
import { Copy } from "../parts/copy.tsx";
import { FilterChips } from "../parts/filter-chips.tsx";
import { Page } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Empty, Loaded, ShowMore } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";
import { eventInWords } from "../parts/words.ts";

const STATUSES: { value: EventItem["status"]; label: string }[] = [
  { value: "failed", label: "Failed" },
  { value: "waiting", label: "In the queue" },
  { value: "handled", label: "Handled" },
  { value: "ignored", label: "Ignored" },
];

const STATUS_WORDS: Partial<Record<EventItem["status"], string>> = { waiting: "In the queue" };

/** What came in, and what became of it. */
export const EventsPage = () => {
  const [param] = useSearchParam("status");
  const status = STATUSES.find(({ value }) => value === param)?.value;
  const query = useEvents(status);
  return (
    <Page
      title="Events"
      lead="What came in from Lever, from calendars, from automation and from the clock, and what became of it."
    >
      <FilterChips param="status" label="Status" options={STATUSES} />
      <Loaded query={query}>
        {(events) =>
          events.length === 0 ? (
            <div className="panel">
              <Empty title={status === "failed" ? "Nothing failed" : "No event here"}>
                <p>Every event is kept here, also those that Convene has nothing to do for.</p>
              </Empty>
            </div>
          ) : (
            <>
              <ul className="list panel" aria-label="Events">
                {events.map((event) => (
                  <EventRow key={event.id} event={event} />
                ))}
              </ul>
              <ShowMore query={query} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

const EventRow = ({ event }: { event: EventItem }) => {
  const retry = useRetryEvent();
  const mayDecide = useMayDecide();
  return (
    <li className="list-row event-row">
      <StatusBadge status={event.status} words={STATUS_WORDS[event.status]} />
      <div className="list-what">
        <span className="strong">{eventInWords(event.kind)}</span>
        {event.error ? (
          <p className="list-problem">{event.error.message}</p>
        ) : (
          <p className="quiet">{event.note ?? "Waits for its turn."}</p>
        )}
        <span className="event-facts small quiet">
          {event.caseId !== null && <Link href={`/cases/${event.caseId}`}>Case</Link>}
          {event.error && <span>code {event.error.code}</span>}
          {event.attempts > 0 && (
            <span>{event.attempts === 1 ? "tried once" : `tried ${event.attempts} times`}</span>
          )}
          <Copy
            value={event.correlationId}
            what="correlation id"
            short={`${event.correlationId.slice(0, 11)}…`}
          />
        </span>
      </div>
      <span className="quiet small">
        <When iso={event.receivedAt} />
      </span>
      {event.status === "failed" && mayDecide ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={retry.isPending}
          onClick={() =>
            retry.mutate(event.id, {
              onSuccess: () => tellDone("It is back in the queue, in its old place."),
              onError: tellProblem,
            })
          }
        >
          Run again
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
};
