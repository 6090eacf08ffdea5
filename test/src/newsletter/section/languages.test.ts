import { expect, test } from 'vitest'

import { featuresOf } from '../../../../src/newsletter/section/features/features.ts'

function features(text: string, entities: readonly string[] = []): readonly string[] {
  return featuresOf({ text, entities, wg: null, places: [], precision: 'day' })
}

test.each([
  ['French', 'L’ONUDC a organisé un atelier régional pour des magistrats'],
  ['Spanish', 'La UNODC celebró un taller regional para fiscales y jueces'],
  ['Russian', 'УНП ООН провело региональный семинар для судей и прокуроров'],
  ['Arabic', 'نظم المكتب ورشة عمل إقليمية لصالح القضاة'],
  ['Chinese', '联合国毒品和犯罪问题办公室举办了东南亚区域讲习班，法官和检察官参加'],
])('a regional workshop for judges is one in %s', (_, text) => {
  expect(features(text)).toEqual(
    expect.arrayContaining(['verb hold', 'noun workshop', 'has regional', 'has officials']),
  )
})

test.each([
  ['Secretary-General Guterres called for unity'],
  ['Le Secrétaire général a souligné l’unité'],
  ['La Directora Ejecutiva pidió unidad'],
  ['Генеральный секретарь призвал к единству'],
  ['دعا الأمين العام إلى الوحدة'],
  ['联合国秘书长呼吁团结'],
])('an office-holder speaks in %j', (text) => {
  expect(features(text)).toEqual(expect.arrayContaining(['office speaks']))
})

test('to brief is what is done, and a brief is what is brought out', () => {
  expect(features('OCHA and UNOCT brief NGOs')).toContain('verb brief')
  expect(features('OCHA brief on sanctions')).toContain('has publication')
  expect(features('Policy brief: sanctions')).toContain('has publication')
})

test('an agreement is one of entities whoever the partners are, and a meeting beside it is no activity', () => {
  const found = features('IAEA and INTERPOL sign practical arrangements at a conference', ['INTERPOL'])

  expect(found).toContain('agreement of entities')
  expect(found).not.toContain('activity without a place')
})

test('what is open to all now is offered', () => {
  expect(features('Course on digital evidence now open for registration')).toContain('has offered')
})

test.each([
  'Le PNUD a organisé un atelier pour 40 policiers à Bagdad, Iraq (3-5 novembre)',
  'El PNUD organizó un taller en Bagdad, Iraq (3-5 de noviembre)',
  'Le PNUD a tenu un séminaire à Beyrouth, Liban',
])('the State with which a clause ends does not act: %s', (text) => {
  expect(features(text)).not.toContain('State acts')
})

test('a State after the place and day of what it did acts', () => {
  expect(features('On 26 March in Aktau, Kazakhstan opened a border post')).toContain('State acts')
})
