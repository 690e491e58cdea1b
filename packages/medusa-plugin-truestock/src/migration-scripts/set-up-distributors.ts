import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "../background/chore"
import { DISTRIBUTOR_MODULE, type DistributorModuleService } from "../modules/distributor"
import { setUpDistributor } from "../workflows/distributor/set-up-distributor"

/**
 * Run once by `medusa db:migrate`: the stock locations of the distributors that are configured then; without one nothing is
 * made. What cannot be made does not hold a migration up: `truestock setup-distributor` makes it, and says what is wrong.
 */
export default async function setUpDistributors({ container }: Pick<ExecArgs, "container">): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const sources = await container.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE).listSources()
  for (const { id } of sources) {
    try {
      const { location, became, warnings } = await setUpDistributor(container, id)
      logger.info(`Stock location ${location} of distributor ${id}: ${became}`)
      for (const warning of warnings) logger.warn(warning)
    } catch (error) {
      logger.warn(
        `Distributor ${id} has no stock location yet. truestock setup-distributor ${id}: ${messageOf(error)}`
      )
    }
  }
}
