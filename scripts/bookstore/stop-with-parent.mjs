// @ts-check
// Loaded into the server: should whoever started it be killed without a chance to clean up, the server
// must not stay behind and keep the port.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"))
process.channel?.unref()
