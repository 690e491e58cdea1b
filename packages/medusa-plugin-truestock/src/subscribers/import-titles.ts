import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { DISTRIBUTOR_RUN_REQUESTED } from "../modules/distributor"
import { runImport } from "../workflows/distributor/run-import"

/** Does an import that was asked for. Asked for again while it is under way, it is left to whoever is at it. */
export default async function importTitles({
  event: { data },
  container,
}: SubscriberArgs<{ run_id: string }>): Promise<void> {
  await runImport(container, data.run_id).catch((error: unknown) => {
    const { code } = error as { code?: string }
    if (code !== "run_in_progress" && code !== "run_state") throw error
  })
}

export const config: SubscriberConfig = {
  event: DISTRIBUTOR_RUN_REQUESTED,
  context: { subscriberId: "truestock-import-titles" },
}
