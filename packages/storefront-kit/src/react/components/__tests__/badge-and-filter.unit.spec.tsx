/** @jest-environment ./src/__tests__/browser.js */
import { act, type ReactNode, useState } from "react"
import { createRoot, type Root } from "react-dom/client"
import { renderToStaticMarkup } from "react-dom/server"
import { NOW, of } from "../../../__tests__/any-availability.js"
import type { AvailabilityStatus } from "../../../index.js"
import { AvailabilityBadge, AvailabilityFilter, type AvailabilityFilterProps } from "../index.js"

let root: Root | undefined
afterEach(async () => act(async () => root?.unmount()))

async function show(content: ReactNode) {
  const body = document.body.appendChild(document.createElement("form"))
  root = createRoot(body)
  await act(async () => root!.render(content))
  return body
}

describe("AvailabilityBadge", () => {
  it("says the label as text, with what a shop styles it by", () => {
    const badge = <AvailabilityBadge availability={of("low_stock", { quantity: 3 })} className="pill" />
    expect(renderToStaticMarkup(badge)).toBe(
      '<span class="truestock-badge pill" data-status="low_stock" data-purchasable="true">Only 3 left</span>'
    )
  })

  it("speaks as labels do: locale, texts, time zone, and nothing claimed of what is not known", () => {
    const released = of("preorder", { available_on: "2026-12-31T23:30:00.000Z" })
    const badge = <AvailabilityBadge availability={released} locale="de" timeZone="Europe/Berlin" now={NOW} />
    expect(renderToStaticMarkup(badge)).toContain("Vorbestellbar, erscheint am 1. Januar 2027")
    expect(renderToStaticMarkup(<AvailabilityBadge availability={null} />)).toBe(
      '<span class="truestock-badge" data-status="unknown" data-purchasable="false">Currently unavailable</span>'
    )
  })

  it("lets the shop draw it around the label", () => {
    const badge = (
      <AvailabilityBadge availability={of("in_stock")} texts={{ in_stock: "<On the shelf>" }}>
        {(label) => <strong>{label}</strong>}
      </AvailabilityBadge>
    )
    expect(renderToStaticMarkup(badge)).toContain("<strong>&lt;On the shelf&gt;</strong>")
  })
})

describe("AvailabilityFilter", () => {
  const counts = [
    { value: "in_stock" as const, count: 1200 },
    { value: "preorder" as const, count: 1 },
  ]
  const statuses: AvailabilityStatus[] = ["in_stock", "preorder", "backorder"]

  function Chosen({
    onChoice,
    ...props
  }: Partial<AvailabilityFilterProps> & { onChoice: (all: string[]) => void }) {
    const [value, choose] = useState<AvailabilityStatus[]>(["preorder"])
    const onChange = (all: AvailabilityStatus[]) => {
      onChoice(all)
      choose(all)
    }
    return <AvailabilityFilter {...{ value, onChange, counts, statuses }} {...props} />
  }

  it("is a named group of checkboxes, each labelled with its name and count", async () => {
    const body = await show(<Chosen onChoice={() => undefined} />)
    expect(body.querySelector("fieldset > legend")!.textContent).toBe("Availability")
    const boxes = [...body.querySelectorAll<HTMLInputElement>("input[type=checkbox]")]
    expect(
      boxes.map(({ labels, checked, disabled }) => [labels![0]!.textContent!.trim(), checked, disabled])
    ).toEqual([
      ["In stock (1,200)", false, false],
      ["Preorder (1)", true, false],
      ["Available to order (0)", false, false],
    ])
    expect(boxes.map(({ labels }) => labels![0]!.dataset.empty)).toEqual(["false", "false", "true"])
  })

  it("tells all that is chosen, in the order of the statuses, when a box is ticked or unticked", async () => {
    const choices: string[][] = []
    const body = await show(<Chosen onChoice={(all) => choices.push(all)} />)
    const boxes = [...body.querySelectorAll<HTMLInputElement>("input")]
    for (const index of [2, 0, 1]) await act(async () => boxes[index]!.click())
    expect(choices).toEqual([
      ["preorder", "backorder"],
      ["in_stock", "preorder", "backorder"],
      ["in_stock", "backorder"],
    ])
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false, true])
  })

  it("is a form's own without a handler: what is chosen is sent as the listing's parameter", async () => {
    const body = await show(<AvailabilityFilter value={["preorder"]} />)
    expect(body.querySelectorAll("input")).toHaveLength(7)
    expect(body.textContent).not.toMatch(/\(\d/)
    await act(async () => body.querySelector<HTMLInputElement>("[value=in_stock]")!.click())
    expect(new FormData(body as HTMLFormElement).getAll("status")).toEqual(["in_stock", "preorder"])
  })

  it("speaks the locale's language, and lets the shop draw an option", async () => {
    const german = renderToStaticMarkup(<AvailabilityFilter value={[]} locale="de" counts={counts} />)
    expect(german).toContain("<legend>Verfügbarkeit</legend>")
    expect(german.replace(/<[^>]+>/g, "")).toContain("Auf Lager (1.200)")
    const own = renderToStaticMarkup(
      <AvailabilityFilter
        value={[]}
        statuses={["in_stock"]}
        legend="Stock"
        renderOption={({ name, count }) => `${name}: ${count}`}
      />
    )
    expect(own).toContain("<legend>Stock</legend>")
    expect(own).toContain("In stock: undefined")
  })
})
