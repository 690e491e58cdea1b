import { useQueryClient } from "@tanstack/react-query"
import { ABOUT_STOCK } from "../lib/query-keys"

/**
 * After a change: everything on the page that it may have changed is asked for again, ours and the dashboard's.
 * Nobody waits for it.
 */
export function useAskAboutStockAgain() {
  const queries = useQueryClient()
  return (): void => {
    for (const queryKey of ABOUT_STOCK) void queries.invalidateQueries({ queryKey })
  }
}
