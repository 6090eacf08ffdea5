import { type Hit, searchDirectory } from '../../../db/directory/find/search.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { type Block, type Button, block, bold, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import { whyMatched } from '../../../src/directory/find/why.ts'
import { command } from '../../define.ts'
import { answerRole } from './heldRoles.ts'

const kinds = ['people', 'entities', 'groups'] as const

export const find = command({
  name: 'find',
  about: 'Search people, entities and groups: by name, acronym, role, subject, place or language',
  heading: 'Search',
  options: {
    query: required(
      option.text({ about: 'A name, an acronym, a role, a subject, a place or a part of one', max: 200 }),
    ),
    in: option.choice({ about: 'Only one kind', choices: kinds }),
    on: option.day({ about: 'As it stood on this day; today by default' }),
  },
  access: anyone,
  examples: [
    '/directory find CTED',
    '/directory find "wimen" in:entities',
    '/directory find ETCIP vice-chair',
    '/directory find UNODC focal point in:people',
    '/directory find who chaired ETCIP on:2022-08-15',
  ],
  async run(context, { query, in: kind, on }) {
    const role = kind === undefined ? await answerRole(context, query, on) : undefined
    if (role) return role
    const hits = await searchDirectory(context.db, {
      query,
      kinds: kind ? [kind] : kinds,
      limit: 10,
      ...(on ? { on } : {}),
    })
    const where = `${kind ? ` among the ${kind}` : ''}${on ? ` on ${formatDay(on)}` : ''}`
    if (hits.length === 0)
      return message(
        `Nothing found for “${query}”${where}. /directory list shows every entity, /wg list every working group.`,
        block.buttons(button('Entities', 'directory list'), button('Working groups', 'wg list')),
      )
    return message(
      `${hits.length === 10 ? 'The ten best matches' : counted(hits.length, 'match', 'matches')} for “${query}”${where}:`,
      block.list(
        hits.map(
          (hit) => rich`${bold(hit.label)}${hit.detail ? `, ${hit.detail}` : ''} (${whyMatched(hit, query)})`,
        ),
      ),
      cards(hits, on),
    )
  },
})

function cards(hits: readonly Hit[], on: Day | undefined): Block {
  return block.buttons(...hits.slice(0, 5).map((hit) => cardOf(hit, on ? { on } : {})))
}

/** The card as it stood on the day that was asked for. */
function cardOf({ kind, label, handle }: Hit, when: { readonly on?: Day }): Button {
  switch (kind) {
    case 'group':
      return button(label, 'wg show', { wg: handle, ...when })
    case 'entity':
      return button(label, 'directory entity', { entity: handle, ...when })
    case 'person':
      return button(label, 'directory person', { person: handle, ...when })
    case 'holder':
      return button(handle, 'directory entity', { entity: handle, ...when })
  }
}
