import type { Generation, StockRow, TitleOnPage } from "./title-on-page"

/** A title page as the site is known to build it, in either generation, with its stock or without. */
export function renderTitlePage(title: TitleOnPage, generation: Generation, stock = true): string {
  const { ean13 } = title
  const headline = title.headline ? `<strong>- ${escape(title.headline)}</strong>` : ""
  const identity =
    generation === "new"
      ? `<h1 id="pd-title">${escape(title.title)}</h1>${headline}
         <div class="pdImage" pd-ean="${ean13}"></div><span id="pd-product-id">${ean13}</span>`
      : `<span class="productDetailTitle">${escape(title.title)}</span>${headline}
         <div class="productDetailElements"><strong>EAN:</strong> ${ean13}</div>`

  return `<!DOCTYPE html><html><head><title>${escape(title.title)}</title></head><body>
    <form><input type="hidden" name="ttlid" value="${escape(title.ttlid ?? "")}"></form>
    ${identity}
    <div>${(title.contributors ?? []).map((name) => `<a class="doContributorSearch">${escape(name)}</a>`).join("; ")}</div>
    ${title.publisher ? `<a class="doSid">${escape(title.publisher)}</a>` : ""}
    <div class="productDetailElements">${labelled("Pub Date", title.pub_date)}${labelled("Binding", title.binding)}</div>
    <table><tr><td class="productDetailSmallElements">${labelled("US SRP", price(title))}</td>
    <td class="productDetailSmallElements">${labelled("Series", title.series)}</td></tr></table>
    ${title.not_returnable ? "<p>This title is not returnable.</p>" : ""}
    ${title.restriction ? `<p>${escape(title.restriction)}</p>` : ""}
    ${stock ? stockOf(title, generation) : ""}
    </body></html>`
}

/** `&` and everything that could be read as markup. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function stockOf({ main, alt = [] }: TitleOnPage, generation: Generation): string {
  if (generation === "2014") return cells(main)
  const heading = "<tr><th>DC</th><th>On Hand</th><th>On Order</th></tr>"
  const others = alt.length > 0 ? `<table class="newAltStockCheckTable">${alt.map(row).join("")}</table>` : ""
  return `<table class="newStockCheckTable">${heading}${main.map(row).join("")}</table>${others}`
}

function row({ state, on_hand, on_order, place }: StockRow): string {
  const title = place ? ` title="${escape(place)}"` : ""
  return `<tr${title}><td>${state}</td><td class="scTabledata">${thousands(on_hand)}</td><td class="scTabledata">${thousands(on_order)}</td></tr>`
}

/** Two cells each for Tennessee and Pennsylvania: that page knew no others. */
function cells(rows: StockRow[]): string {
  const classes: Record<string, string> = { TN: "scLightRow", PA: "scDarkRow" }
  return rows
    .map(({ state, on_hand, on_order }) => {
      const name = classes[state]
      if (!name) throw new Error(`The page of 2014 has no cells for ${state}.`)
      const cell = (figure: number) => `<td class="${name}">${thousands(figure)}</td>`
      return `<table><tr>${cell(on_hand)}${cell(on_order)}</tr></table>`
    })
    .join("")
}

function price({ us_srp, discount }: TitleOnPage): string | undefined {
  if (!us_srp) return undefined
  const amount = us_srp.replace(/\B(?=(\d{3})+\.)/g, ",")
  if (!discount) return `$${amount}`
  return `$${amount} (${discount.endsWith("%") ? discount : `Discount: ${discount}`})`
}

function labelled(label: string, value: string | undefined): string {
  return value ? `<strong>${label}:</strong> ${escape(value)} ` : ""
}

function thousands(figure: number): string {
  return figure.toLocaleString("en-US")
}
