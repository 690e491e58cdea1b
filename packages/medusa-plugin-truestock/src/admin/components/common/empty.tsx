import { Text } from "@medusajs/ui"

type EmptyProps = { title: string; hint: string }

/** What stands in the place of rows when there are none. */
export const Empty = ({ title, hint }: EmptyProps) => (
  <div className="flex min-h-40 flex-col items-center justify-center gap-y-1 px-6 py-8 text-center">
    <Text size="small" leading="compact" weight="plus">
      {title}
    </Text>
    <Text size="small" className="text-ui-fg-subtle max-w-md text-balance">
      {hint}
    </Text>
  </div>
)
