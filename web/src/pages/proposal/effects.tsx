import { Group, Stack, Text, Title } from "@mantine/core";
import type { ProposalDetail } from "../../../../src/http/api/schemas.ts";
import { AudienceBadge, StatusBadge } from "../../parts/badge.tsx";

/** What will happen, in order; once approved, how far it is. */
export const Effects = ({ proposal }: { proposal: ProposalDetail }) => (
  <section className="paper" aria-label="What will happen">
    <Stack p="md" gap={6}>
      <Title order={2} size="sm">
        {proposal.effects.length > 0 ? "What was done, in order" : "What will happen, in order"}
      </Title>
      <ol style={{ margin: 0, paddingInlineStart: 20 }}>
        {proposal.steps.map((step, index) => {
          const effect = proposal.effects.find((item) => item.step === index);
          return (
            <li key={step.kind}>
              <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
                <Text className="wrap">{step.label}</Text>
                {effect ? (
                  <StatusBadge status={effect.status} />
                ) : (
                  step.audience === "candidate" && <AudienceBadge audience="candidate" />
                )}
              </Group>
              {effect?.error && (
                <Text size="sm" className="quiet wrap">
                  {effect.error.message}
                </Text>
              )}
            </li>
          );
        })}
      </ol>
    </Stack>
  </section>
);
