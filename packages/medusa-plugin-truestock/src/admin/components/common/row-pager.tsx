import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { paginationTexts } from "./pagination-texts"

type RowPagerProps = { count: number; pageSize: number; page: number; onChange: (page: number) => void }

/** Pages of rows that can be counted; `page` counts from 0. */
export const RowPager = ({ count, pageSize, page, onChange }: RowPagerProps) => {
  const { t } = useTranslation()
  const pageCount = Math.max(1, Math.ceil(count / pageSize))
  return (
    <Table.Pagination
      count={count}
      pageSize={pageSize}
      pageIndex={page}
      pageCount={pageCount}
      canPreviousPage={page > 0}
      canNextPage={page < pageCount - 1}
      previousPage={() => onChange(page - 1)}
      nextPage={() => onChange(page + 1)}
      translations={paginationTexts(t)}
    />
  )
}
