type MarkProps = { height?: number };

/** The letter H with an arrow for its bar: something passes from one to the other. */
export const Mark = ({ height = 28 }: MarkProps) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 32 32"
    height={height}
    width={height}
    fill="none"
    stroke="currentColor"
    strokeWidth="4"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="M6 5v22M26 5v22" />
    <path stroke="#5eead4" d="M6 16h13M15 10.5 20.5 16 15 21.5" />
  </svg>
);
