import type { AvailabilityStatus } from "../../../modules/availability/status"
import type { Override } from "./answers"

/** Longest note that the API takes, in characters. */
export const LONGEST_NOTE = 2_000

/** What a manual status is about; null = all variants, all channels. */
export type OverrideScope = { variant_id: string | null; sales_channel_id: string | null }

export type OverrideForm = {
  status: AvailabilityStatus | undefined
  notes: string
  note_visible: boolean
  expires_at: Date | null
}

/** The body of POST /admin/products/:id/availability. What is left out has no note, no end, or holds for all. */
export type OverrideBody = {
  status: AvailabilityStatus
  notes?: string
  note_visible: boolean
  expires_at?: string
  variant_id?: string
  sales_channel_id?: string
}

export const WHOLE_PRODUCT: OverrideScope = { variant_id: null, sales_channel_id: null }

export function isSameScope(one: OverrideScope, other: OverrideScope): boolean {
  return one.variant_id === other.variant_id && one.sales_channel_id === other.sales_channel_id
}

/** The form as it opens: with what was set before for the same scope, as far as it still holds. */
export function overrideForm(overrides: readonly Override[], scope: OverrideScope): OverrideForm {
  const before = overrides.find((override) => !override.is_expired && isSameScope(override, scope))
  return {
    status: before?.status,
    notes: before?.notes ?? "",
    note_visible: before?.note_visible ?? false,
    expires_at: before?.expires_at ? new Date(before.expires_at) : null,
  }
}

/** The body that the form stands for; undefined while no status is chosen. */
export function overrideBody(form: OverrideForm, scope: OverrideScope): OverrideBody | undefined {
  const notes = form.notes.trim()
  return (
    form.status && {
      status: form.status,
      ...(notes && { notes }),
      note_visible: notes !== "" && form.note_visible,
      ...(form.expires_at && { expires_at: form.expires_at.toISOString() }),
      ...scopeQuery(scope),
    }
  )
}

/** A scope as query and body name it: what is meant for all is left out. */
export function scopeQuery(scope: {
  variant_id: string | null
  sales_channel_id?: string | null
  location_id?: string | null
}): { variant_id?: string; sales_channel_id?: string; location_id?: string } {
  const { variant_id, sales_channel_id, location_id } = scope
  return {
    ...(variant_id && { variant_id }),
    ...(sales_channel_id && { sales_channel_id }),
    ...(location_id && { location_id }),
  }
}
