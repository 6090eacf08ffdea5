import { ErrorCode } from '@slack/web-api'
import { expect, test } from 'vitest'

import { deliveryError } from '../../../adapters/slack/api/faults.ts'
import { ownValue } from '../../../src/core/json.ts'

const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']

test.each(inherited)('a table holds nothing of ours under “%s”, which every object has', (word) => {
  expect(ownValue({ known: 1 }, word)).toBeUndefined()
  expect(ownValue({ known: 1 }, 'known')).toBe(1)
})

test.each(inherited)('“%s” in place of a platform’s word for a fault means nothing', (word) => {
  const said = Object.assign(new Error(`An API error occurred: ${word}`), {
    code: ErrorCode.PlatformError,
    data: { ok: false, error: word },
  })

  expect(deliveryError(said)).toMatchObject({ fault: { kind: 'invalid' } })
})
