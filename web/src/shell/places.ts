/** The pages that the navigation leads to. */
import {
  type Icon,
  IconBolt,
  IconBook2,
  IconChartHistogram,
  IconClipboardCheck,
  IconFileText,
  IconInbox,
  IconKey,
  IconListCheck,
  IconScale,
  IconMessageQuestion,
  IconSettings,
  IconSun,
  IconTemplate,
  IconTextSpellcheck,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import { type Need, type Role, mayAccess } from "../../../src/domain/access.ts";
import type { Session } from "../../../src/http/api/session-schemas.ts";

export interface Place {
  href: string;
  label: string;
  icon: Icon;
  /** What it takes to read it. */
  need: Need;
  /** About all candidates at once: for nobody whose reach ends at some teams or requisitions. */
  isOfAll?: true;
  /** For those whose own things are all that they see. */
  isOwn?: true;
  /** Addresses below this one belong to it too. */
  also: string[];
}

/** In the order of use. */
export const PLACES: readonly Place[] = [
  { href: "/", label: "Inbox", icon: IconInbox, need: "read", also: ["/proposals/", "/several"] },
  { href: "/today", label: "Today", icon: IconSun, need: "read", isOfAll: true, also: [] },
  { href: "/cases", label: "Cases", icon: IconUsers, need: "read", also: ["/cases/", "/runs/"] },
  {
    href: "/questions-from-candidates",
    label: "Questions",
    icon: IconMessageQuestion,
    need: "read",
    also: [],
  },
  { href: "/people", label: "People", icon: IconUsersGroup, need: "settings", also: [] },
  {
    href: "/feedback",
    label: "Feedback",
    icon: IconClipboardCheck,
    need: "read",
    isOfAll: true,
    also: [],
  },
  {
    href: "/insights",
    label: "Insights",
    icon: IconChartHistogram,
    need: "audit",
    isOfAll: true,
    also: ["/insights/"],
  },
  {
    href: "/plans",
    label: "Plans",
    icon: IconTemplate,
    need: "settings",
    also: ["/plans/", "/new-plan"],
  },
  {
    href: "/guides",
    label: "Guides",
    icon: IconBook2,
    need: "settings",
    also: ["/guides/", "/new-guide"],
  },
  { href: "/language", label: "Language", icon: IconTextSpellcheck, need: "settings", also: [] },
  { href: "/events", label: "Events", icon: IconBolt, need: "audit", isOfAll: true, also: [] },
  {
    href: "/ledger",
    label: "Ledger",
    icon: IconListCheck,
    need: "audit",
    isOfAll: true,
    also: ["/erasures"],
  },
  {
    href: "/compliance",
    label: "Compliance",
    icon: IconScale,
    need: "audit",
    isOfAll: true,
    also: [],
  },
  { href: "/briefs", label: "Your briefs", icon: IconFileText, need: "own", isOwn: true, also: [] },
  { href: "/access", label: "Access", icon: IconKey, need: "own", also: [] },
  { href: "/settings", label: "Settings", icon: IconSettings, need: "settings", also: [] },
];

/** Those that somebody may read. */
export const placesFor = (session: Session | null | undefined): readonly Place[] => {
  if (!session) return [];
  return PLACES.filter(
    ({ need, isOfAll, isOwn }) =>
      (isOfAll ? mayOfAll(session, need) : mayAccess(session, need)) &&
      !(isOwn && session.role !== "interviewer"),
  );
};

/** Whether somebody may, of all cases at once. */
export const mayOfAll = (session: Session | null | undefined, need: Need): boolean =>
  !!session && mayAccess(session, need) && session.teams === null && session.requisitions === null;

/** Whether somebody may ask in plain words: what is answered comes from all cases. */
export const mayAsk = (session: Session | null | undefined): boolean => mayOfAll(session, "read");

/** Where a role begins, if not at the first place that it may read. */
const FIRST: Partial<Record<Role, string>> = { auditor: "/ledger" };

/** Where somebody is led who may not read what is at an address. Shape: null where they may. */
export const insteadOf = (path: string, session: Session | null | undefined): string | null => {
  const place = PLACES.find((one) => isAt(one, path));
  const places = placesFor(session);
  if (!place || places.includes(place)) return null;
  const first = places.find(({ href }) => session && href === FIRST[session.role]) ?? places[0];
  return first?.href ?? null;
};

/** Whether an address belongs to a place. */
export const isAt = (place: Place, path: string): boolean =>
  path === place.href || place.also.some((prefix) => path.startsWith(prefix));
