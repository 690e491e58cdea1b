import { TestEnvironment } from "jest-environment-jsdom"

// With fetch all that must be of one kind with it.
const BY_NODE = [
  ...["fetch", "Headers", "Request", "Response", "AbortController", "AbortSignal"],
  ...["TransformStream", "TextEncoder", "TextDecoder"],
]

/** A browser's page by jsdom, where what jsdom has not is Node's. */
export default class Browser extends TestEnvironment {
  async setup() {
    await super.setup()
    for (const name of BY_NODE) this.global[name] = globalThis[name]
    this.global.IS_REACT_ACT_ENVIRONMENT = true
  }
}
