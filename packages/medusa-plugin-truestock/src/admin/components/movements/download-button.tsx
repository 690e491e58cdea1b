import { ArrowDownTray } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { downloadMovements } from "../../lib/download-movements"
import type { MovementFilter } from "../../lib/movement-search"

/** The movements that the filter chooses, as CSV. */
export const DownloadButton = ({ filter }: { filter: MovementFilter }) => {
  const { t } = useTranslation()
  const { mutate, isPending } = useMutation({
    mutationFn: () => downloadMovements(filter),
    onError: ({ message }) => toast.error(t("truestock.movements.downloadFailed", { message })),
  })
  return (
    <Button size="small" variant="secondary" isLoading={isPending} onClick={() => mutate()}>
      <ArrowDownTray />
      {t("truestock.movements.download")}
    </Button>
  )
}
