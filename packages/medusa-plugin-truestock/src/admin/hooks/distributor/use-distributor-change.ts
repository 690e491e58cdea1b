import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { post } from "../../lib/ask"
import type { RunAnswer, RunRequest, SetUp } from "../../lib/distributor/answers"
import { distributorRefusalKey } from "../../lib/distributor/refusal-key"
import { queryKeys } from "../../lib/query-keys"

/** Asks for a run of a source; a worker begins it within a second or two. */
export function useRequestRun(source: string) {
  const { t } = useTranslation()
  return useDistributorChange({
    send: ({ kind, ...body }: RunRequest) => send<RunAnswer>(`${source}/${kind}`, body),
    onDone: ({ run }) => toast.success(t(`truestock.distributor.requested.${run.kind}`)),
  })
}

/** Makes the stock location of a source, and has the shop sell from it. */
export function useSetUp(source: string) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return useDistributorChange({
    send: (_: void) => send<SetUp>(`${source}/setup`),
    onDone: ({ became, location, warnings }) => {
      void queries.invalidateQueries({ queryKey: queryKeys.stockLocations() })
      toast.success(t(`truestock.distributor.setUp.${became}`, { location }))
      for (const description of warnings)
        toast.warning(t("truestock.distributor.setUp.warning"), { description })
    },
  })
}

export function useStopRun(id: string) {
  const { t } = useTranslation()
  return useDistributorChange({
    send: (_: void) => send<RunAnswer>(`runs/${id}/stop`),
    onDone: () => toast.success(t("truestock.distributor.stop.done")),
  })
}

/** The dialog says itself what is refused. */
export function useOverride(id: string) {
  const { t } = useTranslation()
  return useDistributorChange({
    send: (reason: string) => send<RunAnswer>(`runs/${id}/override`, { reason }),
    onDone: () => toast.success(t("truestock.distributor.override.done")),
    isToldByDialog: true,
  })
}

const send = <Answer>(path: string, body: object = {}) => post<Answer>(`/admin/distributor/${path}`, { body })

type Change<Input, Answer> = {
  send: (input: Input) => Promise<Answer>
  onDone: (answer: Answer) => void
  isToldByDialog?: boolean
}

/** What is refused is told by its code: a run may have gone on since the page was read. */
function useDistributorChange<Input, Answer>({ send, onDone, isToldByDialog }: Change<Input, Answer>) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onError: (error) => {
      if (isToldByDialog) return
      const description = t(`truestock.distributor.refused.${distributorRefusalKey(error)}`, {
        message: error.message,
      })
      toast.error(t("truestock.distributor.failed"), { description })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.distributorAll() }),
  })
}
