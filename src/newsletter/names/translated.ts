/**
 * Acronyms and short names of organizations of the United Nations system and its partners in the other official
 * languages, and full names that English texts use, by the English acronym. They count where the directory has the entity.
 */
export const translatedAcronyms: Readonly<Record<string, string>> = {
  '1267 Monitoring Team': 'Analytical Support and Sanctions Monitoring Team',
  CTED: 'DECT; DECTC; ИДКТК',
  FATF: 'GAFI; ФАТФ',
  ICAO: 'OACI; ИКАО; منظمة الطيران المدني الدولي; 国际民航组织',
  ILO: 'OIT; BIT; МОТ; منظمة العمل الدولية; 国际劳工组织',
  IMO: 'OMI; ИМО; 国际海事组织',
  INTERPOL: 'OIPC; Интерпол; الإنتربول; الانتربول; 国际刑警组织',
  IOM: 'OIM; МОМ; المنظمة الدولية للهجرة; 国际移民组织',
  IPU: 'UIP; МПС',
  OCHA: 'BCAH; УКГВ; أوتشا; Emergency Relief Coordinator',
  OHCHR: 'HCDH; HCNUDH; ACNUDH; УВКПЧ; المفوضية السامية لحقوق الإنسان; مفوضية حقوق الإنسان; 人权高专办',
  OPCW: 'OIAC; OPAQ; ОЗХО',
  'UN Women': 'ONU Femmes; ONU-Femmes; ONU Mujeres; ООН-женщины; هيئة الأمم المتحدة للمرأة; 联合国妇女署',
  UNAOC: 'Alliance des civilisations; Alianza de Civilizaciones; Альянс цивилизаций',
  UNDP: 'PNUD; ПРООН; برنامج الأمم المتحدة الإنمائي; 开发署',
  UNESCO: 'ЮНЕСКО; اليونسكو; 教科文组织',
  UNHCR: 'HCR; ACNUR; УВКБ; المفوضية السامية لشؤون اللاجئين; مفوضية اللاجئين; 难民署',
  UNICEF: 'ЮНИСЕФ; اليونيسف; اليونيسيف; 儿基会',
  UNICRI: 'ЮНИКРИ',
  UNIDIR: 'ЮНИДИР',
  UNITAR: 'ЮНИТАР',
  UNOCT:
    'BLT; OLCT; Bureau de lutte contre le terrorisme; Oficina de Lucha contra el Terrorismo; КТУ ООН; مكتب الأمم المتحدة لمكافحة الإرهاب',
  UNODA: 'УВР ООН',
  UNODC:
    'ONUDC; Office des Nations Unies contre la drogue et le crime; Oficina de las Naciones Unidas contra la Droga y el Delito; УНП ООН; مكتب الأمم المتحدة المعني بالمخدرات والجريمة; 毒品和犯罪问题办公室',
  WCO: 'OMD; OMA; ВТамО',
  WHO: 'OMS; ВОЗ; منظمة الصحة العالمية; 世卫组织',
}
