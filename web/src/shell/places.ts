/** The pages that the navigation leads to. */
import {
  type Icon,
  IconBolt,
  IconBook2,
  IconChartHistogram,
  IconClipboardCheck,
  IconInbox,
  IconListCheck,
  IconMessageQuestion,
  IconSettings,
  IconSun,
  IconTemplate,
  IconTextSpellcheck,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";

export interface Place {
  href: string;
  label: string;
  icon: Icon;
  /** Addresses below this one belong to it too. */
  also: string[];
}

/** In the order of use. */
export const PLACES: readonly Place[] = [
  { href: "/", label: "Inbox", icon: IconInbox, also: ["/proposals/"] },
  { href: "/today", label: "Today", icon: IconSun, also: [] },
  { href: "/cases", label: "Cases", icon: IconUsers, also: ["/cases/", "/runs/"] },
  {
    href: "/questions-from-candidates",
    label: "Questions",
    icon: IconMessageQuestion,
    also: [],
  },
  { href: "/people", label: "People", icon: IconUsersGroup, also: [] },
  { href: "/feedback", label: "Feedback", icon: IconClipboardCheck, also: [] },
  { href: "/insights", label: "Insights", icon: IconChartHistogram, also: ["/insights/"] },
  { href: "/plans", label: "Plans", icon: IconTemplate, also: ["/plans/", "/new-plan"] },
  { href: "/guides", label: "Guides", icon: IconBook2, also: ["/guides/", "/new-guide"] },
  { href: "/language", label: "Language", icon: IconTextSpellcheck, also: [] },
  { href: "/events", label: "Events", icon: IconBolt, also: [] },
  { href: "/ledger", label: "Ledger", icon: IconListCheck, also: [] },
  { href: "/settings", label: "Settings", icon: IconSettings, also: [] },
];

/** Whether an address belongs to a place. */
export const isAt = (place: Place, path: string): boolean =>
  path === place.href || place.also.some((prefix) => path.startsWith(prefix));
