import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Reference } from "../../lib/answers"
import { shortId } from "../../lib/format"
import { referencePath, shownReferences } from "../../lib/reference-path"

type ReferenceListProps = { references: Reference[]; orderNumbers: Map<string, number> }

/** What a movement belongs to; orders by their number and with a link. */
export const ReferenceList = ({ references, orderNumbers }: ReferenceListProps) => {
  const { t } = useTranslation()
  const shown = shownReferences(references)
  const hasOrder = shown.some(({ type }) => type === "order")
  const name = ({ type, id }: Reference) => {
    const typeName = t(`truestock.movements.reference.${type}`, type)
    if (type === "order")
      return `${typeName} ${orderNumbers.has(id) ? `#${orderNumbers.get(id)}` : shortId(id)}`
    return hasOrder ? typeName : `${typeName} ${shortId(id)}`
  }
  return (
    <ul className="txt-compact-xsmall flex flex-wrap gap-x-2">
      {shown.map((reference) => {
        const path = referencePath(reference)
        return (
          <li key={`${reference.type} ${reference.id}`} title={reference.id} className="whitespace-nowrap">
            {path ? (
              <Link to={path} className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover">
                {name(reference)}
              </Link>
            ) : (
              <span className="text-ui-fg-subtle">{name(reference)}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
