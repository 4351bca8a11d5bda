import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import type { ScoredItinerary } from "../../../src/domain/proposal.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { dayInWords, localTime } from "../parts/time.ts";
import { When } from "../parts/when.tsx";
import { laneOf } from "./lanes.ts";
import { WeekGrid, WeekLegend } from "./week-grid.tsx";
import { WeekInWords } from "./week-in-words.tsx";
import { addDays, mondayOf } from "./week-model.ts";

interface WeekProps {
  /** The one that is looked at comes first. */
  itineraries: ScoredItinerary[];
  zone: string;
  people: ProposalDetail["calendar"]["people"];
  proposal: ProposalDetail;
  tools: React.ReactNode;
  onChoose?: (startsAt: string) => void;
}

/** Everybody's busy time with the offered times laid over it, one week at a time. */
export const Week = ({ itineraries, zone, people, proposal, tools, onChoose }: WeekProps) => {
  const [chosen] = itineraries;
  const sessions = itineraries.flatMap((itinerary) => itinerary.sessions);
  const home = mondayOf(localTime(sessions[0]?.startsAt ?? proposal.createdAt, zone).date);
  const [monday, setMonday] = useState(home);
  const first = mondayOf(localTime(proposal.calendar.readAt, zone).date);
  const last = mondayOf(
    sessions
      .map(({ startsAt }) => localTime(startsAt, zone).date)
      .reduce((a, b) => (a > b ? a : b)),
  );
  return (
    <>
      <div className="week-tools">
        <ActionIcon
          variant="default"
          size="sm"
          aria-label="Week before"
          disabled={monday <= first}
          onClick={() => setMonday(addDays(monday, -7))}
        >
          <IconChevronLeft size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="sm"
          aria-label="Week after"
          disabled={monday >= last}
          onClick={() => setMonday(addDays(monday, 7))}
        >
          <IconChevronRight size={14} aria-hidden />
        </ActionIcon>
        <span className="small strong num">Week of {dayInWords(monday)}</span>
        <span className="week-tools-right">{tools}</span>
      </div>
      <WeekInWords sessions={chosen?.sessions ?? []} people={people} zone={zone} />
      <WeekGrid
        {...{ monday, itineraries, zone, people }}
        nameOf={(sessionId) => nameOf(sessionId, proposal)}
        readAt={proposal.calendar.readAt}
        laneOf={(email) => laneOf(email, proposal.calendar.people)}
        {...(onChoose && { onChoose })}
      />
      <div className="week-foot small quiet">
        <WeekLegend people={people} />
        <span>
          read <When iso={proposal.calendar.readAt} isRelative />
        </span>
      </div>
    </>
  );
};

/** A session's name where there are several to tell apart. */
const nameOf = (sessionId: string, { payload }: ProposalDetail): string | null =>
  payload.sessions.length === 1
    ? null
    : (payload.sessions.find((session) => session.sessionId === sessionId)?.name ?? null);
