/**
 * What language Word checks spelling in: it wants a country beside each, and keeps one for each of three groups of
 * scripts. The countries are the ones that Word has a dictionary for without being asked.
 */
const COUNTRIES: Readonly<Record<string, string>> = {
  en: 'GB',
  da: 'DK',
  cs: 'CZ',
  et: 'EE',
  nb: 'NO',
  sv: 'SE',
  sl: 'SI',
  ca: 'ES',
  vi: 'VN',
  uk: 'UA',
  zh: 'CN',
  ja: 'JP',
  ko: 'KR',
  ar: 'SA',
  he: 'IL',
  el: 'GR',
  fa: 'IR',
  ur: 'PK',
  be: 'BY',
  sr: 'RS',
  af: 'ZA',
}

const EAST_ASIAN: ReadonlySet<string> = new Set(['zh', 'ja', 'ko'])
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'he', 'fa', 'ur'])

/** Languages whose script has no italics of its own: slanted, its letters are hurt. */
export const isUpright = (lang: string): boolean => EAST_ASIAN.has(lang) || RIGHT_TO_LEFT.has(lang)

export interface LanguageTags {
  readonly value?: string
  readonly eastAsia?: string
  readonly bidirectional?: string
}

/** For a language as `languageOf` tells it: the country is called like most languages are. */
export function languageTags(lang: string): LanguageTags {
  const tag = `${lang}-${COUNTRIES[lang] ?? lang.toUpperCase()}`
  if (EAST_ASIAN.has(lang)) return { eastAsia: tag }
  return RIGHT_TO_LEFT.has(lang) ? { bidirectional: tag } : { value: tag }
}
