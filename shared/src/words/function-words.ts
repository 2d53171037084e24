/**
 * The small words of a language: what tells it from its neighbours, and what a comparison of two sentences leaves out.
 * Only words that one of these languages has more or less to itself, so that a few of them are enough to tell.
 */
export const GUESSED = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da'] as const
export type GuessedLanguage = (typeof GUESSED)[number]

/**
 * Neighbours that nothing here is compared in, but that would be taken for one of the others: “on” and “me” are Finnish
 * words, “is” is a Hungarian one, “to”, “do” and “no” are Polish.
 */
export const NEIGHBOURS = [
  'fi',
  'et',
  'nb',
  'is',
  'pl',
  'cs',
  'sk',
  'sl',
  'hr',
  'hu',
  'ro',
  'ca',
  'tr',
  'lt',
  'lv',
  'id',
  'vi',
  'af',
] as const
export type Neighbour = (typeof NEIGHBOURS)[number]

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

export const FUNCTION_WORDS: Readonly<Record<GuessedLanguage | Neighbour, ReadonlySet<string>>> = {
  en: words(
    "a in do no one him her could should must may shall everyone anyone such other the of and to is are was were for with that it its it's we you your our they their them he she his from by on at as this these those be been has have had not who whom what when where which how without an or but if than then so can will would every each all any more most into out up us does don't doesn't just only there here about over after before while because might",
  ),
  de: words(
    'im am er vom bis durch dieser diese dieses jene seine ihr ihrem sein keine kein man muss soll darf hier dort damit weil so doch also uns vor unter gegen zwischen war sind hat in an der die das und ist für mit nicht ein eine einen einem einer eines wir sie ihre ihren auf von zu zum zur den dem des ins ohne werden wird wurde auch bei beim aus nach über unser unsere unseren sich es dass oder aber wenn als wie was wer jede jeder jedes alle mehr noch nur schon kann können haben',
  ),
  fr: words(
    "à toute tout tous toutes se son sa ses en a ont été être peut dont lui y on comme mais si même chaque entre donc avant après sous cela soit doit fait l' d' qu' c' n' s' j' quand ici le la les des du de et est sont pour avec une un nous vous votre vos notre nos dans sur qui que pas au aux sans ce cette ces il elle ils elles leur leurs par ou où plus d'un d'une",
  ),
  es: words(
    'en cualquier mismo misma sea esa ese eso y hacia según mediante cada nada nadie algo nuestros toda todo todos todas tiene tienen a este esta esto estos estas ni o u ha han ser cuando entre también donde sobre hasta nuestras vuestro tu tus mi me te le les lo fue hay sólo solo sus aunque desde porque qué cómo mientras cual otra otro el la los las de es son para con una un unos nuestro nuestra su que por sin del al se no como más pero quien está',
  ),
  it: words(
    "ogni tutto tutti tutta a in o ed ad è anche suo sua suoi ha hanno dal dalla dai nei sul sulla degli della essere può dove quando prima dopo fra tra questo questa l' d' un' dell' all' nell' cui noi voi loro se i ci il lo la gli le di e sono per con una un uno nostro nostra che non senza del dei delle nel nella da al alla si come più ma chi",
  ),
  pt: words(
    'toda todo todos todas tem têm a e ser seu sua seus suas nas nos pela pelo pelas pelos ou também este esta isto isso foi há já só até sobre entre quando onde nossos nossas você vocês ele ela pode deve nem sob numa num o os as de é são para com uma um nosso nossa que por sem do da dos das em no na não se como mais mas quem cada ao à',
  ),
  nl: words(
    'nog veel heel in als of hij zij ze men haar zal zullen heeft hebben dan zo over tegen tussen na bij kan kunnen moet mag ieder eenieder recht deze dit die hen hun onder tot om de het een en zijn voor met niet wij je jij van te zonder dat ook onze ons uw naar uit aan door maar wie wat elke geen er op is wordt worden',
  ),
  sv: words(
    'jag dig mig sig oss vara blir någon efter mellan eftersom vad var också skall ska detta dessa sin sina bara våra deras i om vid endast man så av envar rätt ej och är att för med inte vi som en ett på utan den det de din ditt vår till från har kan eller men varje när alla',
  ),
  da: words(
    'ud op mod mere meget nogle ind mindst kunne skulle sine gøre får bedre der ret enhver ham dem hans hun han under sit gennem bør ej selv noget ingen andre sådan alene såvel jeg dig mig sig os være bliver blevet nogen efter mellem fordi hvad hvor også skal dette disse sin bare vores af ikke i om ved kun deres man eller hvis så og er at for med vi som en et på uden den det de din dit til fra har kan men hver når alle',
  ),
  fi: words(
    'ja on ei ovat se sen että joka jotka jossa kun kuin niin mutta myös tai sekä ne me he hän oli olla voi vain kaikki kaikille meidän teidän heidän sinun minun ilman kanssa ennen jälkeen mukaan siitä siinä tämä tämän mikä mitä jos jokainen jokaisella kuka kukaan ketään yksi enemmän vielä jo nyt aina',
  ),
  et: words(
    'ja on ei see selle seda et mis kes kui aga ka või ning me nad ta oli olla võib kõik kõigile meie teie nende ilma koos pärast enne oma siis nagu igal iga inimene üks rohkem veel juba alati peab',
  ),
  nb: words(
    'ut opp mot mer mye inn minst kunne skulle gjøre får bedre fram dere der ret enhver ham dem hans hun han under sitt gjennom bør selv noe ingen andre slik alene såvel jeg i om ved kun man hvis så av og er at for med ikke vi som en et på uten den det de din ditt vår våre deres til fra har kan eller men hver når alle hva deg meg seg oss være blir blitt noen etter mellom fordi hvor også skal dette disse sin sine bare',
  ),
  is: words(
    'og er að fyrir með ekki við sem á af án þess það þá hefur eða hver allir vera eftir milli því skal um til skulu hvers í hann hún',
  ),
  pl: words(
    'i w z na do nie się jest są to że dla od po przez który która które jak ale lub oraz ma co gdy czy bez nas nam nasz nasza nasze twój jego ich każdy każda o za już tylko także ze tym tego jako być może',
  ),
  cs: words(
    'a v z na do ne se je jsou to že pro od po který která které jak ale nebo má co když bez nás nám náš naše váš jeho jejich každý o za už jen také jako být může si ve ke při aby než před není',
  ),
  sk: words(
    'a v z na do nie sa je sú to že pre od po ktorý ktorá ktoré ako ale alebo má čo keď bez nás nám náš naše váš jeho ich každý o za už len tiež byť môže si vo ku pri aby než pred ani',
  ),
  sl: words(
    'ter če kakor vse ima pravico njegove iz več zaradi sme nihče in v z na do ne se je so to da za od po ki ali pa kaj ko brez nas nam naš vaš vsakdo o že le tudi kot biti lahko si ni pri med svoje',
  ),
  hr: words(
    'ima pravo iz svatko nitko će ga mu je njegove ne smije i u s na do se su to da za od po koji koja koje kako ali ili što kad bez nas nam naš vaš svaki o već samo kao biti može si pri prema među tko',
  ),
  hu: words(
    'a az és nem is van egy hogy meg de vagy ha ez ezt azt aki ami mint mert csak már még nélkül minden mindenki mi ti ők nekünk nekik miután között szerint lehet kell által joga saját sem úgy előtt után amikor való',
  ),
  ro: words(
    'și şi în la de cu nu este sunt pe pentru un o că care din sau dar mai ca prin fără între după ce când fiecare orice al ai ale sa său lui lor noi voi ei se fi are au să acest această nostru noastră dumneavoastră',
  ),
  ca: words(
    'el la els les i de amb per a que no és són un una als del dels en o més com sense entre qui cada seu seva seus aquest aquesta té dret tota ha han hi ens us',
  ),
  tr: words(
    've bir bu da de için ile ne mi mı değil var yok çok daha gibi kadar her ama veya ya olarak olan o biz siz onlar bizim sizin hakkı herkes kendi ki sonra önce şey en göre bütün hiç kimse edilir eder',
  ),
  lt: words(
    'ir yra ne į iš su kad bet ar kaip jo jos jų mes jūs mūsų jūsų kiekvienas visi už per po prie be apie tik dar jau taip pat turi teisę savo gali būti kas kai nuo iki',
  ),
  lv: words(
    'un ir ne no ar ka bet vai kā viņa viņu mēs jūs katram visi par pie bez tikai vēl jau arī tiesības savu var būt kas kad uz pēc šo nav',
  ),
  id: words(
    'dan yang di ke dari untuk dengan tidak ini itu adalah pada atau mereka dia oleh akan dapat setiap semua tanpa sebagai hanya lebih juga karena dalam orang hak berhak secara',
  ),
  vi: words(
    'và của là có không được cho với những các một người trong này khi để từ đến về mọi cũng như đã sẽ hoặc phải theo quyền đều hay ra',
  ),
  af: words(
    'die en van is nie het vir met wat sy hulle aan om te ook maar of as dit elke elkeen sal word kan sonder tot geen mag dat',
  ),
}
