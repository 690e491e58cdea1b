import { clx, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { MovementKind } from "../../../modules/inventory_management/movement"
import { useMovements } from "../../hooks/use-movements"
import { back, cursorOf, firstPage, onwards, pageNumber } from "../../lib/cursors"
import { csvAddress } from "../../lib/movement-search"
import { AdjustButton } from "../adjust/adjust-button"
import { DownloadLink } from "../common/download-link"
import { Empty } from "../common/empty"
import { Failure } from "../common/failure"
import { ItemOperations } from "../item-operations/item-operations"
import { KeysetPager } from "./keyset-pager"
import { KindChoice } from "./kind-choice"
import { MovementTable } from "./movement-table"

type MovementsSectionProps = { itemId: string; locationId: string | undefined }

/** An item's movements, at all locations or one. Give it a key of the location, so that another one begins at page 1. */
export const MovementsSection = ({ itemId, locationId }: MovementsSectionProps) => {
  const { t } = useTranslation()
  const [kind, setKind] = useState<MovementKind>()
  const [cursors, setCursors] = useState(firstPage)
  const filter = { itemId, locationId, kind }
  const { data, error, refetch, isPlaceholderData } = useMovements(filter, cursorOf(cursors))

  const chooseKind = (next: MovementKind | undefined) => {
    setKind(next)
    setCursors(firstPage)
  }
  const next = isPlaceholderData ? undefined : data?.next_cursor
  const empty = data?.next_cursor ? "emptyPage" : kind || locationId ? "emptyFiltered" : "empty"

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div>
          <Heading level="h2">{t("truestock.movements.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("truestock.movements.subtitle")}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <KindChoice kind={kind} onChange={chooseKind} />
          <DownloadLink
            addressAt={(backendUrl) => csvAddress(filter, backendUrl)}
            fileName={`movements-${itemId}.csv`}
          />
          <ItemOperations itemId={itemId} locationId={locationId} />
          <AdjustButton itemId={itemId} locationId={locationId} />
        </div>
      </div>
      {error && <Failure error={error} onTryAgain={refetch} />}
      {!error && !data && <Skeleton className="m-6 h-64" />}
      {!error && data?.movements.length === 0 && (
        <Empty title={t(`truestock.movements.${empty}`)} hint={t(`truestock.movements.${empty}Hint`)} />
      )}
      {!error && data && data.movements.length > 0 && (
        <div className={clx({ "opacity-60": isPlaceholderData })} aria-busy={isPlaceholderData}>
          <MovementTable movements={data.movements} showLocation={!locationId} />
        </div>
      )}
      {!error && (next || cursors.length > 0) && (
        <KeysetPager
          page={pageNumber(cursors)}
          onNewer={cursors.length > 0 ? () => setCursors(back(cursors)) : undefined}
          onOlder={next ? () => setCursors(onwards(cursors, next)) : undefined}
        />
      )}
    </Container>
  )
}
