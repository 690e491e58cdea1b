import { XMarkMini } from "@medusajs/icons"
import { Button, Input } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useItem, useItemSearch } from "../../hooks/use-item-search"

type ItemChoiceProps = { itemId: string | undefined; onChange: (itemId: string | undefined) => void }

/** One item, found by a part of its SKU or title among the browser's own suggestions; or all of them. */
export const ItemChoice = ({ itemId, onChange }: ItemChoiceProps) => {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState("")
  const found = useItemSearch(text)
  const chosen = useItem(itemId)
  if (itemId) {
    const name = [chosen?.title, chosen?.sku].filter(Boolean).join(" · ") || itemId
    return (
      <Button
        size="small"
        variant="secondary"
        className="txt-compact-small max-w-72 font-normal"
        aria-label={t("truestock.movements.anyItem", { item: name })}
        onClick={() => onChange(undefined)}
      >
        <span className="truncate">{name}</span>
        <XMarkMini className="text-ui-fg-muted" />
      </Button>
    )
  }
  const choose = (typed: string) => {
    const item = found.find((one) => (one.sku ?? one.id) === typed.trim())
    setText(item ? "" : typed)
    if (item) onChange(item.id)
  }
  return (
    <div className="w-52">
      <Input
        size="small"
        value={text}
        list={id}
        autoComplete="off"
        placeholder={t("truestock.movements.item")}
        aria-label={t("truestock.movements.item")}
        onChange={(event) => choose(event.target.value)}
      />
      <datalist id={id}>
        {found.map((item) => (
          <option key={item.id} value={item.sku ?? item.id} label={item.title ?? undefined} />
        ))}
      </datalist>
    </div>
  )
}
