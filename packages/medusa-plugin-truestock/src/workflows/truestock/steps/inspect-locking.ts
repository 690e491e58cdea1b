import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { judgeLocking } from "../judge-locking"

/** Redis or the like behind one of these is what a shop of several processes has. */
const SHARED_BY_PROCESSES = [Modules.EVENT_BUS, Modules.WORKFLOW_ENGINE, Modules.CACHE, Modules.CACHING]

/** Whether Medusa's own locks fit the number of processes that the configuration speaks of. */
export const inspectLockingStep = createStep("inspect-locking", async (_: void, { container }) => {
  const locking = container.resolve<{ defaultProviderId?: string }>(Modules.LOCKING, {
    allowUnregistered: true,
  })
  const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const shared_modules = SHARED_BY_PROCESSES.flatMap((key) => {
    const configured = modules?.[key] as { resolve?: string } | string | undefined
    const resolve = typeof configured === "object" ? configured.resolve : configured
    return resolve && /redis|nats|rabbit|kafka|sqs|temporal/i.test(resolve) ? [resolve] : []
  })
  return new StepResponse(judgeLocking({ locking_provider: locking?.defaultProviderId, shared_modules }))
})
