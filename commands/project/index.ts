import { feature } from '../define.ts'
import { appeal, matrix } from './matrix.ts'
import { list, show } from './show.ts'
import { add, edit, undo } from './write.ts'

/** The matrix of projects, and what they still need. */
export const project = feature({
  name: 'project',
  about: 'Projects: who leads them, for whom, what they cost and what is missing',
  forms: { undo: ['Undo', 'Undo'] }, // biome-ignore format: a table
  aliases: ['projects'],
  sayings: [
    ['projects', 'project list'],
    ['projects of @', 'project list entity:@'],
    ['which projects does @ lead', 'project list entity:@'],
    ['which projects does @ have', 'project list entity:@'],
    ['what projects does @ have', 'project list entity:@'],
    ['what does @ lead', 'project list entity:@'],
    [
      '[[show me] (all|the|our|which|what)] projects [are there|do we have|are] (in|for|benefiting|about) …',
      'project list …',
    ],
    ['which projects lack money', 'project appeal'],
    ['which projects need money', 'project appeal'],
    ['what is not funded', 'project appeal'],
    ['what is not funded yet', 'project appeal'],
    ['funding gaps', 'project appeal'],
  ],
  commands: [list, show, add, edit, matrix, appeal, undo],
})
