import { IconAdjustmentsCheck, IconEye, IconRocket } from "@tabler/icons-react";
import type { ModeName } from "../../../src/domain/policy.ts";

/** The modes with all that each does. */
export const MODES: {
  value: ModeName;
  title: string;
  icon: typeof IconEye;
  lead: string;
  lines: [string, string][];
}[] = [
  {
    value: "silent",
    title: "Silent",
    icon: IconEye,
    lead: "Watches, and records what it would have done.",
    lines: [
      ["Low-risk internal work", "recorded, not done"],
      ["What a candidate would see", "recorded, not done"],
      ["High risk, or judging people", "recorded, not done"],
    ],
  },
  {
    value: "assisted",
    title: "Assisted",
    icon: IconAdjustmentsCheck,
    lead: "Prepares everything, and asks before a candidate sees it.",
    lines: [
      ["Low-risk internal work", "done"],
      ["What a candidate would see", "waits for you"],
      ["High risk, or judging people", "waits for you"],
    ],
  },
  {
    value: "managed",
    title: "Managed",
    icon: IconRocket,
    lead: "Books by itself, and asks where it matters most.",
    lines: [
      ["Low-risk internal work", "done"],
      ["What a candidate would see", "done"],
      ["High risk, or judging people", "waits for you"],
    ],
  },
];

interface ModeCardsProps {
  value: ModeName;
  isLocked: boolean;
  onChange(mode: ModeName): void;
}

/** One of three, each saying exactly what it does. */
export const ModeCards = ({ value, isLocked, onChange }: ModeCardsProps) => (
  <fieldset className="mode-cards" disabled={isLocked}>
    <legend className="sr-only">Mode</legend>
    {MODES.map((mode) => (
      <label key={mode.value} className="mode-card" data-checked={mode.value === value}>
        <input
          type="radio"
          name="mode"
          className="sr-only"
          value={mode.value}
          checked={mode.value === value}
          onChange={() => onChange(mode.value)}
        />
        <span className="mode-title">
          <mode.icon size={18} stroke={1.7} aria-hidden />
          {mode.title}
          <span className="mode-radio" aria-hidden />
        </span>
        <span className="quiet">{mode.lead}</span>
        <span className="mode-lines">
          {mode.lines.map(([what, then]) => (
            <span key={what} className="mode-line">
              <span className="quiet small">{what}</span>
              <span className="mode-then" data-then={then}>
                {then}
              </span>
            </span>
          ))}
        </span>
      </label>
    ))}
  </fieldset>
);
