// Loaded into a server under test: calls core's services inside of it, as a job or another plugin of the shop would.
const { createRequire } = require("node:module")
const { join } = require("node:path")

const fromShop = createRequire(join(process.cwd(), "package.json"))

process.on("message", async ({ id, method, args, lock }) => {
  const { MedusaModule } = fromShop("@medusajs/framework/modules-sdk")
  const service = (name) => MedusaModule.getModuleInstance(name)[name]
  const work = () => service("inventory")[method](...args)
  try {
    const result = await (lock ? service("locking").execute(lock, work) : work())
    process.send({ id, result })
  } catch ({ message, code, type }) {
    process.send({ id, error: { message, code, type } })
  }
})
process.channel.unref()
