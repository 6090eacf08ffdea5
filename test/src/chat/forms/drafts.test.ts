import { expect, test } from 'vitest'

import { createDrafts, keptPresent } from '../../../../src/chat/forms/drafts.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import { unknownPresent } from '../../../../src/core/form.ts'
import type { Form } from '../../../../src/core/invocation.ts'
import { memoryKeep } from '../../../support/stubHost.ts'

const clock = settableClock(new Date('2026-11-21T12:00:00Z'))

test('a form that a release before kept without what it showed is one of which that is no longer known', async () => {
  const keep = memoryKeep(clock)
  const kept = (key: string, value: unknown) =>
    keep.put({ platform: 'slack', tenant: 'T1', kind: 'form', key }, value)
  const drafts = createDrafts<{ readonly present: Form['present'] }>('slack', { keep, clock }, (draft) => ({
    present: keptPresent(draft),
  }))
  await kept('ana old', { command: 'update edit' })
  expect(await drafts.get('T1', 'ana', 'old')).toEqual({ present: unknownPresent })
  await kept('ana shown', { command: 'meeting edit', present: { title: 'Rail' } })
  expect(await drafts.get('T1', 'ana', 'shown')).toEqual({ present: { title: 'Rail' } })

  await drafts.put('T1', 'ana', 'new', { present: undefined })
  expect(await drafts.get('T1', 'ana', 'new')).toEqual({ present: undefined })
  expect(await drafts.get('T1', 'ana', 'none')).toBeUndefined()
})
