import { Text } from "@medusajs/ui"

type SectionHeadingProps = { text: string; count?: number }

/** What a part of the widget is about, and how many there are. */
export const SectionHeading = ({ text, count }: SectionHeadingProps) => (
  <span className="flex items-center gap-x-2">
    <Text as="span" size="small" leading="compact" weight="plus">
      {text}
    </Text>
    {count !== undefined && (
      <Text as="span" size="small" leading="compact" className="text-ui-fg-muted tabular-nums">
        {count}
      </Text>
    )}
  </span>
)
