import { Button, Prompt } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { NamedItem } from "../../lib/stockroom/answers"
import { Refused } from "./refused"

type ConfirmDialogProps = {
  title: string
  description: ReactNode
  confirm: string
  isDangerous?: boolean
  isPending: boolean
  error: Error | null
  items?: readonly NamedItem[]
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something is done, and stays to say what was refused. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { t } = useTranslation()
  return (
    <Prompt
      open
      variant={props.isDangerous ? "danger" : "confirmation"}
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
    >
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{props.title}</Prompt.Title>
          <Prompt.Description className="text-pretty">{props.description}</Prompt.Description>
        </Prompt.Header>
        {props.error && (
          <div className="px-6 pt-4">
            <Refused error={props.error} items={props.items} />
          </div>
        )}
        <Prompt.Footer>
          <Prompt.Cancel>{t("truestock.stockroom.back")}</Prompt.Cancel>
          <Button
            size="small"
            variant={props.isDangerous ? "danger" : "primary"}
            isLoading={props.isPending}
            onClick={() => !props.isPending && props.onConfirm()}
          >
            {props.confirm}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
