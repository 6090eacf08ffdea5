import { expect, test } from 'vitest'

import { createDrafts, keptPresent } from '../../../../src/chat/forms/drafts.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import { unknownPresent } from '../../../../src/core/form.ts'
import type { Form } from '../../../../src/core/invocation.ts'
import type { Keep, KeepKey, KeptValue } from '../../../../src/core/keep.ts'

const clock = settableClock(new Date('2026-11-21T12:00:00Z'))

function memory(): { readonly keep: Keep; readonly values: Map<string, unknown> } {
  const values = new Map<string, unknown>()
  const keep = {
    get: async ({ key }: KeepKey) =>
      values.has(key) ? ({ value: values.get(key) } as unknown as KeptValue) : undefined,
    put: async ({ key }: KeepKey, value: unknown) => void values.set(key, JSON.parse(JSON.stringify(value))),
  } as unknown as Keep
  return { keep, values }
}

test('a form that a release before kept without what it showed is one of which that is no longer known', async () => {
  const { keep, values } = memory()
  const drafts = createDrafts<{ readonly present: Form['present'] }>('slack', { keep, clock }, (kept) => ({
    present: keptPresent(kept),
  }))
  values.set('ana old', { command: 'update edit' })
  expect(await drafts.get('T1', 'ana', 'old')).toEqual({ present: unknownPresent })
  values.set('ana shown', { command: 'meeting edit', present: { title: 'Rail' } })
  expect(await drafts.get('T1', 'ana', 'shown')).toEqual({ present: { title: 'Rail' } })

  await drafts.put('T1', 'ana', 'new', { present: undefined })
  expect(await drafts.get('T1', 'ana', 'new')).toEqual({ present: undefined })
  expect(await drafts.get('T1', 'ana', 'none')).toBeUndefined()
})
