/** The frame around every page: where one can go, who one is, whether this is the sandbox or paused. */
import {
  ActionIcon,
  AppShell,
  Badge,
  Group,
  Menu,
  NavLink,
  Stack,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from "@mantine/core";
import {
  IconActivity,
  IconInbox,
  IconListDetails,
  IconMoon,
  IconSettings,
  IconSun,
  IconTimelineEvent,
  IconUserCircle,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { Session } from "../../../src/http/api/schemas.ts";
import { useLive } from "../api/live.ts";
import { useSignOut, useStatus } from "../api/queries.ts";
import { Banners } from "./banners.tsx";
import { Palette } from "./palette.tsx";

/** The pages that one can go to. */
export const PAGES = [
  { path: "/", label: "Inbox", icon: IconInbox },
  { path: "/cases", label: "Cases", icon: IconListDetails },
  { path: "/events", label: "Events", icon: IconActivity },
  { path: "/ledger", label: "Ledger", icon: IconTimelineEvent },
  { path: "/settings", label: "Settings", icon: IconSettings },
] as const;

const isCurrent = (path: string, location: string): boolean =>
  path === "/"
    ? location === "/" || location.startsWith("/proposals")
    : location.startsWith(path) || (path === "/cases" && location.startsWith("/runs"));

/** The frame. */
export const Shell = ({ session, children }: { session: Session; children: ReactNode }) => {
  useLive();
  const status = useStatus();
  const [location] = useLocation();
  const waiting = status.data?.waiting ?? 0;
  const failed = status.data?.failed ?? 0;
  const countOf = (path: string): number => {
    if (path === "/") return waiting;
    return path === "/events" ? failed : 0;
  };
  return (
    <>
      <a href="#content" className="skip">
        Skip to content
      </a>
      <AppShell navbar={{ width: 208, breakpoint: "sm", collapsed: { mobile: true } }} padding="md">
        <AppShell.Navbar p="xs" aria-label="Main">
          <Group px="xs" py="sm" gap="xs">
            <Text fw={700} size="lg">
              Convene
            </Text>
          </Group>
          <Stack gap={2} flex={1}>
            {PAGES.map(({ path, label, icon: Icon }) => (
              <NavLink
                key={path}
                component={Link}
                href={path}
                label={label}
                active={isCurrent(path, location)}
                aria-current={isCurrent(path, location) ? "page" : undefined}
                leftSection={<Icon size={18} aria-hidden />}
                rightSection={<Count value={countOf(path)} isBad={path === "/events"} />}
              />
            ))}
          </Stack>
          <Group justify="space-between" px="xs">
            <Account session={session} />
            <SchemeToggle />
          </Group>
        </AppShell.Navbar>
        <AppShell.Main id="content" pb={{ base: 80, sm: "md" }}>
          <Banners />
          {children}
        </AppShell.Main>
      </AppShell>
      <nav className="tabbar" aria-label="Main, bottom">
        {PAGES.map(({ path, label, icon: Icon }) => (
          <Link key={path} href={path} aria-current={isCurrent(path, location) ? "page" : undefined}>
            <Icon size={20} aria-hidden />
            <br />
            {label}
            {path === "/" && waiting > 0 ? ` ${waiting}` : ""}
          </Link>
        ))}
      </nav>
      <Palette />
    </>
  );
};

const Count = ({ value, isBad }: { value: number; isBad: boolean }) =>
  value === 0 ? null : (
    <Badge size="sm" variant="filled" color={isBad ? "red.8" : "harbor.7"} aria-label={`${value} ${isBad ? "failed" : "waiting"}`}>
      {value}
    </Badge>
  );

const Account = ({ session }: { session: Session }) => {
  const signOut = useSignOut();
  return (
    <Menu position="top-start">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Signed in as ${session.name}`}>
          <IconUserCircle size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {session.name}, {session.role.replace("_", " ")}
        </Menu.Label>
        <Menu.Item onClick={() => signOut.mutate(undefined)}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

const SchemeToggle = () => {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const isDark = scheme === "dark";
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={isDark ? "Use the light look" : "Use the dark look"}
      onClick={() => setColorScheme(isDark ? "light" : "dark")}
    >
      {isDark ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
    </ActionIcon>
  );
};
