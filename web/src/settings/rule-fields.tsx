import { Button, MultiSelect, NumberInput, Select, Switch, TagsInput } from "@mantine/core";
import { useState } from "react";
import type { Ask, PolicyRule } from "../../../src/domain/policy.ts";
import { KIND_WORDS } from "../../../src/domain/policy-words.ts";
import { useSandboxStages, useStatus } from "../api/queries.ts";
import { DOINGS, doingOf, withDoing } from "./rule-words.ts";

const NAMED = [
  { name: "stages", label: "Stages" },
  { name: "teams", label: "Teams" },
  { name: "postings", label: "Postings" },
  { name: "plans", label: "Plans" },
] as const;
type Named = (typeof NAMED)[number]["name"];
/** What most rules say; the rest is shown when it is asked for, or said. */
const FIRST: readonly Named[] = ["stages", "teams", "postings"];

const CHOSEN = [
  {
    name: "kinds",
    label: "What",
    data: KIND_WORDS.map(([value, label]) => ({ value, label })),
  },
  {
    name: "audiences",
    label: "Who sees it",
    data: [
      { value: "internal", label: "Your team" },
      { value: "candidate", label: "The candidate" },
    ],
  },
  {
    name: "risks",
    label: "Risk",
    data: [
      { value: "low", label: "Low" },
      { value: "medium", label: "Medium" },
      { value: "high", label: "High" },
    ],
  },
] as const;

interface RuleFieldsProps {
  rule: PolicyRule;
  number: number;
  isLocked: boolean;
  onChange(rule: PolicyRule): void;
}

/** One rule: what it is about, and what is done. */
export const RuleFields = (props: RuleFieldsProps) => {
  const { rule, number, isLocked, onChange } = props;
  const saysMore = Boolean(rule.plans ?? rule.kinds ?? rule.audiences ?? rule.risks);
  const [isWhole, setWhole] = useState(saysMore);
  return (
    <fieldset className="rule-fields" disabled={isLocked}>
      <legend>Rule {number}</legend>
      {NAMED.filter(({ name }) => isWhole || saysMore || FIRST.includes(name)).map((field) => (
        <NamedField key={field.name} {...props} field={field} />
      ))}
      {(isWhole || saysMore) &&
        CHOSEN.map((field) => <ChosenField key={field.name} {...props} field={field} />)}
      <Select
        label="Then"
        data={DOINGS}
        value={doingOf(rule)}
        allowDeselect={false}
        onChange={(value) => {
          const chosen = DOINGS.find((each) => each.value === value);
          if (chosen) onChange(withDoing(rule, chosen.value));
        }}
      />
      {rule.answer?.do === "ask" && (
        <AskFields ask={rule.answer} onChange={(answer) => onChange({ ...rule, answer })} />
      )}
      {rule.answer?.do === "perform" && (
        <NumberInput
          label="After"
          suffix=" minutes"
          placeholder="at once"
          min={1}
          max={10_080}
          allowDecimal={false}
          value={rule.answer.afterMinutes ?? ""}
          onChange={(minutes) =>
            onChange({
              ...rule,
              answer: {
                do: "perform",
                ...(typeof minutes === "number" && { afterMinutes: minutes }),
              },
            })
          }
        />
      )}
      {!isWhole && !saysMore && !isLocked && (
        <Button
          className="rule-more"
          size="compact-sm"
          variant="subtle"
          onClick={() => setWhole(true)}
        >
          More conditions<span className="sr-only"> of rule {number}</span>
        </Button>
      )}
    </fieldset>
  );
};

/** The rule with a list, or without it when it is empty. */
const withList = (
  rule: PolicyRule,
  name: Named | (typeof CHOSEN)[number]["name"],
  list: string[],
): PolicyRule => {
  const { [name]: _, ...rest } = rule;
  return list.length === 0 ? rest : { ...rest, [name]: list };
};

const NamedField = ({
  rule,
  field: { name, label },
  onChange,
}: RuleFieldsProps & { field: (typeof NAMED)[number] }) => {
  const isSandbox = useStatus().data?.sandbox ?? false;
  const stages = useSandboxStages(isSandbox).data?.items ?? [];
  return (
    <TagsInput
      label={label}
      {...(rule[name] === undefined && { placeholder: "any" })}
      value={rule[name] ?? []}
      data={name === "stages" ? stages.map(({ text }) => text) : []}
      onChange={(list) => onChange(withList(rule, name, list))}
    />
  );
};

const ChosenField = ({
  rule,
  field: { name, label, data },
  onChange,
}: RuleFieldsProps & { field: (typeof CHOSEN)[number] }) => (
  <MultiSelect
    label={label}
    {...(rule[name] === undefined && { placeholder: "any" })}
    value={rule[name] ?? []}
    data={[...data]}
    onChange={(list) => onChange(withList(rule, name, list))}
  />
);

const without = (ask: Ask, ...names: (keyof Ask)[]): Ask =>
  // What is taken away is optional.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  Object.fromEntries(Object.entries(ask).filter(([name]) => !names.some((n) => n === name))) as Ask;

/** Of whom it is asked, until when, and then what. */
const AskFields = ({ ask, onChange }: { ask: Ask; onChange(ask: Ask): void }) => (
  <>
    <MultiSelect
      label="Ask"
      {...(ask.of === undefined && { placeholder: "whoever may decide" })}
      data={[
        { value: "recruiter", label: "Recruiters" },
        { value: "admin", label: "Admins" },
      ]}
      value={ask.of ?? []}
      onChange={(list) => {
        const of = (["recruiter", "admin"] as const).filter((role) => list.includes(role));
        onChange(of.length === 0 ? without(ask, "of") : { ...ask, of });
      }}
    />
    <TagsInput
      label="Or these people"
      placeholder="by their addresses"
      value={ask.people ?? []}
      onChange={(people) =>
        onChange(people.length === 0 ? without(ask, "people") : { ...ask, people })
      }
    />
    <Switch
      className="rule-switch"
      label="Two people"
      checked={ask.fourEyes === true}
      onChange={({ currentTarget: { checked } }) =>
        onChange(checked ? { ...ask, fourEyes: true } : without(ask, "fourEyes"))
      }
    />
    <NumberInput
      label="For"
      suffix=" hours"
      placeholder="as everything"
      min={1}
      max={720}
      allowDecimal={false}
      value={ask.hours ?? ""}
      onChange={(hours) =>
        onChange(
          typeof hours === "number" ? { ...ask, hours } : without(ask, "hours", "afterwards"),
        )
      }
    />
    {ask.hours !== undefined && (
      <Select
        label="After that"
        data={[
          { value: "end", label: "It ends" },
          { value: "ask_admins", label: "Ask admins too" },
        ]}
        value={ask.afterwards ?? "end"}
        allowDeselect={false}
        onChange={(chosen) =>
          onChange(
            chosen === "ask_admins" ? { ...ask, afterwards: chosen } : without(ask, "afterwards"),
          )
        }
      />
    )}
  </>
);
