import { closeImport, keepImport, latestImportOf, lockImport } from '../../../db/directory/import/imports.ts'
import { recordImport } from '../../../db/directory/import/undo/takeImportBack.ts'
import { lastPersonId, secretariatPeople } from '../../../db/directory/people.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { importedEndings, readSheets } from '../../../src/directory/import/files/readSheets.ts'
import type { Sheet } from '../../../src/directory/import/sheet.ts'
import { type Context, command, found } from '../../define.ts'
import { revertButton } from '../edit/answer.ts'
import { standingsBefore } from '../told/imported.ts'
import { nextStep } from '../upkeep/nextStep.ts'
import { dryRun, type FileOutcome, importSheets } from './importSheets.ts'
import { questionsOf } from './questions.ts'
import { wholePreview } from './shown/changes.ts'
import { otherDateOrder } from './shown/dateWords.ts'
import { departures } from './shown/departures.ts'
import { missingRecords } from './shown/missingRecords.ts'
import { datesInDoubt, mistakesIn, outcomeBlocks, summaryOf, writesOf } from './shown/shown.ts'
import { tellImported } from './tellImported.ts'
import { invitedNow, whatFollows } from './whatFollows.ts'

export const importFile = command({
  name: 'import',
  heading: 'Import',
  about: 'Read people, entities, groups or roles from a file; shows first what would change',
  options: {
    file: required(
      option.file({
        about: 'A .csv, .xlsx, .vcf or .json file of at most 5 MB and 20,000 rows',
        endings: importedEndings,
      }),
    ),
  },
  access: secretariat,
  changes: true,
  examples: ['/directory import people.csv', '/directory import directory.xlsx'],
  async run(context, { file }) {
    const sheets = await readSheets(file)
    const outcome = await dryRun(context, sheets, file.name)
    const id = await keepImport(context.db, {
      content: { sheets },
      fileName: file.name,
      by: context.caller.personId,
      now: context.now,
    })
    return shownImport(context, id, { sheets, fileName: file.name }, outcome)
  },
})

export const apply = command({
  name: 'apply',
  about: 'Apply a file read by /directory import, all of it or nothing',
  options: {
    import: option.record({
      about: 'The number of the import, such as I3; your latest by default',
      prefix: 'I',
    }),
  },
  access: secretariat,
  changes: true,
  examples: ['/directory apply', '/directory apply I1'],
  async run(context, { import: given }) {
    const id = given ?? (await latestImportOf(context.db, context.caller.personId))
    if (id === undefined)
      throw new UserError('You have given no file yet: /directory import takes one. Nothing was changed.')
    const { sheets, fileName } = await waitingImport(context, id)
    const before = await standingsBefore(context)
    const lastPerson = await lastPersonId(context.db)
    const outcome = await importSheets(context, sheets, fileName)
    const wrong = outcome.sheets.flatMap(({ plan }) => plan.problems)[0]
    if (wrong) {
      throw new UserError(
        `${fileName} cannot be imported. Row ${wrong.row}, ${wrong.column}: ${wrong.text} Give the file again. Nothing was changed.`,
      )
    }
    const records = writesOf(outcome)
    if (records > 0) await closeImport(context.db, id, context.now)
    if (records === 0)
      return message(rich`${fileName} holds nothing that is not on record already. Nothing was changed.`)
    const recorder = { by: context.caller.personId, now: context.now }
    const change = await recordImport(
      context.db,
      id,
      { file: fileName, written: outcome.written, records },
      recorder,
    )
    context.about(`import:${id}`)
    await tellOfCoordinators(context, id, outcome)
    return message(
      rich`Imported ${fileName}: ${summaryOf(outcome)}.`,
      ...(await tellImported(context, outcome, { change, before, lastPerson })),
      ...(await invitedNow(context)),
      block.buttons(
        button('Entities', 'directory list'),
        button('Working groups', 'wg list'),
        revertButton(change),
      ),
      ...(await nextStep(context)),
    )
  },
})

