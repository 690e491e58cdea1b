import { useTranslation } from "react-i18next"
import type { Run } from "../../../../modules/distributor/runs/run"
import { UserName } from "../../stockroom/user-name"

/** Who asked for a run; a sync that is due asks for itself. */
export const RunOwner = ({ run: { actor_id } }: { run: Pick<Run, "actor_id"> }) => {
  const { t } = useTranslation()
  if (actor_id) return <UserName id={actor_id} />
  return (
    <span className="text-ui-fg-subtle txt-compact-xsmall">{t("truestock.distributor.run.byItself")}</span>
  )
}
