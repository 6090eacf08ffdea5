import { secretariat } from '../../../src/core/catalog.ts'
import { NothingGiven } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { type PrintedDetail, sectionsOf } from '../../../src/newsletter/plan.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import { command } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { refuseRemoved } from '../../update/write/removedSection.ts'
import { changePlan } from './changePlan.ts'
import { printsWords } from './plan.ts'
import { changesHeld } from './planHere.ts'

export const yesOrNo = ['yes', 'no'] as const

export const needsOfPlan = command({
  name: 'needs',
  group: 'plan',
  about: 'Whether the items of a section print a date and a link; authors are told where one is missing',
  options: {
    section: required(option.section({ about: 'Which section' })),
    date: option.choice({ about: 'Whether they print a date', choices: yesOrNo }),
    link: option.choice({ about: 'Whether they print a link', choices: yesOrNo }),
    undoes: undoesOption,
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter plan needs regional link:yes'],
  async run(context, { section, date, link, undoes }) {
    if (date === undefined && link === undefined)
      throw new NothingGiven('Give date:yes or date:no, or link:yes or link:no.', { option: 'date' })
    const changes = await changesHeld(context.db)
    const known = sectionsOf(changes)
    refuseRemoved(known, section)
    const before = known.find(({ key }) => key === section)?.prints ?? []
    // Of what an undo does not take back, a colleague may have made anything since.
    const given = (of: readonly PrintedDetail[]) => [
      date === undefined ? null : isPrinted(of, 'date'),
      link === undefined ? null : isPrinted(of, 'link'),
    ]
    const stands = `“${sectionTitle(known, section)}” is printed ${printsWords(before)}.`
    refuseOverruled(undoes, given(before), stands)
    const wanted = { date: date ?? isPrinted(before, 'date'), link: link ?? isPrinted(before, 'link') }
    const prints = (['date', 'link'] as const).filter((one) => wanted[one] === 'yes')
    const { [section]: _, ...others } = changes.prints ?? {}
    const standing = sectionsOf({ ...changes, prints: others }).find(({ key }) => key === section)?.prints
    const isStanding = standing?.join() === prints.join()
    await changePlan(context, { ...changes, prints: isStanding ? others : { ...others, [section]: prints } })
    return message(
      rich`“${sectionTitle(known, section)}” is printed ${printsWords(prints)} from now on.`,
      block.buttons(
        button('Undo', 'newsletter plan needs', {
          section,
          ...(date === undefined ? {} : { date: isPrinted(before, 'date') }),
          ...(link === undefined ? {} : { link: isPrinted(before, 'link') }),
          undoes: undoesOf(given(prints), given(before), stands),
        }),
      ),
    )
  },
})

function isPrinted(prints: readonly PrintedDetail[], one: PrintedDetail): 'yes' | 'no' {
  return prints.includes(one) ? 'yes' : 'no'
}
