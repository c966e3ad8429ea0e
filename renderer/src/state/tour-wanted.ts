/** Name under which it is remembered that the account that opens next is shown with a tour. */
export const tourWanted = 'tour.wanted';
