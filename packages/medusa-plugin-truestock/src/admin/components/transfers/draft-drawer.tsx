import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useOperation } from "../../hooks/stockroom/use-operation"
import type { TransferPaper } from "../../lib/stockroom/answers"
import {
  changedDraftBody,
  chooseOrigin,
  draftBody,
  draftForm,
  type DraftForm,
} from "../../lib/transfers/draft-form"
import { FormDrawer } from "../common/form-drawer"
import { LineEditor } from "../stockroom/line-editor"
import { LocationField } from "../stockroom/location-field"
import { NoteField } from "../stockroom/note-field"
import { Refused } from "../stockroom/refused"

type DraftDrawerProps = { transfer?: TransferPaper; onClose: () => void }

/** Makes a draft, which touches no stock, or changes one. Its locations stay what they are. */
export const DraftDrawer = ({ transfer, onClose }: DraftDrawerProps) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [form, setForm] = useState(() => draftForm(transfer))
  const body = transfer ? changedDraftBody(form) : draftBody(form)
  const { mutate, isPending, error, reset } = useOperation({
    run: (send, asked: object) =>
      send<{ transfer: TransferPaper }>(transfer ? `transfers/${transfer.id}` : "transfers", asked),
    done: () => t(`truestock.transfers.${transfer ? "draftChanged" : "draftMade"}`),
  })
  const change = (changed: Partial<DraftForm>) => {
    setForm({ ...form, ...changed })
    reset()
  }
  const save = (asked: object) =>
    mutate(asked, {
      onSuccess: (answer) => {
        onClose()
        if (!transfer) void navigate(`/transfers/${answer.transfer.id}`)
      },
    })
  return (
    <FormDrawer
      title={t(`truestock.transfers.${transfer ? "change" : "create"}`)}
      description={t("truestock.transfers.draftHint")}
      isSaving={isPending}
      canSave={body !== undefined}
      onSave={() => body && save(body)}
      onClose={onClose}
    >
      <div className="grid gap-x-3 gap-y-6 sm:grid-cols-2">
        <LocationField
          label={t("truestock.transfers.from")}
          value={form.fromId}
          disabled={!!transfer}
          onChange={(fromId) => change(chooseOrigin(form, fromId))}
        />
        <LocationField
          label={t("truestock.transfers.to")}
          value={form.toId}
          except={form.fromId}
          disabled={!!transfer}
          onChange={(toId) => change({ toId })}
        />
      </div>
      {form.fromId && (
        <LineEditor lines={form.lines} locationId={form.fromId} onChange={(lines) => change({ lines })} />
      )}
      <NoteField note={form.note} onChange={(note) => change({ note })} />
      <Refused error={error} />
    </FormDrawer>
  )
}
