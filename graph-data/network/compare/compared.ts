/** What two views can be told apart by. */
export const COMPARED_BY = ['speaker', 'publisher', 'document', 'date'] as const;

/** Whose a relation is: only A states it, only B, both do, or they contradict each other in it. */
export const COMPARED_SIDES = ['a', 'b', 'both', 'contradict'] as const;
export type ComparedSide = (typeof COMPARED_SIDES)[number];
