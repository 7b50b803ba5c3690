import type { ReactNode } from 'react';
import type { LayerId } from '../../store/layers';

const SIGNS: Readonly<Record<LayerId, ReactNode>> = {
  gap: (
    <>
      <rect x="1" y="3" width="18" height="14" fill="var(--gap)" opacity="0.12" />
      <path d="M1 10 8 3M1 17 15 3M8 17 19 6M15 17l4-4" stroke="var(--gap)" strokeWidth="1.6" />
    </>
  ),
  subdistrict: <path d="M1 10h18" stroke="var(--quiet)" strokeWidth="1.8" strokeDasharray="6 2 1.5 2" />,
  hydrantWorking: <circle cx="10" cy="10" r="6" fill="var(--hydrant)" />,
  hydrantDamaged: (
    <>
      <circle cx="10" cy="10" r="6.5" fill="var(--damaged)" />
      <path d="M6 14 14 6" stroke="#fff" strokeWidth="2.2" />
    </>
  ),
  hydrantOutOfService: (
    <>
      <circle cx="10" cy="10" r="6.5" fill="var(--out)" />
      <path d="m7 7 6 6m0-6-6 6" stroke="#fff" strokeWidth="2" />
    </>
  ),
  hydrantPlanned: <circle cx="10" cy="10" r="5.6" fill="var(--paper)" stroke="var(--hydrant)" strokeWidth="2.2" />,
  hydrantUnknown: (
    <>
      <circle cx="10" cy="10" r="6" fill="var(--paper)" stroke="var(--unknown)" strokeWidth="2" />
      <text x="10" y="13.6" textAnchor="middle" fontSize="10" fontWeight="700" fill="var(--unknown)">
        ?
      </text>
    </>
  ),
  fireStation: (
    <>
      <rect x="1.5" y="1.5" width="17" height="17" rx="4" fill="var(--station)" />
      <path d="M10 4.5c5 4 4.5 11 0 11s-5-4.5-2-7c0 2 1.5 1.5 2-4Z" fill="#fff" />
    </>
  ),
  microStation: <path d="m10 3 7 7-7 7-7-7Z" fill="var(--station)" />,
  volunteerBrigade: <rect x="4" y="4" width="12" height="12" rx="1.5" fill="var(--brigade)" />,
  keyUnit: (
    <>
      <circle cx="10" cy="10" r="8" fill="var(--paper)" stroke="var(--damaged)" strokeWidth="2" />
      <rect x="6" y="6" width="8" height="8" rx="1" fill="var(--unit)" />
    </>
  ),
  incident: <circle cx="10" cy="10" r="3.5" fill="var(--incident)" opacity="0.8" />,
  waterSource: <path d="M10 3c5 5 5 14 0 14S5 8 10 3Z" fill="var(--source)" />,
  hazard: <path d="m10 4 7 12H3Z" fill="var(--data-gap)" />,
  candidateSite: (
    <rect
      x="3"
      y="4"
      width="14"
      height="12"
      fill="none"
      stroke="var(--scenario)"
      strokeWidth="2"
      strokeDasharray="4 2"
    />
  ),
  unsurveyedRoad: (
    <path d="M2 10h17" stroke="var(--data-gap)" strokeWidth="3" strokeDasharray="0.1 5" strokeLinecap="round" />
  ),
  building: <path d="M3 16V7h7v9m0-5h7v5" fill="var(--building)" stroke="var(--quiet)" />,
  label: (
    <text x="10" y="14" textAnchor="middle" fontSize="12" fill="var(--text)">
      文
    </text>
  ),
};

/** The sign as it stands on the map. */
export function LegendSign({ id }: { readonly id: LayerId }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="none">
      {SIGNS[id]}
    </svg>
  );
}
