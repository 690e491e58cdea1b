import { Button, Text, Tooltip } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRequestRun } from "../../../hooks/distributor/use-distributor-change"
import type { Source } from "../../../lib/distributor/answers"
import { blockedBy, SOURCE_ACTIONS } from "../../../lib/distributor/source-actions"
import { OptionalChoice } from "../../common/optional-choice"
import { SwitchField } from "../../common/switch-field"

/** What can be asked of a source: for all of its titles or those of a saved search, really or to see what would happen. */
export const SourceActions = ({ source }: { source: Source }) => {
  const { t } = useTranslation()
  const [isDry, setIsDry] = useState(false)
  const [search, setSearch] = useState<string>()
  const { mutate, isPending, variables } = useRequestRun(source.id)
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <div className="flex flex-wrap items-center gap-2">
        {SOURCE_ACTIONS.map((kind) => {
          const blocked = blockedBy(kind, source, isDry, search)
          return (
            <Tooltip
              key={kind}
              content={t(`truestock.distributor.${blocked ?? `actionHint.${kind}`}`)}
              maxWidth={280}
            >
              {/* A button that is off hears nothing of the pointer. */}
              <span>
                <Button
                  size="small"
                  variant={kind === "sync" ? "primary" : "secondary"}
                  disabled={blocked !== undefined || isPending}
                  isLoading={isPending && variables?.kind === kind}
                  onClick={() => mutate({ kind, dry_run: isDry, ...(search && { target: search }) })}
                >
                  {t(`truestock.distributor.action.${kind}`)}
                </Button>
              </span>
            </Tooltip>
          )
        })}
        {source.searches.length > 0 && (
          <OptionalChoice
            label={t("truestock.distributor.target")}
            none={t("truestock.distributor.allTitles")}
            value={search}
            options={source.searches.map((name) => ({ value: name, label: name }))}
            onChange={setSearch}
          />
        )}
      </div>
      <SwitchField
        label={t("truestock.distributor.dryRun")}
        hint={t("truestock.distributor.dryRunHint")}
        checked={isDry}
        onChange={setIsDry}
      />
      {source.location_id === null && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("truestock.distributor.setUp.hint")}
        </Text>
      )}
    </div>
  )
}
