import { type Hit, searchDirectory } from '../../db/directory/find/search.ts'
import { anyone } from '../../src/core/catalog.ts'
import { type Block, block, bold, button, message, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { command } from '../define.ts'

const kinds = ['people', 'entities', 'groups'] as const

export const find = command({
  name: 'find',
  about: 'Search people, entities and groups, however it is spelt',
  options: {
    query: required(option.text({ about: 'A name, an acronym or a part of one', max: 200 })),
    in: option.choice({ about: 'Only one kind', choices: kinds }),
  },
  access: anyone,
  examples: [
    '/directory find CTED',
    '/directory find "wimen" in:entities',
    '/directory find UNODC focal point in:people',
  ],
  async run({ db }, { query, in: kind }) {
    const hits = await searchDirectory(db, { query, kinds: kind ? [kind] : kinds, limit: 10 })
    const where = kind ? ` among the ${kind}` : ''
    if (hits.length === 0)
      return message(`Nothing found for “${query}”${where}. /directory list shows every entity.`)
    return message(
      `${hits.length === 10 ? 'The ten best matches' : counted(hits.length, 'match', 'matches')} for “${query}”${where}:`,
      block.list(
        hits.map((hit) => rich`${bold(hit.label)}${hit.detail ? `, ${hit.detail}` : ''} (${hit.why})`),
      ),
      cards(hits),
    )
  },
})

function cards(hits: readonly Hit[]): Block {
  return block.buttons(
    ...hits.slice(0, 5).map((hit) => {
      const value = hit.handle
      if (hit.kind === 'group') return button(hit.label, 'wg show', { wg: value })
      return hit.kind === 'entity'
        ? button(hit.label, 'directory entity', { entity: value })
        : button(hit.label, 'directory person', { person: value })
    }),
  )
}
