/** What must never be mistaken: that this is the sandbox, that effects are paused. */
import { Alert, Anchor, Button, Group, Text } from "@mantine/core";
import { IconFlask, IconPlayerPause } from "@tabler/icons-react";
import { useAdvance, usePause, useStatus } from "../api/queries.ts";
import { When } from "../parts/when.tsx";

const HOUR = 60;

/** The banners above every page. */
export const Banners = () => {
  const { data } = useStatus();
  const advance = useAdvance();
  const pause = usePause();
  if (!data) return null;
  return (
    <>
      {data.paused && (
        <Alert color="orange" variant="light" icon={<IconPlayerPause aria-hidden />} mb="md" title="All effects are paused">
          <Group justify="space-between">
            <span>Nothing is booked or sent until somebody resumes. Events are still taken in.</span>
            <Button size="xs" variant="default" onClick={() => pause.mutate(false)}>
              Resume
            </Button>
          </Group>
        </Alert>
      )}
      {data.sandbox && (
        <Group className="paper" px="md" py={6} mb="md" gap="sm" justify="space-between">
          <Group gap="xs">
            <IconFlask size={16} aria-hidden />
            <Text size="sm" component="span">
              Sandbox: {data.companyName}, all invented
            </Text>
            <Text size="sm" component="span" className="quiet">
              <When iso={data.now} zone={data.companyZone} />
            </Text>
          </Group>
          <Group gap="xs">
            <Button size="compact-xs" variant="default" onClick={() => advance.mutate(HOUR)}>
              Advance 1 hour
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => advance.mutate(24 * HOUR)}>
              1 day
            </Button>
            {data.sandboxUrl && (
              <Anchor size="sm" href={data.sandboxUrl} target="_blank" rel="noreferrer">
                Open the company
              </Anchor>
            )}
          </Group>
        </Group>
      )}
    </>
  );
};
