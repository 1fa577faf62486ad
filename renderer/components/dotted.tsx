import { Fragment } from 'react';

/** A name with dots in it, which breaks behind a dot before it breaks inside a word. */
export function Dotted({ children }: { children: string }) {
  return children.split(/(?<=\.)/u).map((part, index) => (
    <Fragment key={index}>
      {index === 0 ? null : <wbr />}
      {part}
    </Fragment>
  ));
}
