/** Single-key shortcuts. A person may turn them off, since speech input can trigger them by accident. */
import { type HotkeyItem, useHotkeys, useLocalStorage } from "@mantine/hooks";

/** Whether single-key shortcuts are on, and the switch. */
export const useKeysSetting = () =>
  useLocalStorage<boolean>({
    key: "convene-single-keys",
    defaultValue: true,
    getInitialValueInEffect: false,
  });

/** Binds single keys while the page is open; not while somebody types, nor while a dialog is open. */
export const useKeys = (keys: Record<string, () => void>, isActive = true): void => {
  const [isOn] = useKeysSetting();
  const bound: HotkeyItem[] = Object.entries(keys).map(([key, act]) => [
    key,
    () => {
      if (document.querySelector('[role="dialog"]') === null) act();
    },
  ]);
  useHotkeys(isOn && isActive ? bound : []);
};
