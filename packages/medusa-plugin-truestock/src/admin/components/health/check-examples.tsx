import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** `count` is how many there are in all, where that is known. */
type CheckExamplesProps = { examples: string[]; count: number | undefined }

export const CheckExamples = ({ examples, count = examples.length }: CheckExamplesProps) => {
  const { t } = useTranslation()
  const more = count - examples.length
  return (
    <details className="txt-small text-ui-fg-subtle">
      <summary className="w-fit cursor-pointer">{t("truestock.health.examples")}</summary>
      <ul className="bg-ui-bg-subtle mt-2 flex flex-col gap-y-1 rounded-md px-3 py-2">
        {examples.map((example) => (
          <li key={example} className="txt-compact-xsmall break-words font-mono">
            {example}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Text size="xsmall" className="mt-1">
          {t("truestock.health.moreExamples", { count: more })}
        </Text>
      )}
    </details>
  )
}
