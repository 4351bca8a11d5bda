import { Group, Stack, Text, Title } from "@mantine/core";
import type { ScoredSlot } from "../../../../src/domain/proposal.ts";

const NAMES: Record<string, string> = {
  attendance: "Key people",
  invitations_kept: "Plans kept",
  focus_kept: "Focus time",
  load_balance: "Fair load",
  candidate_comfort: "Candidate's hours",
  earliness: "Soon",
};

/** Why this slot: each part of its score as a bar with words. */
export const Score = ({ slot, reason }: { slot: ScoredSlot; reason: string }) => (
  <section className="paper" aria-label="Why this time">
    <Stack p="md" gap={8}>
      <Group justify="space-between">
        <Title order={2} size="sm">
          Why this time
        </Title>
        <Text size="sm" className="quiet num">
          {slot.score.toFixed(1)} of 100
        </Text>
      </Group>
      <Text className="wrap">{reason}</Text>
      <div style={{ display: "grid", gridTemplateColumns: "minmax(90px, 1fr) 2fr 3fr", gap: "6px 12px", alignItems: "center" }}>
        {slot.terms.map((term) => (
          <Term key={term.name} {...term} />
        ))}
      </div>
    </Stack>
  </section>
);

const Term = ({ name, value, weight, points, words }: ScoredSlot["terms"][number]) => (
  <>
    <Text size="sm">{NAMES[name] ?? name}</Text>
    <div>
      <div className="meter" role="img" aria-label={`${points.toFixed(1)} of ${weight.toFixed(0)} points`}>
        <div style={{ width: `${Math.round(value * 100)}%` }} />
      </div>
    </div>
    <Text size="sm" className="quiet wrap">
      {words}
    </Text>
  </>
);
