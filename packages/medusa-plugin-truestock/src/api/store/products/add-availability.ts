import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../../../modules/availability"
import type { ShownByProduct } from "../../../modules/availability/sql/read-shown"
import { namedChannels } from "../key-channels"
import { withAvailability } from "./with-availability"

type Product = { id: string; variants?: { id: string }[] | null }
type Answer = { product?: Product; products?: Product[] }

/**
 * Core's own product routes tell what our listing tells: each product and variant carries `availability`, of the
 * channels that were named or the key's. Null where the read model does not know it (yet). Core's answer goes out as it
 * is otherwise; refusals pass untouched.
 */
function addAvailability(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const send = res.json.bind(res)
  res.json = (answer) => {
    res.json = send
    const body = answer as Answer
    const products = body.products ?? (body.product ? [body.product] : [])
    if (products.length === 0) return send(body)
    readShown(req, products).then(
      (shown) => send(tellAll(body, shown)),
      (error: unknown) => next(error)
    )
    return res
  }
  next()
}

async function readShown(req: MedusaRequest, products: Product[]): Promise<ShownByProduct> {
  const availability = req.scope.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const named = (req.validatedQuery as { sales_channel_id?: string | string[] } | undefined)?.sales_channel_id
  const channels = namedChannels(req, named === undefined ? undefined : [named].flat())
  return availability.readShown(
    products.map(({ id }) => id),
    channels
  )
}

function tellAll(body: Answer, shown: ShownByProduct): Answer {
  return {
    ...body,
    ...(body.product && { product: withAvailability([body.product], shown)[0] }),
    ...(body.products && { products: withAvailability(body.products, shown) }),
  }
}

export const addAvailabilityMiddlewares: MiddlewareRoute[] = ["/store/products", "/store/products/:id"].map(
  (matcher) => ({ methods: ["GET"], matcher, middlewares: [addAvailability] })
)
