import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'

import { compose } from '../../../src/newsletter/compose/compose.ts'
import { renderMailHtml } from '../../../src/newsletter/mail/mailHtml.ts'
import { planOf } from '../../../src/newsletter/plan.ts'
import { item } from '../../support/newsletterItems.ts'

const full = compose({
  number: 37,
  period: { from: '2023-03-01', to: '2023-04-30' },
  status: 'published',
  figures: [{ key: 'entities', label: 'Compact entities', value: 45, previous: 43 }],
  items: [item({ links: [{ text: 'visited', url: 'https://un.org/visit' }] })],
  plan: planOf({ framework: 'Ocean Compact', closing: 'Write to us, https://ocean.example' }),
  notes: { '': 'Dear readers.' },
})

test('the letter is valid HTML, but for the attributes that Outlook wants', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      'no-trailing-whitespace': 'off',
      'no-raw-characters': 'error',
      'no-inline-style': 'off',
      'no-deprecated-attr': 'off',
      'no-conditional-comment': 'off',
      'prefer-native-element': 'off',
    },
  })
  const report = await validator.validateString(renderMailHtml(full))

  expect(
    report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`)),
  ).toEqual([])
})
