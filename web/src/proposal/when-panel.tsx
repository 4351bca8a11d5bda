import { Select, Switch } from "@mantine/core";
import { useState } from "react";
import type { ScoredItinerary } from "../../../src/domain/proposal.ts";
import type { ProposalDetail, RenderedBooking } from "../../../src/http/api/schemas.ts";
import { useSearchParam } from "../parts/search-param.ts";
import { zoneName } from "../../../src/domain/zone-names.ts";
import { OnlySession } from "./only-session.tsx";
import { OtherTimes } from "./other-times.tsx";
import { panelOf, startOf } from "./schedule-model.ts";
import { Schedule, ScheduleHead } from "./schedule.tsx";
import { Week } from "./week.tsx";

interface WhenPanelProps {
  proposal: ProposalDetail;
  /** What is looked at: the proposed times or others of those offered. */
  itinerary: ScoredItinerary;
  rendered: RenderedBooking;
  /** Absent: nothing can be chosen any more. */
  onChoose?: (startsAt: string) => void;
}

/** When, in the words of each who is there, and on a week over everybody's busy time. */
export const WhenPanel = ({ proposal, itinerary, rendered, onChoose }: WhenPanelProps) => {
  const { payload, calendar } = proposal;
  const [zoneParam, setZone] = useSearchParam("zone");
  const zones = zonesOf(proposal, itinerary);
  const zone = zones.some(({ value }) => value === zoneParam)
    ? (zoneParam ?? "")
    : payload.candidate.zone;
  const [isEverybody, setEverybody] = useState(false);
  const inPanel = new Set(panelOf(itinerary));
  const people = isEverybody
    ? calendar.people
    : calendar.people.filter(({ email, readable }) => inPanel.has(email) || !readable);
  const offered = [proposal.itinerary, ...proposal.alternatives];
  const itineraries = [itinerary, ...offered.filter((other) => other !== itinerary)];
  const isOne = payload.sessions.length === 1;
  // Those of several sessions stand above the schedule, and are told on the same clock.
  const otherTimes = (
    <OtherTimes
      proposed={proposal.itinerary}
      alternatives={proposal.alternatives}
      chosen={itinerary}
      zone={isOne ? zone : payload.candidate.zone}
      people={calendar.people}
      {...(onChoose && { onChoose })}
    />
  );
  return (
    <section className="panel when" aria-labelledby="when">
      {payload.offer && (
        <p className="note">
          The candidate chooses one of {payload.offer.times.length} times on their page; the mail
          lists them. Each is held until then, and what is chosen is booked without asking again.
        </p>
      )}
      {isOne ? (
        <OnlySession proposal={proposal} rendered={rendered} />
      ) : (
        <>
          <ScheduleHead proposal={proposal} itinerary={itinerary} />
          {otherTimes}
          <Schedule proposal={proposal} itinerary={itinerary} />
        </>
      )}
      <Week
        key={startOf(itinerary) + zone}
        {...{ itineraries, zone, people, proposal }}
        {...(onChoose && { onChoose })}
        tools={
          <>
            {calendar.people.length > inPanel.size && (
              <Switch
                size="xs"
                label={`All ${calendar.people.length} people`}
                checked={isEverybody}
                onChange={(event) => setEverybody(event.currentTarget.checked)}
              />
            )}
            <Select
              size="xs"
              w={210}
              aria-label="Show the week in"
              data={zones}
              value={zone}
              onChange={(value) => setZone(value === payload.candidate.zone ? null : value)}
              allowDeselect={false}
              comboboxProps={{ withinPortal: true }}
            />
          </>
        }
      />
      {isOne && otherTimes}
    </section>
  );
};

/** Each zone once, with whose it is. The candidate's comes first. */
const zonesOf = (
  { payload, calendar }: ProposalDetail,
  itinerary: ScoredItinerary,
): { value: string; label: string }[] => {
  const names = new Map<string, string[]>([[payload.candidate.zone, [payload.candidate.name]]]);
  const inPanel = new Set(panelOf(itinerary));
  for (const person of calendar.people.filter(({ email }) => inPanel.has(email))) {
    names.set(person.zone, [...(names.get(person.zone) ?? []), person.name]);
  }
  return [...names].map(([value, whose]) => ({
    value,
    label: `${zoneName(value)} (${firstNames(whose)})`,
  }));
};

const MOST_NAMES = 2;

const firstNames = (names: string[]): string => {
  const first = names.map((name) => name.split(" ")[0] ?? name);
  return first.length > MOST_NAMES ? `${first[0]} + ${first.length - 1}` : first.join(", ");
};
