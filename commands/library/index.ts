import { feature } from '../define.ts'
import { add } from './add.ts'
import { edit } from './edit.ts'
import { find, list, show } from './find.ts'
import { restore, retire, undo } from './retire.ts'

/** The thematic resource library. */
export const library = feature({
  name: 'library',
  about: 'Find and keep publications, tools and trainings, with their links',
  thing: 'item',
  forms: { undo: ['Undo', 'Undo'] }, // biome-ignore format: a table
  aliases: ['resources'],
  sayings: [
    ['add to the library …', 'library add …'],
    ['add to the library: …', 'library add …'],
    ['put … in the library', 'library add …'],
    ['put … into the library', 'library add …'],
    ['is there a handbook on …', 'library find …'],
    ['is there a guide on …', 'library find …'],
    ['do we have a handbook on …', 'library find …'],
    ['do we have a guide on …', 'library find …'],
    ['what is in the library', 'library list'],
    ['what is in the library on …', 'library find …'],
    ['what is in the library about …', 'library find …'],
  ],
  commands: [find, list, show, add, edit, retire, restore, undo],
  fallback: 'find',
})
