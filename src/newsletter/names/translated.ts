/**
 * Acronyms and short names of organizations of the United Nations system and its partners in the other official
 * languages, and full names that English texts use, by the English acronym. They count where the directory has the entity.
 */
export const translatedAcronyms: Readonly<Record<string, string>> = {
  '1267 Monitoring Team':
    'Analytical Support and Sanctions Monitoring Team; Monitoring Team of the 1267 Committee; ISIL (Da’esh) and Al-Qaida Monitoring Team; 1267/1989/2253 Monitoring Team',
  CTED: 'DECT; DECTC; ИДКТК; Direction exécutive du Comité contre le terrorisme; Dirección Ejecutiva del Comité contra el Terrorismo; Исполнительный директорат Контртеррористического комитета; Исполнительного директората Контртеррористического комитета; المديرية التنفيذية للجنة مكافحة الإرهاب; المديرية التنفيذية لمكافحة الإرهاب; 反恐执行局; 反恐怖主义委员会执行局; Counter-Terrorism Executive Directorate; Counter-Terrorism Committee Executive Directorate',
  FATF: 'GAFI; ФАТФ; Groupe d’action financière; Grupo de Acción Financiera; مجموعة العمل المالي; 反洗钱金融行动特别工作组',
  ICAO: 'OACI; ИКАО; منظمة الطيران المدني الدولي; 国际民航组织; Organisation de l’aviation civile internationale; Organización de Aviación Civil Internacional; الإيكاو; ايكاو',
  ILO: 'OIT; BIT; МОТ; منظمة العمل الدولية; 国际劳工组织',
  IMO: 'OMI; ИМО; 国际海事组织; Organisation maritime internationale; Organización Marítima Internacional; المنظمة البحرية الدولية',
  INTERPOL: 'OIPC; Интерпол; الإنتربول; الانتربول; 国际刑警组织',
  IOM: 'OIM; МОМ; المنظمة الدولية للهجرة; 国际移民组织; Organisation internationale pour les migrations; Organización Internacional para las Migraciones; Международная организация по миграции; Международной организации по миграции; 国际移徙组织',
  IPU: 'UIP; МПС',
  OCHA: 'BCAH; УКГВ; أوتشا; Emergency Relief Coordinator',
  OHCHR:
    'HCDH; HCNUDH; ACNUDH; УВКПЧ; المفوضية السامية لحقوق الإنسان; مفوضية حقوق الإنسان; 人权高专办; Haut-Commissariat aux droits de l’homme; Alto Comisionado para los Derechos Humanos; High Commissioner for Human Rights',
  OPCW: 'OIAC; OPAQ; ОЗХО; Organisation pour l’interdiction des armes chimiques; Organización para la Prohibición de las Armas Químicas; منظمة حظر الأسلحة الكيميائية; 禁化武组织; 禁止化学武器组织; Organization for the Prohibition of Chemical Weapons',
  'UN Women':
    'ONU Femmes; ONU-Femmes; ONU Mujeres; ООН-женщины; هيئة الأمم المتحدة للمرأة; 联合国妇女署; ONU Mujeres; ООН-Женщины; Структура ООН-женщины',
  UNAOC: 'Alliance des civilisations; Alianza de Civilizaciones; Альянс цивилизаций',
  UNDP: 'PNUD; ПРООН; برنامج الأمم المتحدة الإنمائي; 开发署; Programme des Nations Unies pour le développement; Programa de las Naciones Unidas para el Desarrollo; 联合国开发计划署; 开发计划署',
  UNESCO: 'ЮНЕСКО; اليونسكو; 教科文组织',
  UNHCR:
    'HCR; ACNUR; УВКБ; المفوضية السامية لشؤون اللاجئين; مفوضية اللاجئين; 难民署; Haut-Commissariat pour les réfugiés; Alto Comisionado para los Refugiados; Агентство ООН по делам беженцев; 联合国难民署; High Commissioner for Refugees',
  UNICEF: 'ЮНИСЕФ; اليونيسف; اليونيسيف; 儿基会; 联合国儿童基金会; منظمة الأمم المتحدة للطفولة',
  UNICRI:
    'ЮНИКРИ; يونيكري; Institut interrégional de recherche des Nations Unies sur la criminalité et la justice; 犯罪和司法所',
  UNIDIR: 'ЮНИДИР',
  UNITAR:
    'ЮНИТАР; Institut des Nations Unies pour la formation et la recherche; معهد الأمم المتحدة للتدريب والبحث; 训研所',
  UNOCT:
    'BLT; OLCT; Bureau de lutte contre le terrorisme; Oficina de Lucha contra el Terrorismo; КТУ ООН; مكتب الأمم المتحدة لمكافحة الإرهاب; BLT ONU; Bureau des Nations Unies de lutte contre le terrorisme; Oficina de las Naciones Unidas de Lucha contra el Terrorismo; Контртеррористическое управление ООН; Контртеррористического управления ООН; Контртеррористическим управлением ООН; Контртеррористическое управление; 反恐怖主义办公室; 反恐办; Office of Counter-Terrorism',
  UNODA:
    'УВР ООН; Bureau des affaires de désarmement; Oficina de Asuntos de Desarme; مكتب شؤون نزع السلاح; 裁军事务厅; 裁军厅',
  UNODC:
    'ONUDC; Office des Nations Unies contre la drogue et le crime; Oficina de las Naciones Unidas contra la Droga y el Delito; УНП ООН; مكتب الأمم المتحدة المعني بالمخدرات والجريمة; 毒品和犯罪问题办公室; Управление ООН по наркотикам и преступности; Управления ООН по наркотикам и преступности; Управлением ООН по наркотикам и преступности; 毒罪办; 禁毒办; مكتب الأمم المتحدة المعني بالمخدرات; Office on Drugs and Crime',
  WCO: 'OMD; OMA; ВТамО; Organisation mondiale des douanes; Organización Mundial de Aduanas; Всемирная таможенная организация; منظمة الجمارك العالمية; 世界海关组织',
  WHO: 'OMS; ВОЗ; منظمة الصحة العالمية; 世卫组织',
  'Special Rapporteur on Human Rights while CT':
    'Special Rapporteur on human rights while countering terrorism; Special Rapporteur on human rights and counter-terrorism; Special Rapporteur on the promotion and protection of human rights; Special Rapporteur on the protection and promotion of human rights; Special Rapporteur on terrorism and human rights; SR on human rights while countering terrorism; SR on counter-terrorism and human rights; Rapporteur spécial sur la promotion et la protection des droits de l’homme; Rapporteuse spéciale sur la promotion et la protection des droits de l’homme; Relator Especial sobre la promoción y la protección de los derechos humanos; Relatora Especial sobre la promoción y la protección de los derechos humanos',
  'Special Adviser on the Prevention of Genocide':
    'Conseiller spécial pour la prévention du génocide; Asesor Especial sobre la Prevención del Genocidio; Special Adviser on Genocide Prevention; Office on Genocide Prevention',
  '1540 Committee Group of Experts':
    '1540 Group of Experts; Group of Experts of the 1540 Committee; 1540 experts',
  'SRSG on Sexual Violence in Conflict':
    'SRSG on Conflict-Related Sexual Violence; Special Representative on Sexual Violence in Conflict',
  'SRSG for Children and Armed Conflict':
    'Special Representative for Children and Armed Conflict; SRSG-CAAC; CAAC',
  'SRSG on Violence Against Children': 'Special Representative on Violence against Children',
}
