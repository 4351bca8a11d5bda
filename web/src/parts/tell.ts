/** Says what the person just did. */
import { notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { ApiError } from "../api/client.ts";

const CLOSE = { "aria-label": "Close" };

/** It worked. */
export const tellDone = (message: ReactNode): void => {
  notifications.show({ message, color: "green", autoClose: 6_000, closeButtonProps: CLOSE });
};

/** It did not: what happened, in the server's words. */
export const tellProblem = (error: unknown): void => {
  const problem = error instanceof ApiError ? error.problem : null;
  notifications.show({
    title: problem?.title ?? "Something went wrong",
    message: problem?.detail ?? "Something happened that was not expected. Nothing was changed.",
    color: "red",
    autoClose: 10_000,
    closeButtonProps: CLOSE,
  });
};
