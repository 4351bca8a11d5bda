import { UnstyledButton, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";

/** Changes between light and dark; before that the system's choice holds. */
export const ThemeButton = () => {
  const { setColorScheme } = useMantineColorScheme();
  const present = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const next = present === "light" ? "dark" : "light";
  const Icon = next === "dark" ? IconMoon : IconSun;
  return (
    <UnstyledButton
      className="tool"
      onClick={() => setColorScheme(next)}
      aria-label={`Change to ${next} colours`}
      title={`Change to ${next} colours`}
    >
      <Icon size={17} stroke={1.7} aria-hidden />
    </UnstyledButton>
  );
};
