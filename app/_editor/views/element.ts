type Attributes = Record<string, string | number | boolean | null | undefined>

/** A DOM element with attributes (false and null: left out) and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  setAttributes(made, attributes)
  made.append(...children)
  return made
}

export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value == null) target.removeAttribute(name)
    else target.setAttribute(name, value === true ? '' : String(value))
  }
}