/** What a file that was read would change, with what is to be done next. */
export async function shownImport(
  context: Context,
  id: number,
  { sheets, fileName }: WaitingFile,
  outcome: FileOutcome,
): Promise<Message> {
  const mistakes = mistakesIn(outcome)
  const inDoubt = datesInDoubt(outcome)
  const writes = writesOf(outcome)
  const questions = questionsOf(id, fileName, outcome)
  const take =
    mistakes + inDoubt === 0 && writes > 0
      ? [button(`Import ${writes.toLocaleString('en')}`, 'directory apply', { import: `I${id}` }, 'primary')]
      : []
  return message(
    outcome.sheets.length === 0
      ? rich`${fileName} was read. Nothing has been changed yet.`
      : rich`${fileName}: ${summaryOf(outcome)}${mistakes > 0 ? `, ${counted(mistakes, 'mistake')}` : ''}${inDoubt > 0 ? `, ${counted(inDoubt, 'date')} in doubt` : ''}. Nothing has been changed yet.`,
    ...outcomeBlocks(outcome),
    mistakes > 0
      ? block.text(
          questions.length > 0
            ? 'Nothing is imported while there are mistakes: answer the questions below, or correct the file and give it again.'
            : 'Nothing is imported while there are mistakes: correct the file and give it again.',
        )
      : undefined,
    ...missingRecords(outcome, fileName),
    ...wholePreview(outcome, fileName),
    ...(take.length > 0 ? await whatFollows(context, sheets, fileName, outcome) : []),
    take.length > 0 ? block.buttons(...take) : undefined,
    ...otherDateOrder(id, outcome),
    ...departures(outcome),
    ...questions.flatMap(({ text, buttons }) => [block.text(text), block.buttons(...buttons)]),
  )
}

/** A file that was read, as its sheets. */
interface WaitingFile {
  readonly sheets: readonly Sheet[]
  readonly fileName: string
}

/**
 * A file that was read and awaits confirmation, locked until the transaction ends. Raises `UserError` where it no
 * longer waits.
 */
export async function waitingImport(context: Context, id: number): Promise<WaitingFile> {
  const kept = found(await lockImport(context.db, id), `import I${id}`)
  if (kept.appliedAt !== null) throw new UserError(`I${id} has already been imported. Nothing was changed.`)
  const { content } = kept
  if (
    typeof content !== 'object' ||
    content === null ||
    !('sheets' in content) ||
    !Array.isArray(content.sheets)
  ) {
    throw new UserError(`${kept.fileName} is not kept any more. Give the file again. Nothing was changed.`)
  }
  // It is what `importFile` kept.
  return { sheets: content.sheets as readonly Sheet[], fileName: kept.fileName }
}

/** Who looks after people is known to the whole secretariat. */
async function tellOfCoordinators(context: Context, id: number, { sheets }: FileOutcome): Promise<void> {
  const plans = sheets.flatMap(({ plan }) => [
    ...plan.added,
    ...plan.changed.filter(({ before }) => 'isCoordinator' in before),
  ])
  const given = plans.filter(({ patch }) => patch.isCoordinator === true).length
  const taken = plans.filter(({ patch }) => patch.isCoordinator === false).length - newcomers(sheets)
  if (given === 0 && taken <= 0) return
  const others = (await secretariatPeople(context.db)).filter((one) => one !== context.caller.personId)
  context.notify(
    others.map((personId) => ({
      key: `import:${id}:coordinators:${personId}`,
      personId,
      kind: 'rights',
      subject: `import:${id}`,
      message: message(
        rich`${context.caller.name} imported a file by which ${counted(given, 'person', 'people')} became ${given === 1 ? 'coordinator' : 'coordinators'} of their entity${taken > 0 ? ` and ${counted(taken, 'person', 'people')} ceased to be` : ''}.`,
      ),
    })),
  )
}

/** A new person who coordinates nothing has lost nothing. */
function newcomers(sheets: FileOutcome['sheets']): number {
  return sheets.flatMap(({ plan }) => plan.added).filter(({ patch }) => patch.isCoordinator === false).length
}
