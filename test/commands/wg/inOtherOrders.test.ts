import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { focal, secretariat, type World, world } from '../../support/world.ts'
import { toldBy } from './toldBy.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-26T09:00:00Z' })
})
afterAll(() => here.end())

describe('a role typed in another order', () => {
  test.each([
    ['/wg appoint UNODC as chair of ETCIP', 'UNODC is chair of ETCIP from 26 Nov 2026.'],
    ['/wg appoint IOM vice chair of ETCIP', 'IOM is vice-chair of ETCIP from 26 Nov 2026.'],
    ['/wg join IOM to NARS', 'IOM is a member of NARS from 26 Nov 2026 on.'],
    ['/wg appoint rmme vice chair WHO', 'WHO is vice-chair of RMME from 26 Nov 2026.'],
    ['/wg appoint Gender co-chair WHO', 'WHO is co-chair of Gender from 26 Nov 2026.'],
    ['/wg appoint nars ipu co-chair', 'IPU is co-chair of NARS from 26 Nov 2026.'],
    ['/wg appoint border management IOM vice chair', 'IOM is vice-chair of BMLE from 26 Nov 2026.'],
    ['/wg release IPU as an observer of ETCIP', 'Release IPU as observer of ETCIP?'],
    ['/wg release UNODC as chair of ETCIP', 'Release UNODC as chair of ETCIP?'],
  ])('%s is taken whole', async (line, answer) => {
    expect((await here.say(secretariat, line)).text).toContain(answer)
  })

  test.each([
    ['/wg appoint bmle who', { wg: 'bmle', entity: 'who' }],
    ['/wg appoint BMLE WHO', { wg: 'BMLE', entity: 'WHO' }],
    ['/wg appoint BMLE UN Women', { wg: 'BMLE', entity: 'UN Women' }],
    ['/wg appoint BMLE IOM IOM focal point', { wg: 'BMLE', entity: 'IOM', person: 'IOM focal point' }],
  ])('%s asks for the role alone, and each choice keeps the rest', async (line, values) => {
    const { text, answer } = await here.say(secretariat, line)
    expect(text).toContain('still needs: role (Which role).')
    expect(text).not.toContain('Not taken')
    const buttons = answer.message.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    expect(buttons.map((button) => button.values)).toContainEqual({ ...values, role: 'vice-chair' })
  })
})

test('whose role is to end is chosen among those who hold it', async () => {
  const asked = await here.say(secretariat, '/wg release ETCIP observer')
  expect(asked.text).toMatch(/\[IAEA\] \[IPU\] \[OCHA\]$/)
})

test('whoever leads a group and is to observe it stays in the lead, which the answer says', async () => {
  const { text } = await here.say(secretariat, '/wg join NARS entity:"IPU, DESA" as:observer')
  expect(text).toContain('IPU and DESA are observers of NARS')
  expect(text).toContain('IPU stays co-chair, which an observer is not; /wg release ends that.')
})

test('who is a member of a group open to all is told only what a change makes of that', async () => {
  expect((await toldBy(here, '/wg join NARS WHO')).told).toEqual([
    [focal('who'), 'WHO is a member of NARS from 26 Nov 2026 on, by a change of Compact Secretariat.'],
  ])
  const left = await toldBy(here, '/wg leave NARS WHO confirm:yes')
  expect(left.answer).toContain('WHO is no longer a member of NARS')
  expect(left.told).toEqual([
    [
      focal('who'),
      'WHO is no longer a member of NARS from 26 Nov 2026 on, by a change of Compact Secretariat. You are still invited to NARS, which is open to all.',
    ],
  ])
})

test.each([
  ['/directory add entity "Friends of Law" FOL', 'Added FOL, Friends of Law'],
  ['/directory add entity “Friends of Courts”, FOC', 'Added FOC, Friends of Courts'],
  ['/wg add "Working Group on Rivers" RIVERS', 'Set up RIVERS, Working Group on Rivers'],
])('%s takes the name in quotes for the name', async (line, answer) => {
  expect((await here.say(secretariat, line)).text).toContain(answer)
})

test('what an organization that is no entity sent counts as its own', async () => {
  await here.say(secretariat, '/directory add person "Ana Silva" ana@iaea.example IAEA')
  await here.say(secretariat, '/newsletter open Nov-Dec closes:15-Dec confirm:yes')
  await here.say('ana@iaea.example', '/update post IAEA and WHO trained 12 inspectors in Vienna (24 Nov)')
  const { text } = await here.say(secretariat, '/newsletter status')
  expect(text).toContain('1 update from 1 entity')
  expect(text).toContain('From: IAEA (1)')
  expect(text).toContain('Named by others alone: WHO')
})
