/**
 * Words that could stand on anybody's map, each with the question it leaves open. Ours, read out of websites and decks;
 * general linters look for hedges and passives and let all of these through.
 *
 * An entry is one or more forms, then the question. Words of a form may be joined by a hyphen in the text. A word that
 * often means something exact ("fast", "secure", "simple", "modern medicine") is left out: a list that cries at
 * everything is switched off.
 */
import type { Language } from '../../words/index.ts'

export interface VagueWord {
  /** In lower case, words apart by one space. */
  readonly forms: readonly string[]
  readonly asks: string
}

const vague = (forms: string, asks: string): VagueWord => ({ forms: forms.split(', '), asks })

const ENGLISH: readonly VagueWord[] = [
  vague('seamless, seamlessly, frictionless', 'Which step is gone that people had to take before?'),
  vague('effortless, effortlessly, hassle free', 'What do they no longer have to do?'),
  vague('easy to use, user friendly, intuitive, intuitively', 'What can somebody do in the first five minutes?'),
  vague('robust, rock solid', 'What has it withstood?'),
  vague('scalable, scales with you, at scale', 'From how many to how many?'),
  vague('holistic, holistically, 360 degree, end to end', 'What does it begin with, and where does it end?'),
  vague('comprehensive, all in one, one stop shop, full service, turnkey', 'What is in it that others leave out?'),
  vague('innovative, innovation, innovations', 'What is new about it, and since when?'),
  vague(
    'cutting edge, bleeding edge, state of the art, next generation, next gen',
    'What can it do that the one before could not?',
  ),
  vague('world class, best in class, best of breed, second to none', 'Says who, out of how many?'),
  vague(
    'market leading, industry leading, world leading, leading provider, leading providers, market leader, industry leader',
    'Leading in what, measured by whom?',
  ),
  vague('unique, unparalleled, unrivalled, unrivaled, unmatched, one of a kind', 'What is it that nobody else has?'),
  vague(
    'revolutionary, revolutionise, revolutionises, revolutionize, revolutionizes, game changer, game changing, disruptive',
    'What do people do differently since?',
  ),
  vague(
    'transformative, digital transformation, transform your business, transforms your business',
    'From what, into what?',
  ),
  vague('modernise, modernises, modernize, modernizes', 'What is old about it, and what takes its place?'),
  vague('streamline, streamlines, streamlined, streamlining', 'Which steps go, and which stay?'),
  vague(
    'optimise, optimises, optimised, optimize, optimizes, optimized',
    'What becomes more, what becomes less, and by how much?',
  ),
  vague('empower, empowers, empowered, empowering', 'What can they do that they could not do before?'),
  vague(
    'unlock, unlocks, unleash, unleashes, full potential, unlimited potential, endless possibilities',
    'What was locked, and what happens once it is open?',
  ),
  vague('leverage, leverages, leveraging', 'Using what, to do what?'),
  vague('synergy, synergies, synergistic', 'Who works with whom, and what comes of it?'),
  vague('solution, solutions', 'A solution to what? Its own name says more.'),
  vague('ecosystem, ecosystems', 'Who is in it, and what do they do for each other?'),
  vague('value added, added value, value add, value proposition', 'Worth what, to whom?'),
  vague(
    'high quality, highest quality, top quality, premium quality, quality service, quality services, excellence',
    'By which measure, and who checks it?',
  ),
  vague('tailored, tailor made, bespoke, customised, customized', 'What differs from one customer to the next?'),
  vague('flexible, flexibility, adaptable', 'What can be changed, by whom, how quickly?'),
  vague('trusted partner, trusted partners, trusted advisor, trusted adviser', 'Trusted by whom? Their names say it.'),
  vague('passionate, passion', 'What do you do out of it that others leave?'),
  vague('committed to, dedicated to excellence', 'What have you done about it so far?'),
  vague('peace of mind', 'What do they no longer have to think of?'),
  vague('cost effective, cost efficient, value for money, affordable', 'How much, instead of how much?'),
  vague('powerful', 'What can it do, in one example?'),
  vague('future proof, future ready', 'Which change is it ready for?'),
  vague(
    'customer centric, customer focused, customer first, user centric, people first, human centred, human centered',
    'What do you do for them that costs you something?',
  ),
  vague('data driven', 'Which decision is made by which figure?'),
  vague('ai powered, powered by ai, ai driven', 'What does it do that a person did before?'),
  vague('insight, insights, actionable', 'What would somebody know on Monday that they did not know on Friday?'),
  vague(
    'impactful, meaningful impact, real impact, make an impact, make a difference',
    'What is different afterwards, and for whom?',
  ),
  vague(
    'long term success, drive success, business success, ensure success, drive growth, accelerate growth',
    'What would one see, and by when?',
  ),
  vague('better outcomes, business outcomes, outcomes', 'Which outcome, and what was it before?'),
  vague('thought leader, thought leaders, thought leadership', 'Which thought was yours?'),
  vague(
    'next level, move the needle, supercharge, supercharges, turbocharge, elevate, elevates',
    'From where to where?',
  ),
  vague('reimagine, reimagined, reimagining, redefine, redefines, redefining', 'What was it, and what is it now?'),
  vague('harness the power, power of', 'To do what?'),
  vague('delight, delights, delightful', 'What do people say or do when they are?'),
  vague('cuts through the noise, cut through the noise', 'Which noise? Name what people no longer have to read.'),
  vague(
    'make the world a better place, makes the world a better place, make the world, makes the world, making the world, better place, change the world, changing the world',
    'Which part of it, and what happens there?',
  ),
  vague('wide range of, broad range of, diverse range of', 'Which ones, first of all?'),
  vague('sustainable, sustainability', 'Which part of it, measured how?'),
  vague('authentic, authentically', 'What do you do that somebody else would hide?'),
]

