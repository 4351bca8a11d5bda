/** Our sign. */
export const BrandMark = () => (
  <svg className="brand-mark" viewBox="0 0 16 16" width="28" height="28" aria-hidden>
    <rect width="16" height="16" rx="4.5" fill="#275f9b" />
    <path
      d="M10.9 5.4a3.9 3.9 0 1 0 0 5.2"
      fill="none"
      stroke="#fff"
      strokeWidth="1.9"
      strokeLinecap="round"
    />
    <circle cx="11.6" cy="8" r="1.25" fill="#9cc4ee" />
  </svg>
);
