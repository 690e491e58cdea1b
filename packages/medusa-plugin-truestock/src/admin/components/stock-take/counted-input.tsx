import { clx, Input } from "@medusajs/ui"
import type { KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { enterInput, inputBeside } from "../../lib/stock-take/next-input"

type CountedInputProps = {
  itemId: string
  name: string
  value: string
  isPending: boolean
  onChange: (value: string) => void
  /** The operator goes on: what is typed is meant. */
  onLeave: () => void
  onLast: () => void
}

/** Units as they were counted. Enter and the arrows go to the lines beside it, after the last to the search. */
export const CountedInput = ({ itemId, name, value, isPending, ...input }: CountedInputProps) => {
  const { t } = useTranslation()
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === "ArrowUp" ? -1 : ["ArrowDown", "Enter"].includes(event.key) ? 1 : undefined
    if (!step) return
    // A number input would count up and down itself.
    event.preventDefault()
    if (!enterInput(inputBeside(event.currentTarget, step)) && step === 1) input.onLast()
  }
  return (
    <div className="ml-auto w-20 sm:w-28">
      <Input
        type="number"
        size="small"
        min={0}
        step="any"
        inputMode="numeric"
        data-count-line={itemId}
        aria-label={t("truestock.stock_take.countedOf", { item: name })}
        aria-busy={isPending}
        className={clx("text-right", { "opacity-60": isPending })}
        value={value}
        onChange={(event) => input.onChange(event.target.value)}
        onKeyDown={press}
        // What is no number is no text either, for the browser; it must not take out what was counted.
        onBlur={(event) => !event.target.validity.badInput && input.onLeave()}
        onFocus={(event) => event.target.select()}
      />
    </div>
  )
}
