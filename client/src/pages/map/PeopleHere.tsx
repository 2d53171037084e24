/** Everybody who is here, as initials in a ring of their colour; behind them my own name and the theme. */
import { useId, useState } from 'react'
import { callMe, initialsOf, useMe } from '../../browser/me.ts'
import { useMapSnapshot, usePeers, useSession } from '../../session/hooks.ts'
import { peopleHere, type PersonHere } from '../../session/people-here.ts'
import { ROLE_SENTENCES, ROLE_WORDS } from '../../text/words.ts'
import { Field } from '../../ui/Field.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { ThemeChoiceField } from '../../ui/ThemeMenu.tsx'
import styles from './PeopleHere.module.css'

/** The bar stays still however many arrive. */
const MOST_SHOWN = 4

export function PeopleHere() {
  const me = useMapSnapshot((snapshot) => snapshot.me)
  const peers = usePeers()
  const { clientID } = useSession().doc
  const all = peopleHere(me, peers, clientID)
  const shown = all.length > MOST_SHOWN + 1 ? all.slice(0, MOST_SHOWN) : all
  const names = all.map(({ name, isMe }) => (isMe ? `${name} (you)` : name)).join(', ')
  return (
    <Menu
      name={`Here now: ${names}`}
      label={
        <span className={styles['row']}>
          {shown.map((person) => (
            <Avatar key={person.key} name={person.name} color={person.color} />
          ))}
          {all.length > shown.length && <span className={styles['more']}>+{all.length - shown.length}</span>}
        </span>
      }
    >
      {(close) => <PeopleMenu all={all} close={close} />}
    </Menu>
  )
}

function Avatar({ name, color }: { readonly name: string; readonly color: number }) {
  return (
    <span className={styles['avatar']} style={{ borderColor: `var(--person-${color + 1})` }}>
      {initialsOf(name)}
    </span>
  )
}

function PeopleMenu({ all, close }: { readonly all: readonly PersonHere[]; readonly close: () => void }) {
  const session = useSession()
  const known = useMe()
  const [name, setName] = useState(known.named ? known.name : '')
  const heading = useId()
  const keep = () => callMe(name)
  return (
    <div className={styles['menu']}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep()
          close()
        }}
      >
        <Field
          label="Your name"
          hint="The others see it beside your cursor."
          placeholder={known.named ? '' : known.name}
          autoComplete="name"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={keep}
        />
      </form>
      <p className={styles['role']}>
        {ROLE_WORDS[session.role]}: {ROLE_SENTENCES[session.role].toLowerCase()}.
      </p>
      <section aria-labelledby={heading}>
        <h2 id={heading} className={styles['heading']}>
          Here now
        </h2>
        <ul className={styles['list']}>
          {all.map((person) => (
            <li key={person.key}>
              <Avatar name={person.name} color={person.color} />
              <span dir="auto">{person.name}</span>
              {person.isMe && <span className={styles['you']}>you</span>}
            </li>
          ))}
        </ul>
      </section>
      <ThemeChoiceField />
    </div>
  )
}
