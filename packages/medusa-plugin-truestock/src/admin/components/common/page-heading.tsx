import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type PageHeadingProps = { title: string; subtitle: string; children?: ReactNode }

/** What a page is about, and what can be chosen on it. */
export const PageHeading = ({ title, subtitle, children }: PageHeadingProps) => (
  <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
    <div className="max-w-2xl">
      <Heading>{title}</Heading>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {subtitle}
      </Text>
    </div>
    {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
  </div>
)
