import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import type { Run } from "../../../modules/distributor/runs/run"
import { isOpen } from "../../lib/distributor/progress"
import { queryKeys } from "../../lib/query-keys"
import { useAskAboutStockAgain } from "../use-ask-about-stock-again"

/** Once a run that was looked at is over, whatever it may have changed is asked for again. */
export function useToldWhenOver(run: Run | undefined): void {
  const queries = useQueryClient()
  const askAboutStock = useAskAboutStockAgain()
  const open = useRef<string>()
  useEffect(() => {
    if (!run) return
    if (isOpen(run)) {
      open.current = run.id
      return
    }
    if (open.current !== run.id) return
    open.current = undefined
    void queries.invalidateQueries({ queryKey: queryKeys.distributorAll() })
    askAboutStock()
  }, [run, queries, askAboutStock])
}
