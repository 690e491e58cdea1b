import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { GuardMode } from "../../modules/inventory_management/movement"
import { client } from "../lib/client"
import { queryKeys } from "../lib/query-keys"

export function useSetGuardMode() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (mode: GuardMode) =>
      client.client.fetch<{ guard_mode: GuardMode }>("/admin/truestock/guard-mode", {
        method: "POST",
        body: { mode },
      }),
    // The mode is also one of the checks.
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.health() }),
  })
}
