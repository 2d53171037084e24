/** What stands around the colour and the logo of a brief. */
export const CLOTHES = {
  title: 'Colour and logo',
  colour: 'Colour',
  asDesigned: 'As designed',
  own: 'Your own',
  logo: 'Logo',
  choose: 'Choose a picture',
  other: 'Choose another',
  remove: 'Take it off',
  file: 'Picture of the logo',
  alt: 'What it shows',
  altHint: 'For whoever hears the page. Empty, it says “Logo of” and the subject.',
  sending: 'The picture is on its way…',
  taken: 'The logo is on the brief.',
  unreadable: 'This browser cannot show that file as a picture. Save it as PNG, JPEG or SVG and choose that.',
} as const

export const sayDarkened = (color: string) => `Too light to read on white, so the brief shows it darker: ${color}.`
