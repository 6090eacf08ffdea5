import { fold } from '../../../core/text/nearest.ts'

/** What a column of a table of updates is called, in the languages of those who fill it in. */
const headings = {
  number: 'no; no.; nr; nr.; #; n°; nº; №; s/n; sn; number; item no; item no.; 序号; رقم; م',
  title: `title; activity; activities; event; headline; item; update; achievement; output; what; name of activity; activity title;
    title of activity; name of event; event title; titre; activité; intitulé; título; actividad; название; мероприятие; النشاط; العنوان; 活动; 标题`,
  text: 'text; description; summary; details; brief description; short description; texte; résumé; descripción; resumen; описание; الوصف; 说明; 内容',
  entity: `entity; entities; organization; organisation; organizations; organisations; agency; agencies; organizer; organiser; organized by;
    organised by; lead; lead entity; lead agency; who; by; entité; organisme; organisateur; entidad; organización; организация; структура; الكيان; الجهة; 实体; 机构`,
  date: 'date; dates; date(s); when; day; days; period; month; date of activity; event date; fecha; fechas; période; дата; даты; التاريخ; 日期; 时间',
  start:
    'start; start date; from; begin; begins; starts; date from; début; date de début; inicio; fecha de inicio; начало',
  end: 'end; end date; to; until; ends; date to; fin; date de fin; fecha de fin; окончание; конец',
  town: 'city; town; venue; place; location; where; city/country; venue/location; ville; lieu; ciudad; lugar; город; место; المدينة; المكان; 城市; 地点',
  state: 'country; countries; state; country/region; pays; país; страна; البلد; الدولة; 国家',
  link: 'link; links; url; website; web; web link; source link; lien; enlace; ссылка; الرابط; 链接',
} as const

export type Heading = keyof typeof headings

/** What is known of a column: its heading, or the name that it has and nobody listed. */
export type Column = { readonly heading: Heading } | { readonly name: string }

const byName: ReadonlyMap<string, Heading> = new Map(
  (Object.keys(headings) as Heading[]).flatMap((heading) =>
    headings[heading].split(';').map((name) => [fold(name.trim()), heading] as const),
  ),
)

/** The most characters of the heading of a column. */
const longest = 40

/** What a column is called, as it stands in the first row; undefined for a name that nobody listed. */
export function headingOf(cell: string): Heading | undefined {
  return cell.length > longest ? undefined : byName.get(fold(nameOf(cell)))
}

/** The name of a column without bold marks and a colon. */
export function nameOf(cell: string): string {
  return cell.length > 2 * longest ? cell : cell.replace(/^[*_\s]{1,4}|[*_:：\s]{1,6}$/g, '')
}
