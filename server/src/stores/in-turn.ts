/** Jobs of one name run one after the other, in the order they came; jobs of different names do not wait for each other. */
export function inTurn<Name>(): <Answer>(name: Name, job: () => Promise<Answer>) => Promise<Answer> {
  const last = new Map<Name, Promise<unknown>>()
  return async (name, job) => {
    const before = last.get(name)
    const mine = before === undefined ? job() : before.then(job, job)
    last.set(name, mine)
    try {
      return await mine
    } finally {
      if (last.get(name) === mine) last.delete(name)
    }
  }
}
