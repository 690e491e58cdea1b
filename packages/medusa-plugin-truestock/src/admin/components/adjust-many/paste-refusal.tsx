import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import { MOST_ROWS } from "../../lib/adjust-many/grid-row"
import type { PasteProblem } from "../../lib/adjust-many/paste"
import { formatQuantity } from "../../lib/format"

/** Why a block was not taken. */
export const PasteRefusal = ({ problem }: { problem: PasteProblem }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { problem: name, ...about } = problem
  const values = {
    ...about,
    ...("rows" in problem && { rows: formatQuantity(problem.rows, language) }),
    ...("mode" in problem && { mode: t(`truestock.adjustMany.mode.${problem.mode}`) }),
    most: formatQuantity(MOST_ROWS, language),
  }
  return (
    <div role="alert" className="px-6 py-3">
      <Alert variant="error">{t(`truestock.adjustMany.pasteRefused.${name}`, values)}</Alert>
    </div>
  )
}
