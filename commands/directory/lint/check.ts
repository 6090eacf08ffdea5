import type { Finding } from '../../../db/directory/lint/finding.ts'
import { type FindingKind, findingKinds, findingsOf } from '../../../db/directory/lint/findings.ts'
import { firstSteps } from '../../../db/directory/upkeep/firstSteps.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { type Block, type Button, block, button, message } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { command } from '../../define.ts'
import { noSuchPage } from '../../records/pages.ts'
import { nextStep } from '../upkeep/nextStep.ts'
import { findingHeadings, lineOf, mendOf } from './findingWords.ts'

/** The most findings of a kind that are shown at first, and when it is asked for alone: each line has its button. */
const few = 3
const many = 10
/** Above this number, the list is cut and says that there are more. */
const mostCounted = 200

export const check = command({
  name: 'check',
  about: 'Problems in the directory, the worst first, each with its fix',
  heading: 'Check of the directory',
  options: {
    kind: option.choice({ about: 'Only one kind, in full', choices: findingKinds }),
    page: option.integer({ about: 'Which page, from 1', min: 1, max: 20 }),
  },
  access: secretariat,
  examples: ['/directory check', '/directory check kind:stale'],
  async run(context, { kind, page = 1 }) {
    const { db, today, now } = context
    const asked = { on: today, now, limit: mostCounted + 1 }
    const parts: { readonly kind: FindingKind; readonly found: readonly Finding[] }[] = []
    for (const one of kind ? [kind] : findingKinds) {
      const found = await findingsOf(db, one, asked)
      if (found.length > 0) parts.push({ kind: one, found })
    }
    if (parts.length === 0) {
      if (!(await firstSteps(db)).entities)
        return message('There is nothing to check yet: the directory is empty.', ...(await nextStep(context)))
      return message(
        kind
          ? `No problem of that kind was found: ${findingHeadings[kind]}.`
          : 'No problem was found in the directory.',
      )
    }
    const [first] = parts
    if (page > 1 && (!kind || (first?.found.length ?? 0) <= (page - 1) * many))
      return kind
        ? noSuchPage({ command: 'directory check', values: { kind }, page })
        : message(
            'Pages are of one kind of problem: choose one.',
            block.buttons(
              ...parts.map((part) =>
                button(findingHeadings[part.kind], 'directory check', { kind: part.kind }),
              ),
            ),
          )
    const from = kind ? (page - 1) * many : 0
    const size = kind ? many : few
    const blocks = parts.flatMap((part): readonly Block[] => {
      const shown = part.found.slice(from, from + size)
      return [
        // One kind alone is the heading of the whole answer.
        ...(kind ? [] : [block.heading(`${findingHeadings[part.kind]}: ${countOf(part.found)}`)]),
        block.list(shown.map((one) => lineOf(part.kind, one))),
        block.buttons(...buttonsOf(part, shown, { kind, page, more: part.found.length > from + size })),
      ]
    })
    const head =
      kind && first
        ? `${findingHeadings[kind]}: ${countOf(first.found)}`
        : 'Problems in the directory, the worst first:'
    return message(head, ...blocks)
  },
})

function countOf(found: readonly Finding[]): string {
  return found.length > mostCounted ? `more than ${mostCounted}` : String(found.length)
}

function buttonsOf(
  { kind, found }: { readonly kind: FindingKind; readonly found: readonly Finding[] },
  shown: readonly Finding[],
  at: { readonly kind: FindingKind | undefined; readonly page: number; readonly more: boolean },
): readonly Button[] {
  const mends = shown.map((one) => mendOf(kind, one))
  if (!at.more) return mends
  return [
    ...mends,
    at.kind
      ? button('Next page', 'directory check', { kind, page: String(at.page + 1) })
      : button(`All ${countOf(found)}`, 'directory check', { kind }),
  ]
}
