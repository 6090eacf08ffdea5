/** Made-up people for the search set, in several scripts. */
export const people: readonly {
  readonly name: string
  readonly email: string
  readonly entity: string
  readonly title: string
  readonly station: string
  readonly country: string
  readonly languages: readonly string[]
}[] = [
  one('Zoë Ångström-Núñez', 'zoe.angstrom@made.example', 'UNODC', 'Legal adviser', 'Nairobi', 'Kenya', [
    'English',
    'Swahili',
  ]),
  one('王小明', 'xm.wang@made.example', 'ICAO', 'Aviation security officer', 'Bangkok', 'Thailand', [
    'Chinese',
  ]),
  one('欧阳娜', 'na.ouyang@made.example', 'IMO', 'Programme officer', 'London', 'United Kingdom', [
    'Chinese',
    'English',
  ]),
  one('محمد الطيب', 'm.altayeb@made.example', 'UNDP', 'Border adviser', 'Amman', 'Jordan', ['Arabic']),
  one('أمينة بن يوسف', 'a.benyoussef@made.example', 'UN Women', 'Gender adviser', 'Tunis', 'Tunisia', [
    'Arabic',
    'French',
  ]),
  one(
    'Алёна Мойсеенко',
    'a.moiseenko@made.example',
    'UNESCO',
    'Education specialist',
    'Almaty',
    'Kazakhstan',
    ['Russian'],
  ),
  one('Дмитрий Соколовский', 'd.sokol@made.example', 'IOM', 'Migration analyst', 'Tashkent', 'Uzbekistan', [
    'Russian',
    'English',
  ]),
  one('김민수', 'ms.kim@made.example', 'INTERPOL', 'Liaison officer', 'Seoul', 'Republic of Korea', [
    'Korean',
  ]),
  one('Rikamo Elanto', 'rikamo.e@made.example', 'WHO', 'Health emergencies officer', 'Brazzaville', 'Congo', [
    'French',
  ]),
  one('Rikamo Senben', 'senben@made.example', 'CTED', 'Assessment officer', 'Addis Ababa', 'Ethiopia', [
    'Amharic',
  ]),
  one(
    'Maria da Conceição Quelimane',
    'mc.quelimane@made.example',
    'UNHCR',
    'Protection officer',
    'Maputo',
    'Mozambique',
    ['Portuguese'],
  ),
  one('Jürgen Weißenfels', 'weissenfels@made.example', 'OPCW', 'Chemist', 'The Hague', 'Netherlands', [
    'German',
  ]),
  one(
    "Siobhán O'Rafterty",
    'siobhan@made.example',
    'UNICEF',
    'Child protection specialist',
    'Panama City',
    'Panama',
    ['Spanish'],
  ),
  one('Nguyễn Thị Hồng', 'hong.nguyen@made.example', 'WCO', 'Customs expert', 'Hanoi', 'Viet Nam', [
    'Vietnamese',
  ]),
  one('Łukasz Brzęczyszczyk', 'lukasz@made.example', 'FATF', 'Policy analyst', 'Warsaw', 'Poland', [
    'Polish',
  ]),
]

function one(
  name: string,
  email: string,
  entity: string,
  title: string,
  station: string,
  country: string,
  languages: readonly string[],
) {
  return { name, email, entity, title, station, country, languages }
}
