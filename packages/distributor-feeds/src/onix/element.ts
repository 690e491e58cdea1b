import type { ReferenceName } from "./tags"

/** An element of a header or product, named by its reference name; only what is read is kept. */
export type Element = {
  name: ReferenceName
  attributes: Record<string, string>
  children: Element[]
  text: string
}

/** The children of that name. */
export function all(element: Element | undefined, name: ReferenceName): Element[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The first element along a path of names. */
export function first(element: Element | undefined, ...path: ReferenceName[]): Element | undefined {
  return path.reduce<Element | undefined>(
    (found, name) => found?.children.find((child) => child.name === name),
    element
  )
}

/** The text at the end of a path, blanks collapsed; null where there is none. */
export function textAt(element: Element | undefined, ...path: ReferenceName[]): string | null {
  return (
    first(element, ...path)
      ?.text.replace(/\s+/g, " ")
      .trim() || null
  )
}

/** How a reject shows an element: reference names, without attributes. */
export function asXml(element: Element): string {
  const inner = element.children.map(asXml).join("") || element.text.trim()
  return `<${element.name}>${inner}</${element.name}>`
}
