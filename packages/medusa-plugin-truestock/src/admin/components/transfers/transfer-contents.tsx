import { useTranslation } from "react-i18next"
import type { NamedTransferLine } from "../../lib/stockroom/answers"
import { itemName } from "../../lib/stockroom/item-name"
import { ClippedText } from "../stockroom/clipped-text"

/** Its only item, or the first and how many more there are. */
export const TransferContents = ({ lines }: { lines: NamedTransferLine[] }) => {
  const { t } = useTranslation()
  const [first, ...others] = lines
  if (!first) return "–"
  const name = itemName(first, t("truestock.shared.untitledItem"))
  if (others.length === 0) return <ClippedText text={name} />
  return (
    <div className="flex flex-col py-1">
      <ClippedText text={name} />
      <span className="txt-compact-xsmall text-ui-fg-muted">
        {t("truestock.transfers.moreItems", { count: others.length })}
      </span>
    </div>
  )
}
