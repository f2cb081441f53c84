/** A share from 0 to 1 as per cent: whole ones; below one "under 1 %", so that nothing that is there reads as nothing. */
export function toPercentWords(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1 %';
  return `${Math.round(share * 100)} %`;
}
