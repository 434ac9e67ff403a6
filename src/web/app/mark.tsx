/** The mark: a staff of five lines, the five practices, and one note, the common sheet. */
export function Mark() {
  return (
    <svg viewBox="0 0 26 22" width="26" height="22" aria-hidden="true">
      <path d="M0 3h26M0 7h26M0 11h26M0 15h26M0 19h26" stroke="currentColor" strokeWidth="1" opacity=".45" />
      <ellipse cx="10" cy="15" rx="3.6" ry="2.7" fill="var(--hs-accent)" transform="rotate(-18 10 15)" />
      <path d="M13.3 14V3.5" stroke="var(--hs-accent)" strokeWidth="1.5" />
    </svg>
  );
}
