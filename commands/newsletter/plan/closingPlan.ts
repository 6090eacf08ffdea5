import { secretariat } from '../../../src/core/catalog.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { planOf } from '../../../src/newsletter/plan.ts'
import { paragraphsOf } from '../../../src/newsletter/render/paragraphs.ts'
import { command } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { presentTexts } from '../../records/present.ts'
import { changePlan } from './changePlan.ts'
import { changesHeld, changesHere } from './planHere.ts'

export const closingPlan = command({
  name: 'closing',
  group: 'plan',
  about: 'The words with which every issue ends, such as whom to write to; “none” for none',
  options: {
    text: required(
      option.text({ about: 'The words, a line for each paragraph', max: 1500, multiline: true }),
    ),
    undoes: undoesOption,
  },
  access: secretariat,
  changes: true,
  examples: [
    '/newsletter plan closing "Please write to the secretariat, https://www.un.org/counterterrorism"',
  ],
  present: async ({ db }) => presentTexts({ text: (await changesHere(db)).closing }),
  async run(context, { text: typed, undoes }) {
    const changes = await changesHeld(context.db)
    const { closing: before, ...others } = changes
    const stands =
      before === undefined
        ? 'Issues end with their last item.'
        : `Every issue ends with: ${shorten(before, 300)}`
    refuseOverruled(undoes, before, stands)
    const text = /^none$/i.test(typed.trim()) ? undefined : typed.trim()
    const now = text === undefined ? others : { ...others, closing: text }
    await changePlan(context, now)
    return message(
      text === undefined
        ? 'Issues end with their last item from now on.'
        : rich`Every issue ends with “${planOf(now).closing?.title ?? ''}” from now on:`,
      ...(text === undefined ? [] : paragraphsOf(text).map((paragraph) => block.text(paragraph))),
      block.buttons(
        button('Undo', 'newsletter plan closing', {
          text: before ?? 'none',
          undoes: undoesOf(text, before, stands),
        }),
      ),
    )
  },
})
