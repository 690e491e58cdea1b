import {
  DISTRIBUTOR_MODULE,
  type DistributorModuleService,
} from "medusa-plugin-truestock/modules/distributor"
import { setUpDistributor } from "medusa-plugin-truestock/workflows"
import { Seeding } from "./seeding"

/** The stock locations of the configured distributors, "Ingram (Drop-Ship)" among them: the Online Store sells from there. */
export async function seedDistributors({ container, progress }: Seeding): Promise<void> {
  const sources = await container.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE).listSources()
  for (const { id } of sources) {
    const { location } = await setUpDistributor(container, id)
    progress(`stock location ${location}`)
  }
}
