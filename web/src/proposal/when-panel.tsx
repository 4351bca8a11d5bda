import { Select, Switch } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { ActionIcon } from "@mantine/core";
import { useState } from "react";
import type { ScoredSlot } from "../../../src/domain/proposal.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { Initials } from "../parts/initials.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { dayInWords, localTime, zoneName } from "../parts/time.ts";
import { When } from "../parts/when.tsx";
import { OtherTimes } from "./other-times.tsx";
import { WeekGrid, WeekLegend, WeekInWords } from "./week-grid.tsx";
import { addDays, mondayOf } from "./week-model.ts";

interface WhenPanelProps {
  proposal: ProposalDetail;
  /** The slot that is looked at: the proposed one or another of those offered. */
  slot: ScoredSlot;
  whenCandidate: string;
  whenPanel: { name: string; when: string }[];
  /** Absent: nothing can be chosen any more. */
  onChoose?: (startsAt: string) => void;
}

/** When, in the words of each who is there, and on a week over everybody's busy time. */
export const WhenPanel = ({
  proposal,
  slot,
  whenCandidate,
  whenPanel,
  onChoose,
}: WhenPanelProps) => {
  const { payload, calendar } = proposal;
  const [zoneParam, setZone] = useSearchParam("zone");
  const zones = zonesOf(proposal);
  const zone = zones.some(({ value }) => value === zoneParam)
    ? (zoneParam ?? "")
    : payload.candidate.zone;
  const [isEverybody, setEverybody] = useState(false);
  const inPanel = new Set(slot.panel.map(({ email }) => email));
  const people = isEverybody
    ? calendar.people
    : calendar.people.filter(({ email, readable }) => inPanel.has(email) || !readable);
  const slots = [slot, ...[proposal.slot, ...proposal.alternatives].filter((s) => s !== slot)];
  return (
    <section className="panel when" aria-labelledby="when">
      <h2 id="when" className="when-candidate">
        {whenCandidate}
      </h2>
      <p className="small quiet">
        {payload.candidate.name}’s time
        {payload.candidate.zoneSource === "company" && ", as far as is known"} ·{" "}
        {payload.durationMinutes} minutes, {FORMATS[payload.format]}
      </p>
      <ul className="when-people">
        {whenPanel.map(({ name, when }, index) => {
          const member = calendar.people.find((person) => person.name === name);
          const role = proposal.payload.panel.find((person) => person.name === name)?.role;
          return (
            <li key={name}>
              <Initials name={name} lane={member ? laneOf(member.email, calendar.people) : index} />
              <span>
                <span className="strong">{name}</span>
                {role !== undefined && <span className="quiet">, {role}</span>}
              </span>
              <span className="quiet num small">{shortWhen(when, whenCandidate)}</span>
            </li>
          );
        })}
      </ul>
      <Week
        key={slot.startsAt + zone}
        {...{ slots, zone, people, proposal }}
        {...(onChoose && { onChoose })}
        tools={
          <>
            {calendar.people.length > slot.panel.length && (
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
      <OtherTimes
        proposed={proposal.slot}
        alternatives={proposal.alternatives}
        chosen={slot}
        zone={zone}
        people={calendar.people}
        {...(onChoose && { onChoose })}
      />
    </section>
  );
};

interface WeekProps {
  /** The slot that is looked at comes first. */
  slots: ScoredSlot[];
  zone: string;
  people: ProposalDetail["calendar"]["people"];
  proposal: ProposalDetail;
  tools: React.ReactNode;
  onChoose?: (startsAt: string) => void;
}

const Week = ({ slots, zone, people, proposal, tools, onChoose }: WeekProps) => {
  const [chosen] = slots;
  const home = mondayOf(localTime(chosen?.startsAt ?? proposal.createdAt, zone).date);
  const [monday, setMonday] = useState(home);
  const first = mondayOf(localTime(proposal.calendar.readAt, zone).date);
  const last = mondayOf(
    slots.map(({ startsAt }) => localTime(startsAt, zone).date).reduce((a, b) => (a > b ? a : b)),
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
      <WeekInWords slot={chosen} people={people} zone={zone} />
      <WeekGrid
        {...{ monday, slots, zone, people }}
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

const FORMATS = { video: "by video", phone: "by phone", onsite: "on site" };

const laneOf = (email: string, people: ProposalDetail["calendar"]["people"]): number =>
  Math.max(
    0,
    people.findIndex((person) => person.email === email),
  );

/** Only what differs from the candidate's time: the day is said once where it is the same. */
const shortWhen = (when: string, whenCandidate: string): string => {
  if (when === whenCandidate) return "same time";
  const [day, ...rest] = when.split(", ");
  return day === whenCandidate.split(", ")[0] ? rest.join(", ") : when;
};

/** Each zone once, with whose it is. The candidate's comes first. */
const zonesOf = ({ payload, calendar }: ProposalDetail): { value: string; label: string }[] => {
  const names = new Map<string, string[]>([[payload.candidate.zone, [payload.candidate.name]]]);
  const inPanel = new Set(payload.panel.map(({ email }) => email));
  for (const person of calendar.people.filter(({ email }) => inPanel.has(email))) {
    names.set(person.zone, [...(names.get(person.zone) ?? []), person.name]);
  }
  return [...names].map(([value, whose]) => ({
    value,
    label: `${zoneName(value)} (${whose.map(firstName).join(", ")})`,
  }));
};

const firstName = (name: string): string => name.split(" ")[0] ?? name;
