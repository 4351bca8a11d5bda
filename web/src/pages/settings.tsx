/** How much Convene may do by itself, and the switch that stops it. */
import { ActionIcon, Button, Card, Group, NumberInput, Radio, Select, SimpleGrid, Stack, TagsInput, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconTrash } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { ModeName, Policy, PolicyRule } from "../../../src/domain/policy.ts";
import { usePause, usePolicy, useSavePolicy, useStatus } from "../api/queries.ts";
import { Page } from "../parts/page.tsx";
import { Loaded, Problem } from "../parts/states.tsx";

const MODES: { value: ModeName; title: string; words: string }[] = [
  {
    value: "silent",
    title: "Silent",
    words: "Watches and records what it would have done. Books nothing, sends nothing.",
  },
  {
    value: "assisted",
    title: "Assisted",
    words: "Low-risk internal work is done. Everything that a candidate would see waits for a person.",
  },
  {
    value: "managed",
    title: "Managed",
    words: "Books and confirms by itself. What is high risk or evaluative still waits for a person.",
  },
];

/** The settings. */
export const Settings = () => {
  const policy = usePolicy();
  return (
    <Page title="Settings">
      <Stack gap="xl" maw={860}>
        <PauseSwitch />
        <Loaded query={policy}>{(data) => <PolicyForm key={data.version} saved={data} />}</Loaded>
      </Stack>
    </Page>
  );
};

const PauseSwitch = () => {
  const { data } = useStatus();
  const pause = usePause();
  if (!data) return null;
  return (
    <section aria-label="Effects">
      <Title order={2} size="h5" mb="xs">
        Effects
      </Title>
      <Group justify="space-between" className="paper" p="md">
        <Text flex={1} miw={220}>
          {data.paused
            ? "All effects are paused in every process. Events are still taken in."
            : "Approved work is done as it comes. A pause stops every effect in every process at once."}
        </Text>
        <Button
          variant={data.paused ? "filled" : "default"}
          loading={pause.isPending}
          onClick={() => pause.mutate(!data.paused)}
        >
          {data.paused ? "Resume effects" : "Pause all effects"}
        </Button>
      </Group>
      {pause.error && <Problem error={pause.error} />}
    </section>
  );
};

const PolicyForm = ({ saved }: { saved: Policy & { version: number } }) => {
  const [draft, setDraft] = useState(saved);
  const save = useSavePolicy();
  useEffect(() => setDraft(saved), [saved]);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);
  const setRule = (index: number, rule: PolicyRule | null): void => {
    const rules = draft.rules.map((other, i) => (i === index ? rule : other));
    setDraft({ ...draft, rules: rules.filter((other) => other !== null) });
  };
  return (
    <Stack gap="xl">
      <Radio.Group
        label={
          <Title order={2} size="h5">
            Mode
          </Title>
        }
        description="What counts where no rule says otherwise."
        value={draft.defaultMode}
        onChange={(value) => setDraft({ ...draft, defaultMode: value as ModeName })}
      >
        <SimpleGrid cols={{ base: 1, sm: 3 }} mt="sm">
          {MODES.map((mode) => (
            <Radio.Card key={mode.value} value={mode.value} p="md" radius="md">
              <Group wrap="nowrap" align="flex-start" gap="sm">
                <Radio.Indicator />
                <div>
                  <Text fw={600}>{mode.title}</Text>
                  <Text size="sm" className="quiet">
                    {mode.words}
                  </Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
      <section aria-label="Rules">
        <Title order={2} size="h5" mb="xs">
          Rules
        </Title>
        <Text size="md" className="quiet" mb="sm">
          The first rule that matches counts. Names must fit exactly as they stand in Lever.
        </Text>
        <Stack gap="sm">
          {draft.rules.map((rule, index) => (
            <RuleCard key={index} rule={rule} number={index + 1} onChange={(next) => setRule(index, next)} />
          ))}
          <Group>
            <Button
              variant="default"
              onClick={() =>
                setDraft({ ...draft, rules: [...draft.rules, { stages: ["Phone Screen"], mode: "silent" }] })
              }
            >
              Add a rule
            </Button>
          </Group>
        </Stack>
      </section>
      <NumberInput
        label="A proposal waits for a person at most (hours)"
        min={1}
        max={720}
        w={320}
        maw="100%"
        value={draft.expireHours}
        onChange={(value) => setDraft({ ...draft, expireHours: Number(value) || 1 })}
      />
      {save.error && <Problem error={save.error} />}
      <Group>
        <Button
          disabled={!isChanged}
          loading={save.isPending}
          onClick={() =>
            save.mutate(draft, {
              onSuccess: () => notifications.show({ message: "The policy is in force." }),
            })
          }
        >
          Save policy
        </Button>
        <Text size="sm" className="quiet">
          Version {saved.version} is in force.
        </Text>
      </Group>
    </Stack>
  );
};

const FIELDS = [
  ["stages", "Stages"],
  ["teams", "Teams"],
  ["postings", "Postings"],
] as const;

interface RuleCardProps {
  rule: PolicyRule;
  number: number;
  onChange: (rule: PolicyRule | null) => void;
}

const RuleCard = ({ rule, number, onChange }: RuleCardProps) => {
  const setList = (field: "stages" | "teams" | "postings", list: string[]): void => {
    const { [field]: _, ...rest } = rule;
    onChange(list.length === 0 ? rest : { ...rest, [field]: list });
  };
  return (
    <Card withBorder p="md" component="fieldset">
      <Group justify="space-between" mb="xs">
        <Text component="legend" fw={600} size="sm">
          Rule {number}
        </Text>
        <ActionIcon variant="subtle" color="gray" aria-label={`Remove rule ${number}`} onClick={() => onChange(null)}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {FIELDS.map(([field, label]) => (
          <TagsInput
            key={field}
            label={label}
            placeholder={rule[field] ? "" : "any"}
            value={rule[field] ?? []}
            onChange={(list) => setList(field, list)}
          />
        ))}
        <Select
          label="Mode"
          data={MODES.map(({ value, title }) => ({ value, label: title }))}
          value={rule.mode}
          allowDeselect={false}
          onChange={(value) => onChange({ ...rule, mode: (value ?? "silent") as ModeName })}
        />
      </SimpleGrid>
    </Card>
  );
};
