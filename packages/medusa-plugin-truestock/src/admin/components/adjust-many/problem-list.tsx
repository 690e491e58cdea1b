import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import type { GridRow } from "../../lib/adjust-many/grid-row"
import type { Problem } from "../../lib/adjust-many/preview"
import { formatQuantity } from "../../lib/format"

type ProblemListProps = { problems: Problem[]; row: GridRow }

/** All that is wrong with a row, each in a sentence that names the value and what to do. */
export const ProblemList = ({ problems, row }: ProblemListProps) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const text = (problem: Problem) =>
    t(`truestock.adjustMany.problem.${problem.problem}`, {
      ...row,
      ...problem,
      ...("stocked" in problem && { stocked: formatQuantity(problem.stocked, language) }),
      ...("available" in problem && { available: formatQuantity(Math.max(0, problem.available), language) }),
    })
  return (
    <ul className="text-ui-tag-red-text flex min-w-56 max-w-96 flex-col gap-y-1 whitespace-normal">
      {problems.map((problem) => (
        <li key={problem.problem} className="txt-compact-small text-pretty break-words">
          {text(problem)}
        </li>
      ))}
    </ul>
  )
}
