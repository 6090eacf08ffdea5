import { describe, expect, test } from 'vitest'

import { UserError } from '../../../../src/core/errors.ts'
import { readList } from '../../../../src/core/language/readList.ts'

describe('a list of names', () => {
  const known = new Map([['UNDP', 1], ['IOM', 2], ['WHO', 3], ['Office on Drugs and Crime', 4]]) // biome-ignore format: a table
  const read = async (names: readonly string[]) =>
    names.map((name) => () => {
      const id = known.get(name)
      if (id === undefined) throw new UserError(`no ${name}`, { choices: [{ label: 'IOM', value: 'IOM' }] })
      return { id }
    })
  const ids = async (list: string) => (await readList(list, read)).map(({ id }) => id)

  test('is separated by commas, slashes and "and", each name once, and not within a name', async () => {
    expect(await ids('UNDP, IOM and WHO')).toEqual([1, 2, 3])
    expect(await ids('UNDP/IOM')).toEqual([1, 2])
    expect(await ids('UNDP & IOM with WHO')).toEqual([1, 2, 3])
    expect(await ids('UNDP/IOM and WHO')).toEqual([1, 2, 3])
    expect(await ids('UNDP | IOM, as well as WHO')).toEqual([1, 2, 3])
    expect(await ids('UNDP and/or IOM - WHO')).toEqual([1, 2, 3])
    expect(await ids('Office on Drugs and Crime, UNDP, UNDP')).toEqual([4, 1])
  })

  test('is separated by spaces where each of its words is a name, and by nothing where one is none', async () => {
    const folded = (names: readonly string[]) => read(names.map((name) => name.toUpperCase()))
    expect((await readList('undp iom who', folded)).map(({ id }) => id)).toEqual([1, 2, 3])
    await expect(readList('undp drugs iom', folded)).rejects.toThrow('no UNDP DRUGS IOM')
  })

  test('is empty by a word that says so, unless that is the acronym of somebody', async () => {
    for (const word of ['none', 'empty', 'NONE', 'EMPTY']) expect(await ids(word)).toEqual([])
    known.set('EMPTY', 5)
    expect(await ids('EMPTY')).toEqual([5])
    expect(await ids('empty')).toEqual([])
  })

  test('keeps the other names when one is put right', async () => {
    const error = await readList('UNDP, IOMM, WHO', read).catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      choices: [
        { label: 'IOM', value: 'UNDP, IOM, WHO' },
        { label: 'Without “IOMM”', value: 'UNDP, WHO' },
      ],
    })
  })

  test('has all its names put right by one choice where each has one', async () => {
    const error = await readList('IOMM and WHOO, UNDP', read).catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      choices: [
        { label: 'IOM and IOM, UNDP', value: 'IOM and IOM, UNDP' },
        { label: 'Without “IOMM” and “WHOO”', value: 'UNDP' },
      ],
    })
  })

  test('is refused before anything is looked up where it is endless', async () => {
    let asked = 0
    const counting = async (names: readonly string[]) => {
      asked += 1
      return names.map((_, id) => () => ({ id }))
    }
    for (const sign of [',', ' and ']) {
      const endless = Array.from({ length: 5000 }, (_, at) => `x${at}`).join(sign)
      await expect(readList(endless, counting)).rejects.toThrow('at most 60')
    }
    expect(asked).toBe(0)
    await readList('UNDP, IOM and WHO/UNDP', counting)
    expect(asked).toBe(1)
  })
})
