import { Heading, Input, Text } from "@medusajs/ui"
import { forwardRef } from "react"
import { useTranslation } from "react-i18next"
import { Choice } from "../common/choice"
import type { LinesShown } from "./count-lines"

type CountSearchProps = {
  typed: string
  shown: LinesShown
  isOpen: boolean
  onType: (typed: string) => void
  onEnter: () => void
  onShow: (shown: LinesShown) => void
}

/** Which lines are shown; a closed count has only those that were counted. */
export const CountSearch = forwardRef<HTMLInputElement, CountSearchProps>((props, search) => {
  const { t } = useTranslation()
  const choices: LinesShown[] = props.isOpen
    ? ["all", "uncounted", "counted", "differing"]
    : ["counted", "differing"]
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
      <div>
        <Heading level="h2">{t("truestock.stock_take.lines")}</Heading>
        {props.isOpen && (
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("truestock.stock_take.linesHint")}
          </Text>
        )}
      </div>
      <div className="flex w-full flex-wrap items-center gap-2 sm:w-auto">
        <div className="min-w-0 flex-1 sm:w-64 sm:flex-none">
          <Input
            ref={search}
            type="search"
            size="small"
            autoFocus={props.isOpen}
            aria-label={t("truestock.stock_take.search")}
            placeholder={t("truestock.stock_take.search")}
            value={props.typed}
            onChange={(event) => props.onType(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && props.onEnter()}
          />
        </div>
        <Choice
          label={t("truestock.stock_take.show")}
          value={props.shown}
          onChange={props.onShow}
          options={choices.map((value) => ({ value, label: t(`truestock.stock_take.shown.${value}`) }))}
        />
      </div>
    </div>
  )
})
CountSearch.displayName = "CountSearch"
