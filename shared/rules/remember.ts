interface Branch<T> {
  next: WeakMap<object, Branch<T>>;
  made?: { value: T };
}

/**
 * Remembers what a pure function made of the same objects, for as long as they
 * live: several rules ask the same question of the same facts, and a server can
 * have thousands of sites and records. The objects must not change.
 */
export function remember<Args extends object[], T>(work: (...args: Args) => T): (...args: Args) => T {
  const root: Branch<T> = { next: new WeakMap() };
  return (...args) => {
    let branch = root;
    for (const arg of args) {
      let next = branch.next.get(arg);
      if (next === undefined) branch.next.set(arg, (next = { next: new WeakMap() }));
      branch = next;
    }
    branch.made ??= { value: work(...args) };
    return branch.made.value;
  };
}
