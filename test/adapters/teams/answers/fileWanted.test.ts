import { expect, test } from 'vitest'

import { withoutFileForm } from '../../../../adapters/teams/answers/fileWanted.ts'
import type { Answer } from '../../../../src/core/invocation.ts'
import { message } from '../../../../src/core/message.ts'
import { option, required } from '../../../../src/core/option.ts'
import { plainMessage } from '../../../support/plain.ts'

const file = option.file({ about: 'The people', endings: ['csv'] })

function answer(outcome: Answer['outcome'], wanted = required(file)): Answer {
  const fields = [{ name: 'file', option: wanted }]
  const form = { command: 'directory import', title: '/directory import', given: {}, fields }
  return { outcome, audience: 'caller', message: message('file: “x.pdf” is not a file.'), form }
}

test('where a file is needed, the answer tells how to send it in place of a form', () => {
  const asked = withoutFileForm(answer('asked'))
  expect(asked.form).toBeUndefined()
  expect(plainMessage(asked.message)).toBe(
    '/directory import needs a file.\nSend me the file in our own chat, with directory import as its text.',
  )
})

test('a refused file is told with what was wrong, and how to send another one', () => {
  const refused = withoutFileForm(answer('refused'))
  expect(refused.form).toBeUndefined()
  expect(plainMessage(refused.message)).toMatch(/^file: “x\.pdf” is not a file\.\nSend me the file/)
})

test('a form that can do without a file is opened', () => {
  const optional: Answer = {
    ...answer('asked'),
    form: { command: 'x', title: '/x', given: {}, fields: [{ name: 'file', option: file }] },
  }
  expect(withoutFileForm(optional)).toBe(optional)
  const { form: _, ...done } = answer('done')
  expect(withoutFileForm(done)).toBe(done)
})
