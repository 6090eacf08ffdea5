import { feature } from '../define.ts'
import { entity } from './entity.ts'
import { find } from './find.ts'
import { list } from './list.ts'
import { person } from './person.ts'

/** Who is who: entities, people and groups. */
export const directory = feature({
  name: 'directory',
  about: 'Find people, entities and working groups',
  aliases: ['dir', 'who'],
  commands: [find, entity, person, list],
  fallback: 'find',
})
