/**
 * The small words of a language: what tells it from its neighbours, and what a comparison of two sentences leaves out.
 * Only words that one of these languages has more or less to itself, so that a few of them are enough to tell.
 */
export const GUESSED = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da'] as const
export type GuessedLanguage = (typeof GUESSED)[number]

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

export const FUNCTION_WORDS: Readonly<Record<GuessedLanguage, ReadonlySet<string>>> = {
  en: words(
    "the of and to is are was were for with that it its it's we you your our they their them he she his her from by on at as this these those be been has have had not who whom what when where which how without an or but if than then so can will would every each all any more most into out up no our us do does don't doesn't just only there here about over after before while because may might",
  ),
  de: words(
    'der die das und ist sind für mit nicht ein eine einen einem einer eines wir sie ihr ihre ihren auf von zu zum zur den dem des im ins ohne werden wird wurde auch bei beim aus nach über unser unsere unseren uns sich es dass oder aber wenn als wie was wer jede jeder jedes alle mehr noch nur schon kann können haben hat',
  ),
  fr: words(
    "le la les des du de et est sont pour avec une un nous vous votre vos notre nos dans sur qui que pas au aux sans ce cette ces il elle ils elles leur leurs par ou où plus d'un d'une",
  ),
  es: words(
    'el la los las de y es son para con una un unos nuestro nuestra nuestros su sus que por sin en del al se no lo como más pero quien cada está',
  ),
  it: words(
    'il lo la gli le di e è sono per con una un uno nostro nostra che non senza del della dei delle nel nella da al alla si come più ma ogni chi',
  ),
  pt: words(
    'o os as de e é são para com uma um nosso nossa que por sem do da dos das em no na não se como mais mas quem cada ao à',
  ),
  nl: words(
    'de het een en zijn voor met niet wij je jij van te zonder die dat ook bij onze ons uw hun naar uit aan door maar wie wat elke geen er op is wordt worden',
  ),
  sv: words(
    'och är att för med inte vi som en ett på av utan den det de din ditt våra vår till från har kan eller men varje när alla',
  ),
  da: words(
    'og er at for med ikke vi som en et på af uden den det de din dit vores til fra har kan eller men hver når alle',
  ),
}
