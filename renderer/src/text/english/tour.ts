/** The tour of the sample account. */
export const tourTexts = {
  'command.tour': 'Take the tour',
  'tour.title': 'Tour, step {step} of {of}',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.leave': 'Leave the tour',
  'tour.end': 'Done',
  'tour.start': 'With a tour',
  'tour.tree': 'Everything stands in one tree',
  'tour.tree.text':
    'At the left: dealers, complexes, buildings, apartments, offices. Choose one, and the middle shows it. The lists above say what is to be done.',
  'tour.licenses': 'Licenses flow down',
  'tour.licenses.text':
    'What is here, given on, in use and left: the same figures on every screen. A question mark explains a word.',
  'tour.person': 'A person has a license and a number',
  'tour.person.text': 'At the right stands what is selected: change it there. What it says is stored at once.',
  'tour.coming': 'Time is seen before it comes',
  'tour.coming.text':
    'What ends, who falls back, when licenses run short. Choose another day at the top to see the whole tree as it will be.',
  'tour.undo': 'Ask for anything, take anything back',
  'tour.undo.text':
    'Ctrl+K finds names and does what you type. Ctrl+Z takes back any act, however large. F1 opens the manual at the right page.',
} as const;
