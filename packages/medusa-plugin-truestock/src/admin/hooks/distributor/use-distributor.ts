import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { Run } from "../../../modules/distributor/runs/run"
import { client } from "../../lib/client"
import type {
  ChangePage,
  RejectPage,
  RunAnswer,
  RunPage,
  SourceList,
  TitlePage,
} from "../../lib/distributor/answers"
import { isOpen } from "../../lib/distributor/progress"
import { queryKeys } from "../../lib/query-keys"

type Search = Record<string, string | number>
type Asked<Answer> = {
  enabled?: boolean
  /** How soon it is asked again, by what is known; false = not by itself. */
  again?: (answer: Answer | undefined) => number | false
}

/** A run that is under way is looked at every second; runs begin by themselves too. */
const LIVE_MS = 1_000
const QUIET_MS = 5_000

/** What is below /admin/distributor. */
function useDistributor<Answer>(path: string, query: Search, { enabled, again }: Asked<Answer> = {}) {
  return useQuery({
    queryKey: queryKeys.distributor(path, query),
    queryFn: () => client.client.fetch<Answer>(`/admin/distributor${path}`, { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    enabled,
    refetchInterval: again ? ({ state }) => again(state.data as Answer | undefined) : false,
  })
}

export const useSources = () => useDistributor<SourceList>("", {}, { again: () => QUIET_MS })

export const useRuns = (source: string | undefined, query: Search) =>
  useDistributor<RunPage>(`/${source}/runs`, query, {
    enabled: source !== undefined,
    again: (page) => (page?.runs.some(isOpen) ? LIVE_MS : QUIET_MS),
  })

export const useRun = (id: string | undefined) =>
  useDistributor<RunAnswer>(
    `/runs/${id}`,
    {},
    {
      enabled: id !== undefined,
      again: (answer) => (answer && isOpen(answer.run) ? LIVE_MS : false),
    }
  )

/** While the run goes on there may be more of them each second. */
const whileOpen = (run: Run) => ({ again: () => (isOpen(run) ? LIVE_MS : (false as const)) })

export const useChanges = (run: Run, query: Search) =>
  useDistributor<ChangePage>(`/runs/${run.id}/changes`, query, whileOpen(run))

export const useRejects = (run: Run, query: Search) =>
  useDistributor<RejectPage>(`/runs/${run.id}/rejects`, query, whileOpen(run))

export const useTitles = (source: string | undefined, query: Search) =>
  useDistributor<TitlePage>(`/${source}/titles`, query, { enabled: source !== undefined })
