import { Button, Select } from "@mantine/core";
import { IconCalendarSearch } from "@tabler/icons-react";
import { memo, useState } from "react";
import { useTryPlan } from "../api/changes.ts";
import { useCases, useSandboxCandidates, useStatus } from "../api/queries.ts";
import { ProblemNote } from "../parts/states.tsx";
import type { PlanStore } from "./plan-store.ts";
import { TrialResult } from "./trial-result.tsx";
import { usePicked } from "./use-plan.ts";

/** The times that this very text would give for a real candidate. Nothing is saved, held or sent by it. */
export const TryPanel = memo(({ store, canTry }: { store: PlanStore; canTry: boolean }) => {
  const [opportunityId, choose] = useState<string | null>(null);
  const attempt = useTryPlan();
  const tried = attempt.variables?.source;
  const isOld = usePicked(store, (one) => tried !== undefined && one.text() !== tried);
  return (
    <section className="panel plan-try" aria-labelledby="try">
      <div>
        <h2 id="try">Try it now</h2>
        <p className="quiet">
          The times that this text would give for a real candidate, by everybody’s calendar as it
          is. Nothing is saved, held or sent.
        </p>
      </div>
      <form
        className="plan-try-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (opportunityId !== null) attempt.mutate({ source: store.text(), opportunityId });
        }}
      >
        <CandidateSelect value={opportunityId} onChange={choose} />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconCalendarSearch size={16} aria-hidden />}
          disabled={opportunityId === null || !canTry}
          loading={attempt.isPending}
        >
          Find times
        </Button>
      </form>
      <div role="status" className="plan-trial">
        {attempt.data && <TrialResult trial={attempt.data} isOld={isOld} />}
      </div>
      {attempt.error && <ProblemNote error={attempt.error} />}
    </section>
  );
});

interface CandidateSelectProps {
  value: string | null;
  onChange(opportunityId: string | null): void;
}

/** Lever's own ids, alone or at the end of an address. */
const OPPORTUNITY = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** By name, or by the address of the candidate in Lever. */
const CandidateSelect = ({ value, onChange }: CandidateSelectProps) => {
  const [search, setSearch] = useState("");
  const isSandbox = useStatus().data?.sandbox ?? false;
  const cases = useCases(undefined).data ?? [];
  const candidates = useSandboxCandidates(isSandbox).data?.items ?? [];
  const options = new Map<string, string>();
  for (const case_ of cases) {
    options.set(
      case_.opportunityId,
      `${case_.candidateName} · ${case_.postingTitle} · ${case_.stageName}`,
    );
  }
  for (const { id, name, postingTitle, stageName } of candidates) {
    if (!options.has(id)) options.set(id, `${name} · ${postingTitle} · ${stageName}`);
  }
  const [pasted] = OPPORTUNITY.exec(search) ?? [];
  if (pasted !== undefined && !options.has(pasted)) options.set(pasted, `Candidate ${pasted}`);
  return (
    <Select
      label="Candidate"
      placeholder="A name, or the candidate’s address in Lever"
      searchable
      selectFirstOptionOnChange
      clearable
      limit={50}
      maxDropdownHeight={320}
      nothingFoundMessage="Nobody here has that name. Paste the candidate’s address in Lever."
      data={[...options].map(([id, label]) => ({ value: id, label }))}
      filter={({ options: all, search: typed }) =>
        all.filter(
          (option) =>
            "value" in option &&
            (option.value === pasted || option.label.toLowerCase().includes(typed.toLowerCase())),
        )
      }
      value={value}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={onChange}
    />
  );
};
