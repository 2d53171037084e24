/**
 * The pages behind the links in a mail. A link only asks; what it asks for is done by its button: programs that look at
 * mails before people do follow every link.
 */
export type MailPage = 'confirm' | 'confirmed' | 'leave' | 'left' | 'over'

interface Says {
  readonly title: string
  readonly says: string
  /** What the button says, where there is one. */
  readonly act?: string
}

const PAGES: Record<MailPage, Says> = {
  confirm: {
    title: 'A daily mail about a map',
    says: 'Once a day, when something has changed, this address gets a mail that says what. Every mail has a link that ends it.',
    act: 'Yes, send me the daily mail',
  },
  confirmed: { title: 'It is set', says: 'The first mail comes on the day after something has changed.' },
  leave: { title: 'No more daily mails', says: 'This address gets no more mails about this map.', act: 'Send no more' },
  left: { title: 'Done', says: 'No more mails about this map come to this address. It is kept nowhere any more.' },
  over: {
    title: 'This link is no longer good',
    says: 'The mails have been ended, or nobody followed the link for days. On the map they can be asked for again.',
  },
}

/** HTML that asks for nothing but what its button does. */
export function mailPage(page: MailPage): string {
  const { title, says, act } = PAGES[page]
  const body =
    'margin:0 auto;padding:64px 24px;max-width:520px;font:18px/28px Georgia,serif;color:#1a1a1a;background:#fbfaf7'
  const button = 'padding:10px 18px;border:0;background:#1a1a1a;color:#fff;font:600 16px/24px sans-serif;cursor:pointer'
  const form = act === undefined ? '' : `<form method="post"><button style="${button}">${act}</button></form>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title></head><body style="${body}"><main><h1 style="font-size:32px;line-height:40px;font-weight:400">${title}</h1><p>${says}</p>${form}</main></body></html>`
}
