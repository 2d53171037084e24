/** Everybody who is here, as initials in a ring of their colour, to look along with; behind them my own name and the theme. */
import { useId, useState } from 'react'
import { callMe, initialsOf, useMe } from '../../browser/me.ts'
import { followingOf } from '../../session/following.ts'
import { useFollowing, useMapSnapshot, usePeers, useSession } from '../../session/hooks.ts'
import { peopleHere, type PersonHere } from '../../session/people-here.ts'
import { ROLE_SENTENCES, ROLE_WORDS } from '../../text/words.ts'
import { FOLLOW, follow, SHOW_MAP, SHOW_NOTE, STOP_FOLLOWING, STOP_SHOWING } from '../../text/attention.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { ThemeChoiceField } from '../../ui/ThemeMenu.tsx'
import { usePhone } from './use-phone.ts'
import styles from './PeopleHere.module.css'

/** The bar stays still however many arrive. */
const MOST_SHOWN = 4

export function PeopleHere() {
  const me = useMapSnapshot((snapshot) => snapshot.me)
  const peers = usePeers()
  const phone = usePhone()
  const { clientID } = useSession().doc
  const all = peopleHere(me, peers, clientID)
  const shown = all.length > MOST_SHOWN + 1 ? all.slice(0, MOST_SHOWN) : all
  const names = all.map(({ name, isMe }) => (isMe ? `${name} (you)` : name)).join(', ')
  // On a phone the map is not beside the faces, and they are too small for fingers.
  const faces = phone ? [] : shown.filter(({ isMe }) => !isMe)
  const labelled = phone ? shown : shown.filter(({ isMe }) => isMe)
  return (
    <div className={styles['row']}>
      {faces.map((person) => (
        <Face key={person.key} person={person} />
      ))}
      <Menu
        name={`Here now: ${names}`}
        label={
          <span className={styles['row']}>
            {labelled.map((person) => (
              <Avatar key={person.key} name={person.name} color={person.color} />
            ))}
            {all.length > shown.length && <span className={styles['more']}>+{all.length - shown.length}</span>}
          </span>
        }
      >
        {(close) => <PeopleMenu all={all} close={close} />}
      </Menu>
    </div>
  )
}

/** A click follows, the next one ends it. */
function useFollow({ key }: PersonHere) {
  const session = useSession()
  const { is, whom } = useFollowing()
  const isFollowed = is === 'following' && whom?.key === key
  const watch = followingOf(session)
  return { isFollowed, toggle: () => (isFollowed ? watch.stop() : watch.follow(key)) }
}

function Face({ person }: { readonly person: PersonHere }) {
  const { isFollowed, toggle } = useFollow(person)
  return (
    <button
      type="button"
      className={styles['face']}
      aria-pressed={isFollowed}
      title={isFollowed ? STOP_FOLLOWING : follow(person.name)}
      onClick={toggle}
    >
      <span aria-hidden="true">
        <Avatar name={person.name} color={person.color} />
      </span>
      <span className="only-heard">{follow(person.name)}</span>
    </button>
  )
}

function FollowInMenu({ person, close }: { readonly person: PersonHere; readonly close: () => void }) {
  const { isFollowed, toggle } = useFollow(person)
  return (
    <Button
      look="text"
      onClick={() => {
        toggle()
        close()
      }}
    >
      {isFollowed ? STOP_FOLLOWING : FOLLOW}
      <span className="only-heard"> {person.name}</span>
    </Button>
  )
}

function ShowMap({ close }: { readonly close: () => void }) {
  const watch = followingOf(useSession())
  const { showing, mayShow } = useFollowing()
  if (!mayShow) return null
  return (
    <div className={styles['show']}>
      <Button
        onClick={() => {
          watch.show(!showing)
          close()
        }}
      >
        {showing ? STOP_SHOWING : SHOW_MAP}
      </Button>
      <p className={styles['note']}>{SHOW_NOTE}</p>
    </div>
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
  const hasCanvas = useMapSnapshot((snapshot) => snapshot.hasCanvas)
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
              {!person.isMe && hasCanvas && <FollowInMenu person={person} close={close} />}
            </li>
          ))}
        </ul>
        {hasCanvas && all.length > 1 && <ShowMap close={close} />}
      </section>
      <ThemeChoiceField />
    </div>
  )
}
