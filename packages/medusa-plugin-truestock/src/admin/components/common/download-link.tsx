import { ArrowDownTray } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import type { MouseEvent } from "react"
import { useTranslation } from "react-i18next"
import { authType, backendUrl } from "../../lib/client"
import { downloadWithToken } from "../../lib/download-with-token"

type DownloadLinkProps = {
  /** Where the file is, at a backend's path or origin. */
  addressAt: (backendUrl: string) => string
  fileName: string
}

/** All rows that a filter chooses, as a file. A plain link, so that a long one streams to the disk. */
export const DownloadLink = ({ addressAt, fileName }: DownloadLinkProps) => {
  const { t } = useTranslation()

  const withToken = (event: MouseEvent) => {
    event.preventDefault()
    downloadWithToken(addressAt("/"), fileName).catch(({ message }: Error) =>
      toast.error(t("truestock.shared.downloadFailed", { message }))
    )
  }

  return (
    <Button size="small" variant="secondary" asChild>
      <a
        href={addressAt(backendUrl)}
        download={fileName}
        onClick={authType === "jwt" ? withToken : undefined}
      >
        <ArrowDownTray />
        {t("truestock.shared.download")}
      </a>
    </Button>
  )
}
