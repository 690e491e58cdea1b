import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { shortId } from "../../lib/format"
import { actorPath } from "../../lib/reference-path"

type ActorNameProps = { type: string; id: string; name: string | undefined }

/** Who made a change, by name where there is one, with a link to their page. */
export const ActorName = ({ type, id, name }: ActorNameProps) => {
  const { t } = useTranslation()
  const path = actorPath(type, id)
  const text = name ?? `${t(`truestock.movements.actor.${type}`, type)} ${shortId(id)}`
  const className = "text-ui-fg-subtle txt-compact-xsmall block max-w-40 truncate"
  if (!path) return <span className={className}>{text}</span>
  return (
    <Link to={path} title={text} className={`${className} hover:text-ui-fg-base`}>
      {text}
    </Link>
  )
}
