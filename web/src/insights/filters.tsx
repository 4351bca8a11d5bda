import { NativeSelect, TextInput, UnstyledButton } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useSearchParams } from "wouter";
import type { InsightsAnswer } from "../../../src/http/api/insights-schemas.ts";
import { type InsightFilters, insightsCsvPath } from "../api/queries.ts";

const SPANS = [
  { label: "4 weeks", days: 28 },
  { label: "12 weeks", days: 84 },
  { label: "A year", days: 365 },
];

/** What the address asks for. */
export const useInsightFilters = (): [InsightFilters, (changes: InsightFilters) => void] => {
  const [params, setParams] = useSearchParams();
  const read = (name: string): string | undefined => params.get(name) ?? undefined;
  const filters = {
    from: read("from"),
    to: read("to"),
    team: read("team"),
    posting: read("posting"),
  };
  const change = (changes: InsightFilters): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined || value === "") next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return [filters, change];
};

/** The day so many days before, the first one counted: `2026-11-23`, 28 → `2026-10-27`. */
const firstDay = (last: string, days: number): string =>
  new Date(Date.parse(`${last}T12:00:00Z`) - (days - 1) * 86_400_000).toISOString().slice(0, 10);

const LONGEST_MS = 731 * 86_400_000;

/** Why these days cannot be asked for; null: they can. */
export const faultOf = ({ from, to }: InsightFilters): string | null => {
  if (from === undefined || to === undefined) return null;
  if (to < from) return "Must not be before the first day";
  return Date.parse(to) - Date.parse(from) < LONGEST_MS ? null : "Two years at most";
};

interface FiltersProps {
  shown: InsightsAnswer;
  filters: InsightFilters;
  onChange(changes: InsightFilters): void;
}

/** Which days, of whom, and the same as a file. */
export const Filters = ({ shown, filters, onChange }: FiltersProps) => (
  <div className="insight-filters">
    <div className="filter-chips" role="group" aria-label="How long until the last day">
      {SPANS.map(({ label, days }) => (
        <UnstyledButton
          key={label}
          className="chip"
          aria-pressed={shown.from === firstDay(shown.to, days)}
          onClick={() => onChange({ from: firstDay(shown.to, days), to: shown.to })}
        >
          {label}
        </UnstyledButton>
      ))}
    </div>
    <TextInput
      type="date"
      label="From"
      value={filters.from ?? shown.from}
      max={filters.to ?? shown.to}
      onChange={({ currentTarget: { value } }) =>
        onChange({ from: value, to: filters.to ?? shown.to })
      }
    />
    <TextInput
      type="date"
      label="To"
      value={filters.to ?? shown.to}
      min={filters.from ?? shown.from}
      error={faultOf(filters)}
      onChange={({ currentTarget: { value } }) =>
        onChange({ from: filters.from ?? shown.from, to: value })
      }
    />
    <NativeSelect
      label="Team"
      value={filters.team ?? ""}
      data={[
        { value: "", label: "All teams" },
        ...shown.teams.map((team) => ({ value: team, label: team })),
      ]}
      onChange={({ currentTarget: { value } }) => onChange({ team: value })}
    />
    <NativeSelect
      label="Posting"
      value={filters.posting ?? ""}
      data={[
        { value: "", label: "All postings" },
        ...shown.postings.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      onChange={({ currentTarget: { value } }) => onChange({ posting: value })}
    />
    <a className="insight-export" href={insightsCsvPath(filters)} download>
      <IconDownload size={16} aria-hidden />
      Export CSV
    </a>
  </div>
);
