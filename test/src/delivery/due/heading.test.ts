import { expect, test } from 'vitest'

import { block, message } from '../../../../src/core/message.ts'
import { withHeading } from '../../../../src/delivery/heading.ts'
import { product } from '../../../support/architecture/sources.ts'

/** The kinds of the notices of commands and of the inbox, as their sources write them. */
const kinds = product
  .filter(({ file }) => /^(?:commands|src\/bot)\//.test(file))
  .flatMap(({ code }) => [...code.matchAll(/\bkind: '([\w-]+)',\s+subject\b/g)].map(([, kind = '']) => kind))

test('a card that comes by itself has a heading that names its kind, whatever the kind', () => {
  const card = message('Something happened.', block.list(['This', 'That']))
  const headless = new Set(kinds.filter((kind) => withHeading(card, kind).heading === undefined))

  expect(kinds.length).toBeGreaterThan(20)
  expect([...headless]).toEqual([])
})
