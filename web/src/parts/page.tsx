import { Group, Stack, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";

/** A page with its heading, which is also the window's title. */
export const Page = ({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) => {
  useEffect(() => {
    document.title = `${title} · Convene`;
  }, [title]);
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Title order={1} size="h3" className="wrap">
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </Stack>
  );
};
