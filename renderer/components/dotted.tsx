import { styled } from '@mui/material/styles';
import { Fragment } from 'react';

/** Goes to the next line whole, and breaks only where it is longer than a line. */
const Name = styled('span')({ display: 'inline-block', maxWidth: '100%' });

/** Text with dotted names in it, which break behind a dot before they break inside a word, and only where they must. */
export function Dotted({ children }: { children: string }) {
  return children
    .split(/(\s+)/u)
    .map((word, index) => (/\.\S/u.test(word) ? <Name key={index}>{breakable(word)}</Name> : word));
}

const breakable = (name: string) =>
  name.split(/(?<=\.)/u).map((part, index) => (
    <Fragment key={index}>
      {index === 0 ? null : <wbr />}
      {part}
    </Fragment>
  ));