/** An adjective with its endings. */
const adjective = (stems: string, asks: string): VagueWord => ({
  forms: stems.split(', ').flatMap((stem) => ['', 'e', 'er', 'es', 'en', 'em'].map((ending) => stem + ending)),
  asks,
})

const GERMAN: readonly VagueWord[] = [
  adjective('nahtlos, reibungslos', 'Welcher Schritt fällt weg? (Which step is gone?)'),
  adjective(
    'mühelos, intuitiv, benutzerfreundlich, nutzerfreundlich',
    'Was gelingt in den ersten fünf Minuten? (What works in the first five minutes?)',
  ),
  adjective('ganzheitlich, umfassend', 'Wo fängt es an, wo hört es auf? (Where does it begin and end?)'),
  adjective(
    'innovativ, zukunftsweisend, bahnbrechend, wegweisend, revolutionär',
    'Was ist neu daran, und seit wann? (What is new about it, and since when?)',
  ),
  adjective('zukunftssicher, zukunftsfähig', 'Für welche Veränderung? (Ready for which change?)'),
  adjective('maßgeschneidert, individuell', 'Was ist von Kunde zu Kunde anders? (What differs between customers?)'),
  adjective('einzigartig, unvergleichlich, unübertroffen', 'Was hat sonst niemand? (What has nobody else?)'),
  adjective('führend, marktführend, erstklassig, weltklasse', 'Worin, und wer sagt das? (In what, and who says so?)'),
  adjective(
    'leistungsstark, leistungsfähig, robust',
    'Was kann es, an einem Beispiel? (What can it do, in one example?)',
  ),
  adjective('skalierbar', 'Von wie vielen auf wie viele? (From how many to how many?)'),
  adjective(
    'flexibel, flexibl, dynamisch, agil',
    'Was lässt sich ändern, und wie schnell? (What can be changed, how quickly?)',
  ),
  adjective('hochwertig, professionell, kompetent', 'Woran erkennt man das? (How does one see it?)'),
  adjective(
    'kundenorientiert, lösungsorientiert, kundenzentriert, zielgerichtet',
    'Was tut ihr dafür, das euch etwas kostet? (What do you do for it?)',
  ),
  adjective('nachhaltig', 'Welcher Teil, woran gemessen? (Which part, measured how?)'),
  adjective('optimal, effizient', 'Was wird mehr, was weniger? (What becomes more, what less?)'),
  vague('lösung, lösungen', 'Wofür? Der eigene Name sagt mehr. (To what?)'),
  vague('mehrwert, mehrwerte', 'Was wert, und für wen? (Worth what, to whom?)'),
  vague('synergie, synergien', 'Wer arbeitet mit wem? (Who works with whom?)'),
  vague('aus einer hand, rundum sorglos', 'Was genau, und was nicht? (What exactly?)'),
  vague('auf augenhöhe', 'Woran merkt es der andere? (How does the other notice?)'),
  vague('leidenschaft, leidenschaftlich', 'Was tut ihr deshalb, das andere lassen? (What do you do out of it?)'),
  vague(
    'am puls der zeit, state of the art',
    'Was kann es, was das Alte nicht konnte? (What can it do that the old could not?)',
  ),
]

/** In other languages the rule is silent. */
export const VAGUE_WORDS: Partial<Record<Language, readonly VagueWord[]>> = { en: ENGLISH, de: GERMAN }
