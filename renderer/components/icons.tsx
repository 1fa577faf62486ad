import type { ReactNode } from 'react';

/** 16-pixel drawings, each with a silhouette of its own: a state is told by shape before it is told by colour. */
const drawings = {
  sound: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M5.2 8.2l2 2 3.7-4.2" />
    </>
  ),
  broken: (
    <>
      <path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z" />
      <path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />
    </>
  ),
  warn: (
    <>
      <path d="M8 2l6.4 11.4H1.6z" />
      <path d="M8 6.4v3.2M8 11.4v.2" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.25" strokeDasharray="2.6 2.3" />
      <path d="M6.2 6.3c.2-2.2 3.5-2.1 3.5 0 0 1.4-1.7 1.4-1.7 2.8M8 11.2v.2" />
    </>
  ),
  info: (
    <>
      <rect x="1.9" y="1.9" width="12.2" height="12.2" rx="2.6" />
      <path d="M8 7.3v3.9M8 4.8V5" />
    </>
  ),
  waiting: <circle cx="8" cy="8" r="6.25" strokeDasharray="0.1 3.2" strokeLinecap="round" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8.5" rx="1.4" />
      <path d="M3.7 10.5H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1h6.5a1 1 0 0 1 1 1v.7" />
    </>
  ),
  close: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="M10.4 10.4L14 14" />
    </>
  ),
  open: <path d="M5.5 3.5L10.5 8l-5 4.5" />,
  again: <path d="M13.2 8a5.2 5.2 0 1 1-1.7-3.85M13.4 1.8v2.9h-2.9" />,
  next: <path d="M2.5 8h10.2M8.7 3.8L12.9 8l-4.2 4.2" />,
  list: <path d="M2.2 4h1M2.2 8h1M2.2 12h1M6 4h7.8M6 8h7.8M6 12h7.8" />,
  shield: (
    <>
      <path d="M8 1.8l5.2 1.9v4c0 3.2-2.2 5.4-5.2 6.6-3-1.2-5.2-3.4-5.2-6.6v-4z" />
      <path d="M5.7 7.9l1.7 1.7 3-3.4" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A drawing beside words; it says nothing that the words do not say. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none', display: 'block' }}
    >
      {drawings[name]}
    </svg>
  );
}

/** The same drawing inside another SVG, its corner at x and y. */
export function IconAt({ name, x, y }: { name: IconName; x: number; y: number }) {
  return (
    <g
      transform={`translate(${x} ${y})`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      {drawings[name]}
    </g>
  );
}
