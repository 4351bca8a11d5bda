/** Who decides in whose place. */
import { useQuery } from "@tanstack/react-query";
import type { DelegationList } from "../../../src/http/api/delegation-routes.ts";
import { api } from "./client.ts";

export const useDelegations = () =>
  useQuery({
    queryKey: ["delegations"],
    queryFn: async () => await api<DelegationList>("GET", "/api/delegations"),
  });
