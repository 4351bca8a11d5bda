import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { AedtView } from "../../../src/http/api/aedt-routes.ts";
import { useRecordAedt } from "../api/law.ts";
import { usePostings } from "../api/queries.ts";
import { faultsByPath } from "../parts/faults.ts";
import { tellDone } from "../parts/tell.ts";
import { ProblemNote } from "../parts/states.tsx";

type Feature = AedtView["postings"][number]["features"][number]["feature"];

export const FEATURES: Record<Feature, string> = {
  synthesis: "Synthesis of feedback",
  stage_rule: "Rule that moves candidates on",
};

const KINDS = [
  { value: "notice", label: "A notice was given to candidates" },
  { value: "audit", label: "A bias audit was finished" },
  { value: "is", label: "It counts as such a tool" },
  { value: "is_not", label: "It does not count as such a tool" },
];
type Kind = "notice" | "audit" | "is" | "is_not";
const isKind = (text: string | null): text is Kind => KINDS.some(({ value }) => value === text);
const isFeature = (text: string | null): text is Feature => text !== null && text in FEATURES;

/** Something to record, by an admin. It stands in the ledger. */
export const AedtForm = ({ view: { today } }: { view: AedtView }) => {
  const record = useRecordAedt();
  const postings = usePostings().data?.items ?? [];
  const [kind, setKind] = useState<Kind>("notice");
  const [feature, setFeature] = useState<Feature | null>(null);
  const [postingId, setPostingId] = useState<string | null>(null);
  const [dated, setDated] = useState(today);
  const [note, setNote] = useState("");
  const faults = faultsByPath(record.error);
  const save = (): void => {
    const of = { postingId, feature, dated, note };
    const said =
      kind === "notice" || kind === "audit"
        ? ({ kind, ...of } as const)
        : ({ kind: "class", isClassed: kind === "is", ...of } as const);
    record.mutate(said, {
      onSuccess: () => {
        setNote("");
        tellDone("Recorded. It stands in the ledger.");
      },
    });
  };
  return (
    <fieldset className="assessment">
      <legend>Record something</legend>
      <Select
        label="What"
        data={KINDS}
        value={kind}
        allowDeselect={false}
        onChange={(value) => isKind(value) && setKind(value)}
      />
      <Select
        label="Feature"
        placeholder="Both"
        clearable
        data={Object.entries(FEATURES).map(([value, label]) => ({ value, label }))}
        value={feature}
        onChange={(value) => setFeature(isFeature(value) ? value : null)}
      />
      <Select
        label="Posting"
        placeholder="All"
        clearable
        searchable
        data={postings.map(({ id, title }) => ({ value: id, label: title }))}
        value={postingId}
        onChange={setPostingId}
      />
      <TextInput
        label="Date"
        type="date"
        required
        value={dated}
        error={faults.get("dated")}
        onChange={({ currentTarget: { value } }) => setDated(value)}
      />
      <TextInput
        label="Where the record is kept"
        description="A link, or a few words."
        required
        maxLength={1_000}
        value={note}
        error={faults.get("note")}
        onChange={({ currentTarget: { value } }) => setNote(value)}
      />
      {record.error && faults.size === 0 && <ProblemNote error={record.error} />}
      <div>
        <Button
          variant="default"
          loading={record.isPending}
          disabled={dated === "" || note.trim() === ""}
          onClick={save}
        >
          Record
        </Button>
      </div>
    </fieldset>
  );
};
