import { NativeSelect, TextInput } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useSearchParams } from "wouter";
import type { LedgerFilters as Filters } from "../api/trail.ts";
import { useSearchParam } from "../parts/search-param.ts";
import { LEDGER_TYPES } from "./ledger-words.ts";

/** What the address asks for. */
export const useLedgerFilters = (): Filters => {
  const [params] = useSearchParams();
  const read = (name: string): string | undefined => params.get(name) ?? undefined;
  return { caseId: read("case"), type: read("type"), actor: read("by"), day: read("until") };
};

const TYPES = Object.entries(LEDGER_TYPES)
  .map(([value, label]) => ({ value, label }))
  .toSorted((a, b) => a.label.localeCompare(b.label, "en"));

/** What, by whom and until when: kept in the address. */
export const LedgerFilters = () => {
  const [type, setType] = useSearchParam("type");
  const [actor, setActor] = useSearchParam("by");
  const [until, setUntil] = useSearchParam("until");
  return (
    <div className="ledger-filters">
      <NativeSelect
        label="What"
        value={type ?? ""}
        data={[{ value: "", label: "Everything" }, ...TYPES]}
        onChange={({ currentTarget: { value } }) => setType(value || null)}
      />
      <Actor key={actor} actor={actor ?? ""} onChange={setActor} />
      <TextInput
        type="date"
        label="Until"
        value={until ?? ""}
        onChange={({ currentTarget: { value } }) => setUntil(value || null)}
      />
    </div>
  );
};

/** Asked for when somebody is done typing: half a name is nobody's. */
const Actor = ({ actor, onChange }: { actor: string; onChange(actor: string | null): void }) => {
  const [typed, setTyped] = useState(actor);
  const ask = (): void => {
    if (typed.trim() !== actor) onChange(typed.trim() || null);
  };
  return (
    <TextInput
      label="By whom"
      placeholder="As entries have it, such as policy"
      value={typed}
      onChange={({ currentTarget: { value } }) => setTyped(value)}
      onBlur={ask}
      onKeyDown={({ key }: KeyboardEvent) => {
        if (key === "Enter") ask();
      }}
    />
  );
};
