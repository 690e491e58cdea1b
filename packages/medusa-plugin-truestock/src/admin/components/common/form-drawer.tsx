import { Button, Drawer, Heading } from "@medusajs/ui"
import type { FormEvent, ReactNode } from "react"
import { useTranslation } from "react-i18next"

type FormDrawerProps = {
  title: string
  description: string
  isSaving: boolean
  canSave: boolean
  /** What the button says instead of "Save". */
  saveText?: string
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** A form at the side of the page. Enter saves, Escape closes. */
export const FormDrawer = (props: FormDrawerProps) => {
  const { t } = useTranslation()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // React hands events of a drawer to the page that it was opened from, which may be a form too.
    event.stopPropagation()
    if (props.canSave && !props.isSaving) props.onSave()
  }
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <Drawer.Content>
        <form className="flex min-h-0 flex-1 flex-col" onSubmit={submit}>
          <Drawer.Header>
            <Drawer.Title asChild>
              <Heading>{props.title}</Heading>
            </Drawer.Title>
            <Drawer.Description className="txt-small text-ui-fg-subtle text-pretty">
              {props.description}
            </Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">{props.children}</Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary">
                {t("truestock.shared.cancel")}
              </Button>
            </Drawer.Close>
            <Button size="small" type="submit" isLoading={props.isSaving} disabled={!props.canSave}>
              {props.saveText ?? t("truestock.shared.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
