/** Headings of a list of people. */
export const headings = ['Name', 'E-mail', 'Phone', 'Role', 'Note'];

/** A list of so many people, each of them new. */
export function peopleRows(count: number): readonly (readonly string[])[] {
  return [
    headings,
    ...Array.from({ length: count }, (_, index) => {
      const number = String(index).padStart(6, '0');
      return [
        `Person ${number}`,
        `person${number}@example.org`,
        `+4930${String(90_000_000 + index)}`,
        'Resident',
        'as typed',
      ];
    }),
  ];
}
