import { Container, Heading, RadioGroup, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { GUARD_MODES, type GuardMode } from "../../../modules/inventory_management/movement"
import { useSetGuardMode } from "../../hooks/use-set-guard-mode"

/** The guard's mode. Whoever makes it weaker is asked first. */
export const GuardSection = ({ mode }: { mode: GuardMode }) => {
  const { t } = useTranslation()
  const prompt = usePrompt()
  const { mutate, isPending, variables } = useSetGuardMode()

  const choose = async (next: GuardMode) => {
    if (next !== "enforce") {
      const text = `truestock.health.guard.weaken.${next}`
      const sure = await prompt({
        variant: "danger",
        title: t(`${text}.title`),
        description: t(`${text}.description`),
        confirmText: t(`${text}.confirm`),
        cancelText: t("truestock.health.guard.keep"),
      })
      if (!sure) return
    }
    mutate(next, {
      onSuccess: ({ guard_mode }) =>
        toast.success(
          t("truestock.health.guard.changed", { mode: t(`truestock.health.guard.mode.${guard_mode}.label`) })
        ),
      onError: ({ message }) => toast.error(t("truestock.health.guard.failed", { message })),
    })
  }

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("truestock.health.guard.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("truestock.health.guard.subtitle")}
        </Text>
      </div>
      <RadioGroup
        className="grid grid-cols-1 gap-2 px-6 py-4 lg:grid-cols-3"
        aria-label={t("truestock.health.guard.title")}
        value={isPending ? variables : mode}
        disabled={isPending}
        onValueChange={(next) => void choose(next as GuardMode)}
      >
        {GUARD_MODES.map((value) => (
          <RadioGroup.ChoiceBox
            key={value}
            value={value}
            label={t(`truestock.health.guard.mode.${value}.label`)}
            description={t(`truestock.health.guard.mode.${value}.description`)}
          />
        ))}
      </RadioGroup>
    </Container>
  )
}
