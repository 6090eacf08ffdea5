import type { Json } from '../../../src/core/json.ts'

/** The elements that a card of ours is made of; whoever adds one says how it reads as text. */
const elementTypes = [
  'RichTextBlock',
  'TextBlock',
  'FactSet',
  'Image',
  'ActionSet',
  'Input.ChoiceSet',
  'Container',
  'Table',
] as const

type ElementType = (typeof elementTypes)[number]

export type CardElement = Json & { readonly type: ElementType }

/** Reads the elements inside an element that was made here. */
export function readElements(given: readonly Json[]): readonly CardElement[] {
  return given.flatMap((one) => {
    const type = elementTypes.find((known) => known === one['type'])
    return type === undefined ? [] : [{ ...one, type }]
  })
}
