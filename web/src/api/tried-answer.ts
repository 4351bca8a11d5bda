/** Whether an answer that is added to a guide would be found there; under a key of its own, as nothing is kept by it. */
import { useQuery } from "@tanstack/react-query";
import type { AddedAnswer, TriedAnswer } from "../../../src/domain/chat.ts";
import { api } from "./client.ts";

/** By the question that it answers; null asks nothing. The last answer stays while the next is read. */
export const useTriedAnswer = (id: string, answer: AddedAnswer | null) =>
  useQuery({
    queryKey: ["preview", "answer", id, answer],
    queryFn: async () =>
      await api<TriedAnswer>(
        "POST",
        `/api/questions-from-candidates/${encodeURIComponent(id)}/try-answer`,
        answer ?? undefined,
      ),
    enabled: answer !== null,
    placeholderData: (before) => before,
    retry: false,
  });
