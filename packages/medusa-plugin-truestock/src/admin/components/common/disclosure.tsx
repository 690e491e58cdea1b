import { TriangleRightMini } from "@medusajs/icons"
import type { ReactNode } from "react"

type DisclosureProps = {
  /** Beside the arrow: what is to be seen when it is opened, and its gist. */
  summary: ReactNode
  children: ReactNode
  className?: string
  onToggle?: (isOpen: boolean) => void
}

/** Details that are shown on demand: a click, Enter or Space on its summary. */
export const Disclosure = ({ summary, children, className, onToggle }: DisclosureProps) => (
  <details
    className={`group/details ${className ?? ""}`}
    onToggle={(event) => onToggle?.(event.currentTarget.open)}
  >
    <summary className="focus-visible:shadow-borders-focus flex cursor-pointer list-none items-center gap-x-1 rounded-md outline-none [&::-webkit-details-marker]:hidden">
      <TriangleRightMini className="text-ui-fg-muted shrink-0 transition-transform group-open/details:rotate-90" />
      {summary}
    </summary>
    {children}
  </details>
)
