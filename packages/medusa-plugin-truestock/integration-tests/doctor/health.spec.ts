import { createStep, createWorkflow, StepResponse } from "@medusajs/framework/workflows-sdk"
import { setGuardModeWorkflow } from "../../src/workflows"
import { adminHeaders } from "../support/admin-headers"
import { runWithShop } from "../support/run-with-shop"
import { rest } from "./examine"

const failStep = createStep("fail-after-guard-mode", async () => {
  throw new Error("failed on purpose")
  return new StepResponse(null)
})

const switchThenFail = createWorkflow("switch-guard-then-fail", (input: { mode: "observe" }) => {
  setGuardModeWorkflow.runAsStep({ input })
  failStep()
})

runWithShop((booted) => {
  const quietly = { validateStatus: () => true }
  let admin: { headers: Record<string, string> }

  beforeAll(async () => {
    admin = { headers: (await adminHeaders(booted.container)).headers }
    await booted.availability.drain()
  })

  const health = async (query = "") =>
    booted.api.get(`/admin/truestock/health${query}`, { ...admin, ...quietly })
  const setMode = (body: unknown) =>
    booted.api.post("/admin/truestock/guard-mode", body, { ...admin, ...quietly })

  describe("GET /admin/truestock/health", () => {
    it("answers the light checks, and the deep ones when asked", async () => {
      const light = await health()
      expect(light.status).toBe(200)
      expect(light.data).toMatchObject({ status: "ok", guard_mode: "enforce" })
      expect(Date.parse(light.data.checked_at)).not.toBeNaN()
      const skipped = light.data.checks.filter((check: any) => check.status === "skipped")
      expect(skipped).toHaveLength(14)

      const deep = await health("?deep=true")
      expect(deep.data.checks.map((check: any) => check.name)).toEqual(
        light.data.checks.map((check: any) => check.name)
      )
      expect(deep.data.checks.filter((check: any) => check.status !== "ok")).toEqual([])
    })

    it("turns red with a trigger that is gone", async () => {
      await rest(booted)
      await booted.connection.raw("drop trigger truestock_guard_insert on reservation_item")
      const { data } = await health()
      expect(data.status).toBe("error")
      expect(data.checks[0]).toEqual({
        name: "guard_triggers",
        status: "error",
        summary: expect.stringContaining("missing, disabled or old"),
        count: 1,
        examples: ["trigger truestock_guard_insert on reservation_item is missing or disabled"],
      })
    })

    it.each([
      ["?deep=yes", "invalid_parameter", "yes"],
      ["?deep=true&deep=false", "invalid_parameter", "deep"],
      ["?depth=true", "unknown_parameter", "depth"],
    ])("refuses %s", async (query, code, said) => {
      const { status, data } = await health(query)
      expect([status, data.code]).toEqual([400, code])
      expect(data.message).toContain(said)
    })

    it("is for admins", async () => {
      const { status } = await booted.api.get("/admin/truestock/health", quietly)
      expect(status).toBe(401)
    })
  })

  describe("POST /admin/truestock/guard-mode", () => {
    it("changes the mode for everybody", async () => {
      const { status, data } = await setMode({ mode: "observe" })
      expect([status, data]).toEqual([200, { guard_mode: "observe" }])
      expect((await health()).data).toMatchObject({ status: "warning", guard_mode: "observe" })
      expect((await setMode({ mode: "enforce" })).data).toEqual({ guard_mode: "enforce" })
    })

    it.each([
      [{ mode: "strict" }, "invalid_mode"],
      [{ mode: null }, "invalid_mode"],
      [{}, "invalid_mode"],
      [{ mode: ["off"] }, "invalid_mode"],
      [{ mode: "off", until: "tomorrow" }, "invalid_body"],
    ])("refuses %j and changes nothing", async (body, code) => {
      const { status, data } = await setMode(body)
      expect([status, data.code]).toEqual([400, code])
      expect(await booted.stock.retrieveGuardMode()).toBe("enforce")
    })

    it("is for admins", async () => {
      const { status } = await booted.api.post("/admin/truestock/guard-mode", { mode: "off" }, quietly)
      expect(status).toBe(401)
      expect(await booted.stock.retrieveGuardMode()).toBe("enforce")
    })
  })

  it("puts back the mode that held before when a later step fails", async () => {
    await booted.stock.setGuardMode("off")
    await expect(switchThenFail(booted.container).run({ input: { mode: "observe" } })).rejects.toMatchObject({
      message: expect.stringContaining("failed on purpose"),
    })
    expect(await booted.stock.retrieveGuardMode()).toBe("off")
  })
})
