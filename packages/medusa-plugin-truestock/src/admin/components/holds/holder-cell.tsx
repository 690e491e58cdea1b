import { useContext } from "react"
import { useTranslation } from "react-i18next"
import type { Hold } from "../../lib/answers"
import { holderOf } from "../../lib/holds/holder"
import { ActorName } from "../movements/actor-name"
import { HoldsContext } from "./holds-context"

/** Who asked for the units to be kept. */
export const HolderCell = ({ hold }: { hold: Hold }) => {
  const { t } = useTranslation()
  const { userNames } = useContext(HoldsContext)
  const holder = holderOf(hold)
  if (!holder) return "–"
  if (!("id" in holder))
    return <span className="text-ui-fg-subtle txt-compact-xsmall">{t("truestock.holds.shopper")}</span>
  return <ActorName type={holder.type} id={holder.id} name={userNames.get(holder.id)} />
}
