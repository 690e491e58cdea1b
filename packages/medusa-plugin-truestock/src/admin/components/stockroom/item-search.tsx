import { clx, Hint, Input } from "@medusajs/ui"
import { useId, useState, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { useDebounced } from "../../hooks/stockroom/use-debounced"
import { useItemSearch } from "../../hooks/stockroom/use-item-search"
import type { FoundItem } from "../../lib/stockroom/answers"
import { FoundItems } from "./found-items"

type ItemSearchProps = {
  label: string
  /** Items that are stocked there; none = any. */
  locationId?: string
  onPick: (item: FoundItem) => void
}

/** Finds items by SKU, title or barcode. Arrows and Enter choose; a scanner, which ends with Enter, needs neither. */
export const ItemSearch = ({ label, locationId, onPick }: ItemSearchProps) => {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState("")
  const [marked, setMarked] = useState(-1)
  const [unknown, setUnknown] = useState<string>()
  const rested = useDebounced(typed)
  const { found, isFetching, find } = useItemSearch(rested, locationId)
  const shown = typed.trim() ? found : []

  const pick = (item: FoundItem) => {
    onPick(item)
    type("")
  }
  const type = (text: string) => {
    setTyped(text)
    setMarked(-1)
    setUnknown(undefined)
  }
  const enter = async () => {
    if (shown[marked]) return pick(shown[marked])
    const item = typed.trim() ? await find(typed).catch(() => undefined) : undefined
    if (item) pick(item)
    else if (typed.trim()) setUnknown(typed.trim())
  }
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step) setMarked(Math.max(-1, Math.min(shown.length - 1, marked + step)))
    else if (event.key === "Enter") void enter()
    else return
    // Enter chooses here; it must not send the form around.
    event.preventDefault()
  }

  return (
    <div className="flex flex-col gap-y-2">
      <Input
        type="search"
        role="combobox"
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={id}
        aria-activedescendant={shown[marked] && `${id}-${marked}`}
        placeholder={label}
        autoComplete="off"
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
      />
      {shown.length > 0 && (
        <FoundItems
          {...{ id, marked, locationId, found: shown }}
          className={clx({ "opacity-60": isFetching })}
          onPick={pick}
        />
      )}
      {unknown !== undefined && (
        <Hint variant="error" role="alert">
          {t(`truestock.stockroom.${shown.length > 1 ? "severalFound" : "noneFound"}`, { text: unknown })}
        </Hint>
      )}
    </div>
  )
}
