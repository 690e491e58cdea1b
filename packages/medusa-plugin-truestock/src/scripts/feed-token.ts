import { AVAILABILITY_MODULE, type AvailabilityModuleService } from "../modules/availability"
import { print, script } from "./script"

/**
 * `truestock feed-token <channel> [--rotate] [--json]`: makes the token that opens a sales channel's feed without a
 * header, and tells it this once.
 */
export default script(async ({ container, has, valueOf }) => {
  const { merchantFeed } = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const feed = await merchantFeed.makeToken(valueOf("channel") ?? "", has("rotate"))
  const path = `/feeds/${feed.token}/google.xml`
  await print(has("json") ? JSON.stringify({ feed: { ...feed, path } }) : path)
  return 0
})
