import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { AdjustDrawer } from "./adjust-drawer"

type AdjustButtonProps = { itemId: string; locationId: string | undefined }

/** Opens the dialog anew each time, at the location that the operator looks at. */
export const AdjustButton = (props: AdjustButtonProps) => {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="small" variant="secondary" onClick={() => setIsOpen(true)}>
        {t("truestock.adjust.open")}
      </Button>
      {isOpen && <AdjustDrawer {...props} onClose={() => setIsOpen(false)} />}
    </>
  )
}
