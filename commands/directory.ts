import { feature } from './define.ts'
import { entity } from './directory/entity.ts'
import { find } from './directory/find.ts'
import { list } from './directory/list.ts'
import { person } from './directory/person.ts'

/** Who is who: entities, people and groups. */
export const directory = feature({
  name: 'directory',
  about: 'Find people, entities and working groups',
  aliases: ['dir', 'who'],
  commands: [find, entity, person, list],
  fallback: 'find',
})
