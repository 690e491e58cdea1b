import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { DISTRIBUTOR_MODULE, type DistributorModuleService } from "../../../modules/distributor"

export const distributorOf = (req: AuthenticatedMedusaRequest) =>
  req.scope.resolve<DistributorModuleService>(DISTRIBUTOR_MODULE)
