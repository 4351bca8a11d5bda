import { useEffect } from "react";

/** The browser asks before a closed window takes work with it. */
export const useLeaveWarning = (isChanged: boolean): void => {
  useEffect(() => {
    if (!isChanged) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isChanged]);
};
