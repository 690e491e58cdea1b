import { clx, Container, Skeleton, Table } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useDebounced } from "../../hooks/stockroom/use-debounced"
import { useCountLines } from "../../hooks/stockroom/use-stockroom"
import { enterInput, inputOf } from "../../lib/stock-take/next-input"
import type { StockCount } from "../../lib/stockroom/answers"
import { bestMatch } from "../../lib/stockroom/best-match"
import { Empty } from "../common/empty"
import { Failure } from "../common/failure"
import { paginationTexts } from "../common/pagination-texts"
import { CountLineTable } from "./count-line-table"
import { CountSearch } from "./count-search"

export type LinesShown = "all" | "uncounted" | "counted" | "differing"
const LINES_PER_PAGE = 50

/** What is to be counted, what was, and what differs. Enter in the search leads to the line, Enter there to the next. */
export const CountLines = ({ count }: { count: StockCount }) => {
  const { t } = useTranslation()
  const isOpen = count.status === "open"
  const [shown, setShown] = useState<LinesShown>(isOpen ? "all" : "counted")
  const [typed, setTyped] = useState("")
  const [page, setPage] = useState(0)
  const [entered, setEntered] = useState<string>()
  const [isGoing, setIsGoing] = useState(false)
  const rested = useDebounced(typed)
  // With Enter it is asked at once, and gone to what is found.
  const q = (entered ?? rested).trim()
  const query = { show: shown, limit: LINES_PER_PAGE, offset: page * LINES_PER_PAGE, ...(q && { q }) }
  const { data, error, refetch, isPlaceholderData } = useCountLines(count.id, query)
  const [list, search] = [useRef<HTMLDivElement>(null), useRef<HTMLInputElement>(null)]

  useEffect(() => {
    if (!isGoing || !data || isPlaceholderData) return
    const line = bestMatch(data.lines, q) ?? data.lines[0]
    if (!line || !enterInput(inputOf(list.current, line.inventory_item_id))) search.current?.select()
    setIsGoing(false)
  }, [isGoing, q, data, isPlaceholderData])

  const look = (text: string) => {
    setTyped(text)
    setEntered(undefined)
    setPage(0)
  }
  const enter = () => {
    setEntered(typed)
    setIsGoing(true)
  }
  const pages = Math.max(1, Math.ceil((data?.count ?? 0) / LINES_PER_PAGE))
  const empty = q ? "notFound" : `none.${shown}`
  return (
    <Container className="divide-y p-0">
      <CountSearch
        ref={search}
        {...{ typed, shown, isOpen }}
        onType={look}
        onEnter={enter}
        onShow={(next) => {
          setShown(next)
          setPage(0)
        }}
      />
      {error && <Failure error={error} onTryAgain={refetch} />}
      {!error && !data && <Skeleton className="m-6 h-64" />}
      {!error && data?.count === 0 && (
        <Empty title={t(`truestock.stock_take.${empty}`)} hint={t(`truestock.stock_take.${empty}Hint`)} />
      )}
      {!error && data && data.lines.length > 0 && (
        <div ref={list} className={clx({ "opacity-60": isPlaceholderData })} aria-busy={isPlaceholderData}>
          <CountLineTable count={count} lines={data.lines} onLast={() => enterInput(search.current)} />
        </div>
      )}
      {!error && pages > 1 && (
        <Table.Pagination
          count={data?.count ?? 0}
          pageSize={LINES_PER_PAGE}
          pageIndex={page}
          pageCount={pages}
          canPreviousPage={page > 0}
          canNextPage={page < pages - 1}
          previousPage={() => setPage(page - 1)}
          nextPage={() => setPage(page + 1)}
          translations={paginationTexts(t)}
        />
      )}
    </Container>
  )
}
