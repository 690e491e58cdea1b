import { ArrowDownTray } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import type { MouseEvent } from "react"
import { useTranslation } from "react-i18next"
import { authType, backendUrl } from "../../lib/client"
import { downloadWithToken } from "../../lib/download-with-token"
import { csvAddress, type MovementFilter } from "../../lib/movement-search"

/** All movements that the filter chooses, as a file. A plain link, so that a long one streams to the disk. */
export const DownloadLink = ({ filter }: { filter: MovementFilter }) => {
  const { t } = useTranslation()
  const fileName = `movements-${filter.itemId}.csv`

  const withToken = (event: MouseEvent) => {
    event.preventDefault()
    downloadWithToken(csvAddress(filter, "/"), fileName).catch(({ message }: Error) =>
      toast.error(t("truestock.movements.downloadFailed", { message }))
    )
  }

  return (
    <Button size="small" variant="secondary" asChild>
      <a
        href={csvAddress(filter, backendUrl)}
        download={fileName}
        onClick={authType === "jwt" ? withToken : undefined}
      >
        <ArrowDownTray />
        {t("truestock.movements.download")}
      </a>
    </Button>
  )
}
