import { ArrowUturnLeft, PencilSquare } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLanguage } from "../../hooks/use-language"
import type { Override } from "../../lib/availability/answers"
import { formatMoment } from "../../lib/format"
import { AvailabilityBadge } from "./availability-badge"

type OverrideItemProps = {
  override: Override
  scope: string
  by: string | null
  onEdit: () => void
  onClear: () => void
}

export const OverrideItem = ({ override, scope, by, onEdit, onClear }: OverrideItemProps) => {
  const { t } = useTranslation()
  const { status, notes, note_visible } = override
  return (
    <div className="flex items-start justify-between gap-x-2">
      <div className="flex min-w-0 flex-col gap-y-1.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <AvailabilityBadge status={status} />
          <Text size="small" leading="compact">
            {scope}
          </Text>
        </div>
        <Text size="xsmall" className="text-ui-fg-subtle">
          <SinceAndUntil override={override} by={by} />
        </Text>
        {notes && (
          <figure className="bg-ui-bg-subtle rounded-md border px-3 py-2">
            <blockquote className="txt-small max-h-40 overflow-y-auto whitespace-pre-wrap break-words">
              {notes}
            </blockquote>
            <figcaption className="txt-compact-xsmall text-ui-fg-muted mt-1">
              {t(`truestock.availability.override.${note_visible ? "noteVisible" : "noteInternal"}`)}
            </figcaption>
          </figure>
        )}
      </div>
      <div className="flex shrink-0">
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("truestock.availability.override.edit", { scope })}
          onClick={onEdit}
        >
          <PencilSquare />
        </IconButton>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("truestock.availability.override.clear", { scope })}
          onClick={onClear}
        >
          <ArrowUturnLeft />
        </IconButton>
      </div>
    </div>
  )
}

const SinceAndUntil = ({ override, by }: { override: Override; by: string | null }) => {
  const { t } = useTranslation()
  const language = useLanguage()
  const { updated_at, expires_at, is_expired } = override
  const at = formatMoment(updated_at, language)
  const since = by
    ? t("truestock.availability.override.by", { name: by, at })
    : t("truestock.availability.override.since", { at })
  const until = expires_at
    ? t(`truestock.availability.override.${is_expired ? "expired" : "until"}`, {
        at: formatMoment(expires_at, language),
      })
    : t("truestock.availability.override.untilCleared")
  return (
    <>
      {since}, {until}
    </>
  )
}
