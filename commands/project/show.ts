import { listProjects, type Project, projectById } from '../../db/projects/projects.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, button, message } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { type Context, command, found } from '../define.ts'
import { isMember } from '../library/rights.ts'
import { noSuchPage, pageOf, pageOption, rowsFor } from '../records/pages.ts'
import { presentTexts } from '../records/present.ts'
import { pillars, pillarWords, projectOption, statuses, statusWords } from './options.ts'
import { projectCard, projectLine } from './shown.ts'

const pageSize = 20

export const list = command({
  name: 'list',
  about: 'The projects by title: all, of an entity, a pillar or a status',
  heading: 'Projects',
  options: {
    about: option.text({ about: 'What they hold: words of the title, a State, a donor', max: 100 }),
    entity: option.entity({ about: 'Led by one entity, or with it as a partner' }),
    pillar: option.choice({ about: 'Of one pillar alone', choices: pillars, also: pillarWords }),
    status: option.choice({ about: 'Of one status alone', choices: statuses, also: statusWords }),
    page: pageOption,
  },
  access: anyone,
  examples: ['/project list', '/project list entity:UNOCT status:ongoing'],
  async run(context, { about, entity, pillar, status, page = 1 }) {
    const { db } = context
    const rows = await listProjects(db, {
      entityId: entity?.id ?? null,
      pillar: pillar ?? null,
      status: status ?? null,
      words: about ?? '',
      ...rowsFor(page, pageSize),
    })
    const addOne = (await isMember(context)) ? [{ ...button('Add a project', 'project add'), ask: true }] : []
    const values = presentTexts({ about, entity: entity?.acronym, pillar, status })
    const paged = { command: 'project list', values, page }
    const { shown, turns, which } = pageOf(rows, pageSize, paged)
    if (shown.length === 0 && page > 1) return noSuchPage(paged)
    if (shown.length === 0) return message('There are no such projects yet.', block.buttons(...addOne))
    return message(
      `${counted(shown.length, 'project')}${which}:`,
      block.list(shown.map(projectLine)),
      block.buttons(
        ...shown
          .slice(0, 5)
          .map(({ id }) => button(`Open PRJ${id}`, 'project show', { project: `PRJ${id}` })),
        ...turns,
        button('Matrix', 'project matrix'),
        ...addOne,
      ),
    )
  },
})

export const show = command({
  name: 'show',
  about: 'One project with its partners, money and dates',
  options: { project: projectOption },
  access: anyone,
  examples: ['/project show PRJ1'],
  run: async (context, { project }) => projectCard(context, await standingProject(context, project)),
})

/** The project of a number that stands in the matrix. Raises `UserError`. */
export async function standingProject({ db }: Pick<Context, 'db'>, id: number): Promise<Project> {
  const project = await projectById(db, id)
  return found(project?.removed ? undefined : project, `project PRJ${id}`)
}
