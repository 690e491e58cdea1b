import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { BRAND_MODULE } from "../../../modules/brand"
import type BrandModuleService from "../../../modules/brand/service"

/** `GET /store/brands`: `{ brands: [{ id, name }] }`, the shop's publishers by name. A bookshop has few enough to tell them all. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const service = req.scope.resolve<BrandModuleService>(BRAND_MODULE)
  const brands = await service.listBrands(
    {},
    { select: ["id", "name"], order: { name: "ASC" }, take: 10_000 }
  )
  res.json({ brands: brands.map(({ id, name }) => ({ id, name })) })
}
