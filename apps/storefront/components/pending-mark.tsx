"use client"

import { useLinkStatus } from "next/link"

/** Inside a link: a sign that its page is being fetched. */
export function PendingMark() {
  const { pending } = useLinkStatus()
  return <span className="pending-mark" data-pending={pending} aria-hidden="true" />
}
