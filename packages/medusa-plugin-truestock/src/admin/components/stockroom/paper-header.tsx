import { Heading } from "@medusajs/ui"
import type { ReactNode } from "react"

type PaperHeaderProps = { title: string; badge: ReactNode; actions: ReactNode }

/** What a paper is, its state, and what can be done with it. */
export const PaperHeader = ({ title, badge, actions }: PaperHeaderProps) => (
  <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <Heading className="break-words">{title}</Heading>
      {badge}
    </div>
    {actions}
  </div>
)
