import { addProject, type ProjectFields, projectById, projects } from '../../db/projects/projects.ts'
import { holdRow } from '../../db/store/holdRow.ts'
import { anyone } from '../../src/core/catalog.ts'
import { NothingGiven } from '../../src/core/errors.ts'
import { option, required } from '../../src/core/option.ts'
import { command, found } from '../define.ts'
import { refuseNonMember } from '../library/rights.ts'
import { editRecord } from '../records/editRecord.ts'
import { undoChange, whichChange } from '../records/undoChange.ts'
import { describing, projectOption, readDescription } from './options.ts'
import { mayChangeProject, refuseStranger } from './rights.ts'
import { standingProject } from './show.ts'
import { projectCard, projectTexts } from './shown.ts'
import { tellLead } from './tellLead.ts'

export const add = command({
  name: 'add',
  about: 'Put a project into the matrix: who leads it, for whom, what it costs and what there is',
  options: {
    title: required(option.text({ about: 'What it is called', max: 300 })),
    lead: required(option.entity({ about: 'The entity that leads it' })),
    ...describing,
  },
  access: anyone,
  changes: true,
  makes: 'each time',
  examples: [
    '/project add "Airport security in the Sahel" lead:UNOCT partners:ICAO pillar:II beneficiaries:"Mali; Niger" budget:"USD 1,200,000" funded:"USD 400,000"',
  ],
  refuse: (context) => refuseNonMember(context, undefined, 'add projects'),
  async run(context, { title, lead, ...typed }) {
    const { db, caller, now } = context
    await refuseNonMember(context, undefined, 'add projects')
    const { fields, assumed } = readDescription(typed)
    const { id, change } = await addProject(
      db,
      { ...empty, ...fields, title, leadId: lead.id },
      { by: caller.personId, now },
    )
    context.about(`project:${id}`)
    const project = found(await projectById(db, id), 'such project')
    const told = await tellLead(context, { before: undefined, after: project, change })
    return projectCard(context, project, {
      done: 'Added to the projects',
      change,
      ...notedAs([assumed, told]),
    })
  },
})

const empty: Omit<ProjectFields, 'title' | 'leadId' | 'removed'> = {
  partners: [],
  pillar: null,
  beneficiaries: null,
  currency: null,
  budget: null,
  funded: null,
  donors: [],
  startsOn: null,
  endsOn: null,
  status: 'planned',
}

export const edit = command({
  name: 'edit',
  about: 'Change a project; what it was before stays on record',
  options: {
    project: projectOption,
    title: option.text({ about: 'What it is called', max: 300 }),
    lead: option.entity({ about: 'The entity that leads it' }),
    ...describing,
    without: option.choice({
      about: 'Leave this empty from now on',
      choices: ['partners', 'pillar', 'start', 'end'],
    }),
  },
  access: anyone,
  changes: true,
  examples: ['/project edit PRJ1 status:ongoing', '/project edit PRJ1 funded:"USD 900,000" donors:"A, B"'],
  async present(context, { project: id }) {
    const project = await standingProject(context, id)
    refuseStranger(context.caller, project)
    return projectTexts(project)
  },
  edits: ({ db }, { project: id }) => ({
    ...{ subject: `project:${id}`, alsoBy: ['project undo'] },
    hold: () => holdRow(db, 'projects', id),
  }),
  async run(context, { project: id, title, lead, without, ...typed }) {
    const { db, caller } = context
    const before = await standingProject(context, id)
    refuseStranger(caller, before)
    const { fields, assumed } = readDescription(typed, before)
    const given: Partial<ProjectFields> = {
      ...fields,
      ...(title === undefined ? {} : { title }),
      ...(lead === undefined ? {} : { leadId: lead.id }),
      ...(without === undefined ? {} : emptied[without]),
    }
    if (Object.keys(given).length === 0)
      throw new NothingGiven(
        `Nothing to change in PRJ${id} was given; give title:, budget:, status: or another.`,
      )
    const saved = await editRecord(context, projects, {
      ...{ id, label: `PRJ${id}`, before, given },
    })
    const project = found(await projectById(db, id), 'such project')
    const told = await tellLead(context, { before, after: project, change: saved.change })
    return projectCard(context, project, {
      done: `Changed PRJ${id}`,
      change: saved.change,
      ...notedAs([assumed, told]),
    })
  },
})

function notedAs(notes: readonly (string | undefined)[]): { readonly note?: string } {
  const said = notes.filter((note) => note !== undefined)
  return said.length > 0 ? { note: said.join(' ') } : {}
}

const emptied = {
  partners: { partners: [] },
  pillar: { pillar: null },
  start: { startsOn: null },
  end: { endsOn: null },
} satisfies Readonly<Record<string, Partial<ProjectFields>>>

export const undo = command({
  name: 'undo',
  about: 'Take back a change of a project, the last one by default; it is again as it was before',
  options: { project: projectOption, change: whichChange },
  access: anyone,
  changes: true,
  examples: ['/project undo PRJ1'],
  async run(context, { project: id, change: number }) {
    const before = found(await projectById(context.db, id), `project PRJ${id}`)
    const saved = await undoChange(context, projects, { recordId: id, number }, (own) => {
      if (!own || !mayChangeProject(context.caller, { ...before, ...own }))
        refuseStranger(context.caller, before)
    })
    context.about(`project:${id}`)
    const project = found(await projectById(context.db, id), 'such project')
    const told = await tellLead(context, { before, after: project, change: saved.change, isBack: true })
    const text = project.removed ? `PRJ${id} is taken out again` : `PRJ${id} is as it was before`
    return projectCard(context, project, {
      done: text,
      change: saved.change,
      ...(told !== undefined && { note: told }),
    })
  },
})
