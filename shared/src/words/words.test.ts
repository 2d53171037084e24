import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLine } from '../../test/index.ts'
import { isContentWord, languageOf, scriptOf, wordsOf } from './index.ts'

describe('a language is told', () => {
  test.each([
    ['en', 'Bread that is still warm at the door.'],
    ['en', 'A person answers the alarm first, and calls you only when you must act.'],
    ['de', 'Wir halten kleine Brücken für alle offen.'],
    ['de', 'Das Lager meldet sich, bevor es leer ist.'],
    ['fr', 'Nous gardons les petits ponts ouverts pour vous.'],
    ['es', 'El pan todavía está caliente en la puerta.'],
    ['it', 'Il pane è ancora caldo alla porta.'],
    ['pt', 'O pão não chega frio à porta.'],
    ['nl', 'Het brood is nog warm aan de deur.'],
    ['sv', 'Brödet är inte kallt när det kommer.'],
    ['zh', '实时 HTAP'],
    ['zh', '兼容 MySQL 协议和 MySQL 生态'],
    ['ja', '毎日、焼きたてのパンを。'],
    ['ko', '문 앞의 따뜻한 빵'],
    ['ru', 'Хлеб ещё тёплый.'],
    ['he', 'מפה אחת, סיפור אחד.'],
    ['fi', 'Ihminen vastaa hälytykseen ensin ja soittaa sinulle vain kun on pakko.'],
    ['fi', 'Me emme ole hotelli, he ovat.'],
    ['et', 'Leib on veel soe, kui see ukse taha jõuab.'],
    ['nb', 'Brødet er varmt når det blir levert hos deg.'],
    ['da', 'Brødet er varmt, når det bliver leveret hos dig.'],
    ['pl', 'To jest chleb, który nie stygnie do rana.'],
    ['cs', 'Chléb je ještě teplý, když se dostane ke dveřím.'],
    ['hu', 'A kenyér még meleg, amikor az ajtóhoz ér.'],
    ['ro', 'Pâinea este încă caldă când ajunge la ușă.'],
    ['tr', 'Ekmek kapıya geldiğinde daha sıcak ve bu bizim için önemli.'],
    ['id', 'Roti yang masih hangat di depan pintu untuk semua orang.'],
    ['vi', 'Bánh mì vẫn còn nóng khi đến cửa, và không bao giờ nguội.'],
    ['uk', 'Хліб ще теплий біля дверей.'],
    ['bg', 'Хлябът е още топъл на вратата.'],
    ['fa', 'نان گرم پشت در'],
  ])('%s: %s', (language, text) => expect(languageOf(text)).toBe(language))

  test.each(['Talo on kunnossa', 'Laboratorio Vardeholm', 'Built to last', 'Data i drift'])(
    '[LA2] none rather than a wrong one: %s',
    (text) => expect(languageOf(text)).toBeNull(),
  )

  test('[LA2] where the small words do not decide, it is what stands around, else nothing', () => {
    expect(languageOf('Modernize software development processes')).toBeNull()
    expect(languageOf('Modernize software development processes', 'en')).toBe('en')
    expect(languageOf('', 'de')).toBe('de')
    expect(languageOf('12 %')).toBeNull()
  })
})

test('a script has a direction', () => {
  expect(scriptOf('العربية').dir).toBe('rtl')
  expect(scriptOf('Ordinary').dir).toBe('ltr')
})

test('words are found with and without spaces, and keep their place', () => {
  expect(wordsOf('Don’t wake 1,740 people').map(({ text }) => text)).toEqual(['Don’t', 'wake', '1,740', 'people'])
  expect(wordsOf('一键水平扩缩容', 'zh').length).toBeGreaterThan(1)
  const text = '“Open” to bicycles.'
  expect(wordsOf(text).map(({ text: word, at }) => text.slice(at, at + word.length) === word)).toEqual([
    true,
    true,
    true,
  ])
})

test('small words are no content where they are known', () => {
  const content = (text: string, language: 'en' | 'ko') =>
    wordsOf(text, language)
      .filter((word) => isContentWord(word, language))
      .map(({ folded }) => folded)
  expect(content('The bread is still warm', 'en')).toEqual(['bread', 'still', 'warm'])
  expect(content('따뜻한 빵', 'ko')).toEqual(['따뜻한', '빵'])
})

test('[LA3] any text has an answer, and the same one twice', () => {
  fc.assert(
    fc.property(anyLine, (text) => {
      expect(languageOf(text)).toBe(languageOf(text))
      for (const word of wordsOf(text, languageOf(text))) expect(text.startsWith(word.text, word.at)).toBe(true)
    }),
  )
})
