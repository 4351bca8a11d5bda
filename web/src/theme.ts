/** How everything looks: one neutral scale, one accent, colours that mean something. */
import { type CSSVariablesResolver, createTheme } from "@mantine/core";

/** The theme of the workbench. */
export const theme = createTheme({
  primaryColor: "harbor",
  primaryShade: { light: 7, dark: 4 },
  colors: {
    harbor: [
      "#eef4fa",
      "#dbe7f2",
      "#b5cee5",
      "#8bb3d8",
      "#69a0d6",
      "#4b86bd",
      "#3a73a9",
      "#2f5d8a",
      "#274d73",
      "#1e3c5a",
    ],
  },
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "18px" },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  autoContrast: true,
  luminanceThreshold: 0.36,
});

/** Meanings as variables, in both modes. Contrast of text on its ground is at least 4.5 : 1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--c-ground": "#f7f8fa",
    "--c-paper": "#ffffff",
    "--c-line": "#dfe3e8",
    "--c-quiet": "#545d69",
    "--c-waiting": "#8a5200",
    "--c-waiting-ground": "#fff3dd",
    "--c-done": "#1b6b3a",
    "--c-done-ground": "#e3f4e9",
    "--c-failed": "#a62323",
    "--c-failed-ground": "#fdeaea",
    "--c-candidate": "#6b3aa0",
    "--c-candidate-ground": "#f2eafa",
    "--c-neutral-ground": "#eceff3",
    "--c-slot": "#2f5d8a",
    "--c-lane-0": "#9db4cc",
    "--c-lane-1": "#c3ad8f",
    "--c-lane-2": "#a5bda4",
    "--c-lane-3": "#bba4c0",
  },
  dark: {
    "--c-ground": "#14171b",
    "--c-paper": "#1b1f25",
    "--c-line": "#323843",
    "--c-quiet": "#a9b2bf",
    "--c-waiting": "#f3c06b",
    "--c-waiting-ground": "#3a2c12",
    "--c-done": "#7fd3a0",
    "--c-done-ground": "#17321f",
    "--c-failed": "#ff9d9d",
    "--c-failed-ground": "#3d1a1c",
    "--c-candidate": "#cfa9f2",
    "--c-candidate-ground": "#2f2140",
    "--c-neutral-ground": "#2a3039",
    "--c-slot": "#69a0d6",
    "--c-lane-0": "#3f566e",
    "--c-lane-1": "#63533b",
    "--c-lane-2": "#44593f",
    "--c-lane-3": "#5b4461",
  },
});
